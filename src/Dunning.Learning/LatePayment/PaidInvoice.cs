namespace Dunning.Learning.LatePayment;

/// <summary>One invoice as the ledger knows it, paid or open.</summary>
/// <param name="Customer">Key of the customer; histories are kept per key.</param>
/// <param name="Issued">Day of issue; null where the source does not tell.</param>
/// <param name="Due">Day it is due.</param>
/// <param name="Paid">Day it was paid in full; null while open.</param>
/// <param name="Amount">Amount in the currency of the customer's account.</param>
/// <param name="Attributes">Values known at issue without an order (country, billing channel), in a fixed order; null where there are none.</param>
/// <param name="ScoredOn">Day from which the invoice is looked at; null means the usual as-of day.</param>
public sealed record PaidInvoice(
    string Customer, DateOnly? Issued, DateOnly Due, DateOnly? Paid, decimal Amount,
    IReadOnlyList<string>? Attributes = null, DateOnly? ScoredOn = null)
{
    /// <summary>Days before the due date that stand in for an unknown day of issue.</summary>
    public const int AssumedTermsDays = 14;

    /// <summary>Day on which the invoice came to be known: its issue, or 14 days before it is due.</summary>
    public DateOnly KnownFrom => Issued ?? Due.AddDays(-AssumedTermsDays);

    /// <summary>The as-of day: features use only what happened strictly before it.</summary>
    public DateOnly AsOf => ScoredOn ?? KnownFrom;

    /// <summary>Whether there is anything to predict on the as-of day, that is, the invoice had not been paid before it.</summary>
    public bool OpenAtAsOf => Paid is null || Paid >= AsOf;

    /// <summary>Days paid after the due date (negative: early); null while open.</summary>
    public int? DaysLate => Paid?.DayNumber - Due.DayNumber;
}
