using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Grounding;

/// <summary>What the facts allow to be said, by kind of value and, where a sentence names one invoice, for that invoice.</summary>
public sealed class Ledger(FactSet facts)
{
    private readonly Dictionary<string, InvoiceFact> invoices = ByNumber(facts);

    /// <summary>The invoice of this number among the facts.</summary>
    public InvoiceFact? Invoice(string number) => invoices.GetValueOrDefault(number);

    /// <summary>Days an invoice is overdue, reckoned anew.</summary>
    public int DaysOverdue(InvoiceFact invoice) => facts.Today.DayNumber - invoice.Due.DayNumber;

    /// <summary>Every amount that may be named.</summary>
    public IEnumerable<decimal> Amounts() =>
    [
        .. facts.Invoices.Select(static invoice => invoice.Open), facts.TotalOverdue, facts.AmountDue.Amount, facts.UnappliedCredits,
        .. facts.Promises.Select(static promise => promise.Amount), .. facts.PaymentsReceived.Select(static payment => payment.Amount),
    ];

    /// <summary>Amounts that belong to one invoice: its own, and those of payments and promises about it.</summary>
    public IEnumerable<decimal> AmountsOf(InvoiceFact invoice) =>
    [
        invoice.Open, .. facts.Promises.Where(promise => About(promise.Invoices, invoice)).Select(static promise => promise.Amount),
        .. facts.PaymentsReceived.Where(payment => About(payment.Invoices, invoice)).Select(static payment => payment.Amount),
    ];

    /// <summary>Amounts that are sums rather than one invoice's.</summary>
    public IEnumerable<decimal> Totals() =>
    [
        facts.TotalOverdue, facts.AmountDue.Amount, facts.UnappliedCredits,
        .. facts.Promises.Select(static promise => promise.Amount), .. facts.PaymentsReceived.Select(static payment => payment.Amount),
    ];

    /// <summary>Every day that may be named.</summary>
    public IEnumerable<DateOnly> Dates() =>
    [
        facts.Today, .. facts.Invoices.Select(static invoice => invoice.Due), .. facts.Invoices.Select(static invoice => invoice.Issued).OfType<DateOnly>(),
        .. facts.Promises.Select(static promise => promise.Date), .. facts.PaymentsReceived.Select(static payment => payment.ValueDate),
        .. facts.Granted.ExtensionUntil is { } until ? [until] : Array.Empty<DateOnly>(),
    ];

    /// <summary>Days that may be named beside one invoice.</summary>
    public IEnumerable<DateOnly> DatesOf(InvoiceFact invoice) =>
    [
        facts.Today, invoice.Due, .. invoice.Issued is { } issued ? [issued] : Array.Empty<DateOnly>(), .. Shared(invoice),
    ];

    /// <summary>Days by which one invoice is or will be payable.</summary>
    public IEnumerable<DateOnly> DueDatesOf(InvoiceFact invoice) => [invoice.Due, .. Shared(invoice)];

    private IEnumerable<DateOnly> Shared(InvoiceFact invoice) =>
    [
        .. facts.Promises.Where(promise => About(promise.Invoices, invoice)).Select(static promise => promise.Date),
        .. facts.PaymentsReceived.Where(payment => About(payment.Invoices, invoice)).Select(static payment => payment.ValueDate),
        .. facts.Granted.ExtensionUntil is { } until ? [until] : Array.Empty<DateOnly>(),
    ];

    private static bool About(IReadOnlyList<string> numbers, InvoiceFact invoice) => numbers.Count == 0 || numbers.Contains(invoice.Number, StringComparer.OrdinalIgnoreCase);

    // Two instalments of one invoice share its number; the first stands for it and the others are checked as amounts.
    private static Dictionary<string, InvoiceFact> ByNumber(FactSet facts)
    {
        var byNumber = new Dictionary<string, InvoiceFact>(StringComparer.OrdinalIgnoreCase);
        foreach (var invoice in facts.Invoices.GroupBy(static invoice => invoice.Number.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            if (invoice.Count() == 1) byNumber[invoice.Key] = invoice.First();
        }

        return byNumber;
    }
}
