using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;

namespace Dunning.Flows.Clauses;

/// <summary>Something an account can be in when a mail is written, with invented names and figures.</summary>
public sealed record SampleSituation(string Name, FactSet Facts, ConversationFacts Conversation, Purpose Purpose, Stage? Stage);

/// <summary>
/// The situations a wording is shown and tried in: every purpose and stage, with every state of the ledger and of the
/// conversation that makes the composer say something else.
/// </summary>
public static class SampleSituations
{
    private static readonly DateOnly Today = new(2026, 3, 17);
    private static readonly InvoiceFact First = new("INV-1001", new(2026, 2, 3), new(2026, 3, 5), 1234.56m, 12);
    private static readonly InvoiceFact Second = new("INV-1002", new(2026, 2, 14), new(2026, 3, 16), 890m, 1);
    private static readonly InvoiceFact Third = new("INV-0987", new(2026, 1, 2), new(2026, 2, 1), 15_300m, 44);
    private static readonly ConversationFacts Known = ConversationFacts.None with { FirstContact = false };

    /// <summary>What the ledger may look like.</summary>
    private static readonly (string Name, Func<FactSet, FactSet> Make)[] Ledgers =
    [
        ("one invoice", facts => Lines(facts, First)),
        ("several invoices", facts => Lines(facts, Third, First, Second)),
        ("no invoice", facts => facts),
        ("credits", facts => Lines(facts, Third, First) with { UnappliedCredits = 250m }),
        ("no contact name, no bank details", facts => Lines(facts, Second) with { ContactName = null, PostalAddress = null, Phone = null, Iban = null, Bic = null, PayUrl = null }),
        ("no BIC", facts => Lines(facts, First) with { Bic = null }),
        ("one invoice in dispute", facts => Lines(facts, First) with { DisputedInvoices = ["INV-0990"] }),
        ("several invoices in dispute", facts => Lines(facts, First) with { DisputedInvoices = ["INV-0990", "INV-0991"] }),
        ("part of an invoice in dispute", facts => Lines(facts, First, Second) with { PartlyDisputed = ["INV-1001"] }),
        ("parts of invoices in dispute", facts => Lines(facts, First, Second) with { PartlyDisputed = ["INV-1001", "INV-1002"] }),
        ("a copy attached", facts => Lines(facts, First) with { Attachments = ["INV-1001"] }),
        ("copies attached", facts => Lines(facts, First, Second) with { Attachments = ["INV-1001", "INV-1002"] }),
    ];

    /// <summary>What may have been said before; each also sets the facts that go with it.</summary>
    private static readonly (string Name, Func<FactSet, FactSet> Facts, ConversationFacts Conversation)[] Moods =
    [
        ("never written to", Same, ConversationFacts.None),
        ("never written to, pays reliably", Same, ConversationFacts.None with { GoodPayer = true }),
        ("written to before", Same, Known),
        ("pays reliably", Same, Known with { GoodPayer = true }),
        ("one reminder unanswered", Same, Reminded(1)),
        ("one reminder unanswered, pays reliably", Same, Reminded(1) with { GoodPayer = true }),
        ("reminders unanswered", Same, Reminded(2)),
        ("reminders unanswered, pays reliably", Same, Reminded(2) with { GoodPayer = true }),
        ("the customer wrote last", Same, Known with { LastSpeaker = Speaker.Customer }),
        ("a person not written to before", Same, Known with { NewContact = true }),
        ("back from an absence", Same, Known with { ContactBack = true, LastSpeaker = Speaker.Us }),
        .. Asking(Intent.QuestionOther), .. Asking(Intent.DocumentRequest), .. Asking(Intent.ExtensionRequest), .. Asking(Intent.PaymentConfirmation), .. Asking(Intent.Dispute),
        ("a payment not found", Same, Known with { LastSpeaker = Speaker.Us, LastTrace = TraceOutcome.NotFound }),
        ("a payment not found, asked about", Same, Known with { LastSpeaker = Speaker.Customer, LastTrace = TraceOutcome.NotFound, OpenQuestion = new(Intent.PaymentConfirmation, new(2026, 3, 14), ["INV-1001"]) }),
        ("a payment", facts => Paid(facts), Known),
        ("a payment for two invoices", facts => Paid(facts, "INV-0970", "INV-0971"), Known),
        ("a payment for an open invoice", facts => Paid(facts, "INV-1001"), Known),
        ("a part payment", facts => Paid(facts), Known with { LastSpeaker = Speaker.Customer, PartPaymentReceived = 500m, PartPaymentOn = new(2026, 3, 10) }),
        ("a part payment for an invoice", facts => Paid(facts, "INV-1001"), Known with { PartPaymentReceived = 500m, PartPaymentOn = new(2026, 3, 10) }),
        .. Promising(PromiseOutcome.Broken), .. Promising(PromiseOutcome.PartlyKept), .. Promising(PromiseOutcome.Kept),
        ("a promise for something else", facts => Promised(facts, 75.5m, new(2026, 3, 27), "INV-0990"), Known with { LastPromise = new(new(2026, 3, 27), 75.5m, "EUR", PromiseOutcome.Open, ["INV-0990"]) }),
        ("a promise of a day", facts => facts with { Promises = [new(new(2026, 4, 8), 0m, [])] }, Known),
        ("a promise of an amount", facts => Promised(facts, 1234.56m, new(2026, 3, 27), "INV-1001"), Known),
        ("a promise of an amount, for no invoice by name", facts => Promised(facts, 1234.56m, new(2026, 3, 27)), Known),
        ("a promise of a day, broken", facts => Promised(facts, 0m, new(2026, 3, 11)), Known with { LastPromise = new(new(2026, 3, 11), 0m, "EUR", PromiseOutcome.Broken, []) }),
        ("a promise for two invoices", facts => Promised(facts, 2124.56m, new(2026, 4, 1), "INV-1001", "INV-1002"), Known),
        ("a dispute closed", Same, Known with { LastDispute = new(new(2026, 2, 20), true, ["INV-1001"]) }),
        ("disputes closed", Same, Known with { LastDispute = new(new(2026, 2, 20), true, ["INV-1001", "INV-1002"]) }),
        ("a copy sent before", Same, Reminded(1) with { DocumentsSent = ["INV-1001"] }),
        ("copies sent before", Same, Known with { DocumentsSent = ["INV-1001", "INV-1002"] }),
    ];

