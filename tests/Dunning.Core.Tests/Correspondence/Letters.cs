using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>The delivered clauses and a plain set of facts to start from.</summary>
internal static class Letters
{
    public static ClauseLibrary Library { get; } = ClauseFiles.Load(ClauseFiles.DeliveredFolder);

    public static DateOnly Today { get; } = new(2026, 3, 17);

    public static InvoiceFact First { get; } = new("INV-1001", new(2026, 2, 3), new(2026, 3, 5), 1234.56m, 12);

    public static InvoiceFact Second { get; } = new("INV-1002", new(2026, 2, 14), new(2026, 3, 16), 890m, 1);

    public static FactSet Facts(string language, params InvoiceFact[] invoices) => new(
        "v", language, Today, "Nordlicht Werkzeug GmbH", "Accounts Receivable", "billing@nordlicht.example", "+49 40 5550100",
        "Hafenweg 7\n20457 Hamburg", "DE02120300000000202051", "BYLADEM1001", "https://pay.nordlicht.example/c-4711",
        "Muster Maschinenbau AG", "C-4711", "Alex Kim", "EUR", invoices.Sum(invoice => invoice.Open), 0m, invoices,
        [], [], GrantFact.Nothing, [], []);

    public static ConversationFacts Known { get; } = ConversationFacts.None with { FirstContact = false };

    public static ComposedMail Compose(
        FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage = null, bool disclose = true, long seed = 1) =>
        Composer.Compose(Library, facts, conversation, purpose, stage, disclose, seed);
}
