namespace Dunning.Learning.LatePayment;

/// <summary>
/// Turns a ledger into features. Every feature of an invoice uses only what happened strictly before its as-of day: payments received,
/// invoices that came to be known. One sort and one sweep per customer, O(n log n) in all.
/// </summary>
public static class InvoiceHistory
{
    private static readonly int FeatureCount = Enum.GetValues<LatePaymentFeature>().Length;

    /// <summary>
    /// Features of every invoice, in the order given. Invoices already paid before their as-of day get a row as well
    /// (<see cref="PaidInvoice.OpenAtAsOf"/> is false); there is nothing to predict for them.
    /// </summary>
    public static IReadOnlyList<LatePaymentRow> Features(IReadOnlyList<PaidInvoice> invoices)
    {
        var rows = new LatePaymentRow[invoices.Count];
        var portfolio = new Portfolio(invoices);
        foreach (var customer in Enumerable.Range(0, invoices.Count).GroupBy(i => invoices[i].Customer, StringComparer.Ordinal))
            Sweep(invoices, [.. customer], portfolio, rows);
        return rows;
    }

    private static void Sweep(IReadOnlyList<PaidInvoice> invoices, int[] indices, Portfolio portfolio, LatePaymentRow[] rows)
    {
        var own = Array.ConvertAll(indices, i => invoices[i]);
        var payments = own.Where(i => i.Paid is not null).OrderBy(i => i.Paid).ToArray();
        var (record, open, paid) = (new PaymentRecord(), new OpenItems(own), 0);
        foreach (var index in indices.OrderBy(i => invoices[i].AsOf))
        {
            var invoice = invoices[index];
            while (paid < payments.Length && payments[paid].Paid < invoice.AsOf) record.Add(payments[paid++]);
            open.AdvanceTo(invoice.AsOf);
            rows[index] = Describe(invoice, record, open, portfolio);
        }
    }

    private static LatePaymentRow Describe(PaidInvoice invoice, PaymentRecord record, OpenItems open, Portfolio portfolio)
    {
        var values = new double[FeatureCount];
        Array.Fill(values, double.NaN);
        void Set(LatePaymentFeature feature, double value) => values[(int)feature] = value;
        // Looked at after its issue, the invoice stands among the open ones itself; it must not count as its own company.
        var openSelf = invoice.KnownFrom < invoice.AsOf && invoice.OpenAtAsOf;
        var overdueSelf = openSelf && OpenItems.OverdueFrom(invoice) < invoice.AsOf;
        var overdueAmount = open.OverdueAmount - (overdueSelf ? invoice.Amount : 0);
        Set(LatePaymentFeature.LogAmount, Math.Log(1 + Math.Max(0, (double)invoice.Amount)));
        Set(LatePaymentFeature.Terms, invoice.Due.DayNumber - invoice.KnownFrom.DayNumber);
        Set(LatePaymentFeature.AsOfMonth, invoice.AsOf.Month);
        Set(LatePaymentFeature.DueWeekday, PaymentRecord.Weekday(invoice.Due));
        Set(LatePaymentFeature.DueDayOfMonth, invoice.Due.Day);
        Set(LatePaymentFeature.OpenCount, open.OpenCount - (openSelf ? 1 : 0));
        Set(LatePaymentFeature.OverdueCount, open.OverdueCount - (overdueSelf ? 1 : 0));
        Set(LatePaymentFeature.OverdueAmount, Math.Log(1 + Math.Max(0, (double)overdueAmount)));
        Set(LatePaymentFeature.OldestOverdue, open.OldestDays(invoice.AsOf));
        record.Describe(invoice, portfolio.LateShareBefore(invoice.AsOf), values);
        return new LatePaymentRow(invoice, record.Count, overdueAmount, values);
    }

    /// <summary>Late share over all customers' payments before a day; one half of two imaginary payments stands in at the start.</summary>
    private sealed class Portfolio
    {
        private readonly int[] days;
        private readonly int[] lateUpTo;

        public Portfolio(IReadOnlyList<PaidInvoice> invoices)
        {
            var paid = invoices.Where(i => i.Paid is not null).OrderBy(i => i.Paid).ToArray();
            days = Array.ConvertAll(paid, i => i.Paid!.Value.DayNumber);
            lateUpTo = new int[paid.Length + 1];
            for (var i = 0; i < paid.Length; i++) lateUpTo[i + 1] = lateUpTo[i] + (paid[i].DaysLate > 0 ? 1 : 0);
        }

        public double LateShareBefore(DateOnly day)
        {
            var (low, high) = (0, days.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (days[middle] < day.DayNumber) low = middle + 1;
                else high = middle;
            }
            return (lateUpTo[low] + 1.0) / (low + 2.0);
        }
    }
}
