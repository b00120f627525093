using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Grounding;

/// <summary>What the facts allow to be said, by kind of value and, where a sentence names one invoice, for that invoice.</summary>
public sealed class Ledger(FactSet facts)
{
    private readonly Dictionary<string, InvoiceFact> invoices = ByNumber(facts);
    private readonly ILookup<string, InvoiceFact> lines = facts.Invoices.ToLookup(static invoice => invoice.Number.Trim(), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> others = new(
        facts.DisputedInvoices.Concat(facts.Attachments).Concat(facts.Promises.SelectMany(static promise => promise.Invoices)).Concat(facts.PaymentsReceived.SelectMany(static payment => payment.Invoices)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The invoice of this number among the facts.</summary>
    public InvoiceFact? Invoice(string number) => invoices.GetValueOrDefault(number);

    /// <summary>The open lines of this number: none for an invoice that is only attached, disputed, promised or paid; several for instalments.</summary>
    public IEnumerable<InvoiceFact> Lines(string number) => lines[number];

    /// <summary>Whether this is the number of an invoice of the account, open or not.</summary>
    public bool IsInvoice(string number) => lines.Contains(number) || others.Contains(number);

    /// <summary>Whether a payment was booked on this invoice and on no other.</summary>
    public static bool IsOnly(PaymentFact payment, InvoiceFact invoice) =>
        payment.Invoices is [var number] && string.Equals(number, invoice.Number, StringComparison.OrdinalIgnoreCase);

    /// <summary>The invoices of which one of these is the open amount, and no payment or sum of the account.</summary>
    public List<InvoiceFact> WithAmount(IReadOnlyList<decimal> values) =>
        [.. facts.Invoices.Where(invoice => values.Contains(invoice.Open) && !Totals().Contains(invoice.Open))];

    /// <summary>The day the facts were read.</summary>
    public DateOnly Today => facts.Today;

    /// <summary>Days of the payments and promises over one of these amounts, unless it is an invoice's open amount or a sum as well.</summary>
    public HashSet<DateOnly> SettlementDays(IReadOnlyList<decimal> values) =>
        values.Any(value => value == facts.TotalOverdue || value == facts.AmountDue.Amount || facts.Invoices.Any(invoice => invoice.Open == value))
            ? []
            : [.. facts.PaymentsReceived.Where(payment => values.Contains(payment.Amount)).Select(static payment => payment.ValueDate), .. facts.Promises.Where(promise => values.Contains(promise.Amount)).Select(static promise => promise.Date)];

    /// <summary>Whether this is what the account owes, before or after credits.</summary>
    public bool IsAccountTotal(decimal value) => value == facts.TotalOverdue || value == facts.AmountDue.Amount;

    /// <summary>Whether a payment or promise over one of these amounts, or a promise without an amount, has this day.</summary>
    public bool IsSettledOn(IReadOnlyList<decimal> values, DateOnly date) =>
        facts.PaymentsReceived.Any(payment => payment.ValueDate == date && values.Contains(payment.Amount)) ||
        facts.Promises.Any(promise => promise.Date == date && (promise.Amount == 0 || values.Contains(promise.Amount)));

    /// <summary>Whether an invoice of the account is open with this amount.</summary>
    public bool IsOpenAmount(decimal value) => facts.Invoices.Any(invoice => invoice.Open == value);

    /// <summary>Whether on this day there was a payment or is a promise, and nothing else.</summary>
    public bool IsSettlementOnly(DateOnly date) =>
        date != facts.Today && date != facts.Granted.ExtensionUntil && !facts.Invoices.Any(invoice => invoice.Due == date || invoice.Issued == date) &&
        (facts.PaymentsReceived.Any(payment => payment.ValueDate == date) || facts.Promises.Any(promise => promise.Date == date));

    /// <summary>Whether an invoice of the account was due on this day.</summary>
    public bool IsDueDate(DateOnly date) => facts.Invoices.Any(invoice => invoice.Due == date);

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
        .. facts.PaymentsReceived.Where(payment => IsOnly(payment, invoice)).Select(payment => invoice.Open + payment.Amount),
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
        .. facts.Granted.ExtensionUntil is { } until ? [until] : Array.Empty<DateOnly>(), .. facts.Statement is { } statement ? [statement.AsOf] : Array.Empty<DateOnly>(),
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
