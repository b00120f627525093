namespace Dunning.Core.Ledger;

/// <summary>Why an invoice is not dunned although it is open (DOMAIN: never dunned).</summary>
public enum InvoiceStatus { Open, Draft, Cancelled, InPayment, DirectDebit, WrittenOff, Agency }

/// <summary>One instalment of an invoice with what is still owed on it. Dunning is always about the residual.</summary>
/// <param name="Issued">Issue date; null when the ledger does not know it.</param>
/// <param name="Original">Amount of the instalment.</param>
/// <param name="Residual">What is still owed: the amount less allocations booked by the as-of day.</param>
public sealed record OpenItem(
    long InvoiceId, long InstalmentId, string Number, DateOnly? Issued, DateOnly Due,
    decimal Original, decimal Residual, InvoiceStatus Status)
{
    /// <summary>The day its direct debit is collected; null when there is none, or the day is not known.</summary>
    public DateOnly? CollectOn { get; init; }

    /// <summary>Overdue from the day after the due date, in the creditor's zone.</summary>
    public bool IsOverdue(DateOnly today) => Status == InvoiceStatus.Open && Residual > 0 && Due < today;

    /// <summary>Days past due; 0 or negative when not yet overdue.</summary>
    public int DaysPastDue(DateOnly today) => today.DayNumber - Due.DayNumber;
}

/// <summary>An account as the ledger knew it on a day: open items and credits not yet applied.</summary>
/// <param name="UnappliedCredits">Each credit note, overpayment or unallocated payment that still has a rest, positive amounts.</param>
public sealed record AccountLedger(
    AccountKey Key, IReadOnlyList<OpenItem> Items, IReadOnlyList<decimal> UnappliedCredits);
