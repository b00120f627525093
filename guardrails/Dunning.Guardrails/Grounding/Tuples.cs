using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Sentences that name no invoice but speak of amounts with their days or due dates ("1,200 EUR since 5 March and 300
/// EUR since 9 March"): as many of the one as of the other, each pair of one invoice.
/// </summary>
internal static class Tuples
{
    /// <summary>The first amount whose day count or due date is of another invoice.</summary>
    internal static Item? Wrong(Reading reading, int segment, Ledger ledger, IReadOnlyList<Item> amounts)
    {
        var items = reading.Segments[segment].Items;
        if (amounts.Count == 0 || items.Any(item => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name))) return null;
        var counts = items.Where(static item => item.Kind == ItemKind.DayCount).ToList();
        var dates = items.Where(item => item.Kind == ItemKind.Date && item.Dates.Any(ledger.IsDueDate)).ToList();
        return First(ledger, amounts, counts, (item, invoice) => item.Values.Contains(ledger.DaysOverdue(invoice)))
            ?? First(ledger, amounts, dates, static (item, invoice) => item.Dates.Contains(invoice.Due));
    }

    private static Item? First(Ledger ledger, IReadOnlyList<Item> amounts, List<Item> others, Func<Item, InvoiceFact, bool> fits)
    {
        if (amounts.Count != others.Count) return null;
        for (var i = 0; i < amounts.Count; i++)
        {
            var invoices = ledger.WithAmount(amounts[i].Values);
            if (invoices.Count > 0 && !invoices.Exists(invoice => fits(others[i], invoice))) return amounts[i];
        }

        return null;
    }
}