    /// <summary>All situations a clause may be used in, in a fixed order. Some the composer cannot write a mail for.</summary>
    public static IEnumerable<SampleSituation> For(Clause clause) =>
        from purpose in clause.Purposes
        from stage in StagesOf(clause, purpose)
        from ledger in Ledgers
        from mood in Moods
        select new SampleSituation(
            $"{Words(purpose)}{(stage is { } at ? $", stage {Words(at)}" : "")}: {ledger.Name}; {mood.Name}",
            Bounded(mood.Facts(ledger.Make(Account(clause.Language))), purpose), mood.Conversation, purpose, stage);

    /// <summary>The same situations, neighbours far apart.</summary>
    public static IEnumerable<SampleSituation> Spread(Clause clause)
    {
        // 7919 is a prime larger than their number, so that every one comes once.
        var all = For(clause).ToList();
        return Enumerable.Range(0, all.Count).Select(at => all[(int)(at * 7919L % all.Count)]);
    }

    private static IEnumerable<Stage?> StagesOf(Clause clause, Purpose purpose) => purpose is not (Purpose.Reminder or Purpose.PromiseLapsed) ? [null]
        : (clause.Stages.Count > 0 ? clause.Stages : Enum.GetValues<Stage>()).Select(stage => (Stage?)stage);

    // As the flows draw facts: credits stand in reminders and statements only.
    private static FactSet Bounded(FactSet facts, Purpose purpose) => purpose is Purpose.StatementAttached ? facts with { Statement = new(Today) }
        : purpose is Purpose.Reminder or Purpose.PromiseLapsed ? facts : facts with { UnappliedCredits = 0m };

    private static FactSet Account(string language) => new(
        "v", language, Today, "Nordlicht Werkzeug GmbH", "Accounts Receivable", "billing@nordlicht.example", "+49 40 5550100", "Hafenweg 7\n20457 Hamburg",
        "DE02120300000000202051", "BYLADEM1001", "https://pay.nordlicht.example/c-4711", "Muster Maschinenbau AG", "C-4711", "Alex Kim", "EUR", 0m, 0m, [],
        [], [], GrantFact.Nothing, [], []);

    private static FactSet Lines(FactSet facts, params InvoiceFact[] lines) => facts with { Invoices = lines, TotalOverdue = lines.Sum(line => line.Open) };

    private static FactSet Same(FactSet facts) => facts;

    private static ConversationFacts Reminded(int times) => Known with { LastSpeaker = Speaker.Us, UnansweredReminders = times };

    private static (string, Func<FactSet, FactSet>, ConversationFacts)[] Asking(Intent kind)
    {
        var asked = Known with { LastSpeaker = Speaker.Customer, OpenQuestion = new(kind, new(2026, 3, 14), []) };
        return
        [
            ($"asked ({Words(kind)})", Same, asked),
            ($"asked about an invoice ({Words(kind)})", Same, asked with { OpenQuestion = new(kind, new(2026, 3, 14), ["INV-1001"]) }),
            ($"asked about invoices ({Words(kind)})", Same, asked with { OpenQuestion = new(kind, new(2026, 3, 14), ["INV-0990", "INV-1001", "INV-1002"]) }),
        ];
    }

    private static (string, Func<FactSet, FactSet>, ConversationFacts)[] Promising(PromiseOutcome outcome)
    {
        // Of what was promised only what the ledger bears out is named.
        var memory = Known with { LastPromise = new(new(2026, 3, 11), 1234.56m, "EUR", outcome, ["INV-1001"]), UnthankedPromise = outcome == PromiseOutcome.Kept };
        return
        [
            ($"a promise {Words(outcome)}", facts => Promised(facts, 1234.56m, new(2026, 3, 11), "INV-1001"), memory),
            ($"a promise {Words(outcome)}, without figures", Same, memory),
            ($"a promise {Words(outcome)} and a payment", facts => Paid(Promised(facts, 1234.56m, new(2026, 3, 11), "INV-1001")), memory with { PartPaymentReceived = 500m }),
        ];
    }

    private static FactSet Paid(FactSet facts, params string[] invoices) => facts with { PaymentsReceived = [new(new(2026, 3, 10), 500m, "TR-88", invoices)] };

    private static FactSet Promised(FactSet facts, decimal amount, DateOnly date, params string[] invoices) => facts with { Promises = [new(date, amount, invoices)] };

    private static string Words<T>(T value) where T : struct, Enum => Wire.Name(value).Replace('_', ' ');
}
