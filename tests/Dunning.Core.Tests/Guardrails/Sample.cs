using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Core.Tests.Guardrails;

/// <summary>A mail that may be sent automatically and the facts it was written from; tests change one thing.</summary>
internal static class Sample
{
    internal static readonly DateOnly Today = new(2026, 3, 17);
    internal static readonly DateTimeOffset Now = new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);

    internal static readonly FactSet Facts = new(
        "v1", "en", Today, "Example Supplies Ltd", "Accounts Receivable", "billing@supplies.example", "+49 30 5550 1234", "1 Sample Road, Exampletown",
        "DE89370400440532013000", "COBADEFFXXX", "https://pay.supplies.example/i/8421", "Northwind Sample GmbH", "C-4711", "Jane Doe",
        "EUR", 3_746.80m, 0,
        [
            new("INV-1001", new(2026, 2, 3), new(2026, 3, 5), 1_234.56m, 12),
            new("INV-1002", new(2026, 1, 12), new(2026, 2, 11), 2_512.24m, 34),
        ],
        [], [], GrantFact.Nothing, [], []);

    internal const string Body = """
        Dear Jane Doe,

        According to our records the following invoices are open:

        - Invoice INV-1001, due 5 March 2026, 1,234.56 EUR (12 days overdue)
        - Invoice INV-1002, due 11 February 2026, 2,512.24 EUR (34 days overdue)

        The total is 3,746.80 EUR. Please transfer it to DE89 3704 0044 0532 0130 00 (BIC COBADEFFXXX) or use https://pay.supplies.example/i/8421.

        If you have already paid, please ignore this message. If anything is unclear, just reply to this mail.

        Kind regards
        Accounts Receivable
        Example Supplies Ltd
        1 Sample Road, Exampletown
        +49 30 5550 1234
        """;

    internal static readonly CandidateMail Mail = new(
        "touch-1", 1, DraftOrigin.Clauses, Purpose.Reminder, Stage.Friendly, "en", AutonomyLevel.AutoVeto, "Accounts Receivable",
        "billing@supplies.example", "jane.doe@northwind.example", "billing@supplies.example", "Your open invoices with Example Supplies Ltd", Body, null, [],
        "<m1@supplies.example>", null, []);

    internal static readonly SendFacts Send = new(
        Facts, true, new(["jane.doe@northwind.example"], [], []), new([], []), new(new(2026, 3, 1), 5, false, true, false, 0),
        new(AutonomyLevel.AutoVeto, 0, 10_000m, Stage.Reminder, false, false),
        new(Now, Now.AddMinutes(-10), TimeSpan.FromHours(26), Now.AddMinutes(-5), TimeSpan.FromHours(2), "v1", "v1"), null, new(null),
        new(new HashSet<string>(), new HashSet<string>()), new("salt", 6, new HashSet<string>()), new("C-4711", new Dictionary<string, string?>()),
        new(false, false, false));

    internal static ApprovalFacts ApprovalOf(CandidateMail mail) => new(mail.ContentHash(), "v1", "collector", Now.AddHours(4), false);

    /// <summary>The verdict over one sentence by the given rules, with a friendly frame taken away.</summary>
    internal static GateVerdict JudgeSentence(string text, string language, IReadOnlyList<Rule> rules, FactSet? facts = null)
    {
        var set = (facts ?? Facts) with { Language = language };
        var mail = Mail with { Language = language, Subject = "Invoice", Text = text, Stage = Stage.Firm };
        return Catalog.Run(rules, GatePoint.AfterDrafting, mail, Send with { Facts = set }, standAlone: true);
    }
}
