using Dunning.Core.Ledger;

namespace Dunning.Core.Cases;

/// <summary>Finds the invoices a mail speaks of among the open items of its own account.</summary>
internal static class InvoiceLookup
{
    /// <summary>
    /// Ids of the named invoices, each once; all overdue ones when none is named; null when any name is not an
    /// open invoice of this account.
    /// </summary>
    public static IReadOnlyList<long>? Ids(CaseView view, IReadOnlyList<string> numbers, DateOnly today)
    {
        if (numbers.Count == 0) return [.. view.Overdue(today).Select(item => item.InvoiceId).Distinct()];
        var ids = new List<long>();
        foreach (var number in numbers)
        {
            var found = view.Items.Where(item => string.Equals(item.Number, number, StringComparison.OrdinalIgnoreCase) && item.Residual > 0)
                .Select(item => item.InvoiceId).Distinct().ToList();
            if (found.Count != 1) return null;
            if (!ids.Contains(found[0])) ids.Add(found[0]);
        }

        return ids;
    }

    /// <summary>
    /// The overdue invoices an amount pays when none is named: all of them if it covers all, otherwise the oldest
    /// ones it pays in full, and at least the oldest.
    /// </summary>
    public static IReadOnlyList<long> CoveredBy(CaseView view, decimal amount, decimal tolerance, DateOnly today)
    {
        var covered = new List<long>();
        var rest = amount + tolerance;
        foreach (var invoice in view.Overdue(today).GroupBy(item => item.InvoiceId))
        {
            var open = view.OpenOn([invoice.Key]);
            if (open > rest && covered.Count > 0) break;
            covered.Add(invoice.Key);
            rest -= open;
            if (rest <= 0) break;
        }

        return covered;
    }
}
