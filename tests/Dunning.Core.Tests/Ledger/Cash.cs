using Dunning.Core.Ledger.CashApplication;

namespace Dunning.Core.Tests.Ledger;

/// <summary>Payments and open items to start a test from.</summary>
internal static class Cash
{
    public static readonly PayableItem First = Open(1, "INV-2026-00123", 119.50m);

    public static readonly PayableItem Second = Open(2, "INV-2026-00124", 240.10m);

    public static readonly PayableItem Third = Open(3, "INV-2026-00125", 77.77m);

    public static readonly PayableItem[] Three = [First, Second, Third];

    public static PayableItem Open(long id, string number, decimal open) =>
        new(id, number, "K7", "Muster Beispiel GmbH", "EUR", open, new DateOnly(2026, 2, 1).AddDays((int)id), []);

    public static PayableItem Of(this PayableItem item, string customer, string name = "Voorbeeld Handel BV") => item with { Customer = customer, CustomerName = name };

    public static IncomingPayment Pays(decimal amount, string text) => new(amount, "EUR", new DateOnly(2026, 3, 2), text, null, null, null, "K7");

    public static CashMatch Match(IncomingPayment payment, params PayableItem[] items) => CashMatcher.Match(payment, items, CashTolerance.Default);

    public static CashMatch Match(decimal amount, string text, params PayableItem[] items) => Match(Pays(amount, text), items);

    public static string Parts(CashMatch match) =>
        string.Join(" ", match.Applications.OrderBy(part => part.ItemId).Select(part => FormattableString.Invariant($"{part.ItemId}:{part.Amount}")));

    public static MatchDoubt Doubt(CashMatch match) => ((CashMatch.Ambiguous)match).Doubt;
}
