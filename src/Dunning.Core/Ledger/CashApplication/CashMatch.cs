namespace Dunning.Core.Ledger.CashApplication;

/// <summary>By which evidence a payment was put to an item.</summary>
public enum MatchMethod
{
    /// <summary>The invoice number stands in the remittance text.</summary>
    InvoiceNumber,

    /// <summary>A reference with valid check digits (ISO 11649 and national ones) stands for the invoice.</summary>
    StructuredReference,

    /// <summary>The amount equals one open item and no other.</summary>
    UniqueAmount,

    /// <summary>The amount equals the sum of some open items and of no others.</summary>
    UniqueSum,

    /// <summary>A number with one slip of the keyboard, and exactly the amount.</summary>
    CorrectedNumber,
}

/// <summary>Why less arrived than was due.</summary>
public enum ShortPayKind { BankFee, DiscountTaken, PartPayment }

/// <summary>Why nothing was applied although something was found.</summary>
public enum MatchDoubt
{
    SeveralSolutions, Contradiction, OtherCurrency, OtherCustomer, AlreadyPaid, UnknownNumber, PayerUnknown, UnclearSplit,
}

/// <summary>Part of a payment put to one instalment.</summary>
/// <param name="Amount">Positive, at most what is open.</param>
/// <param name="Reason">The evidence in words.</param>
public sealed record Application(long ItemId, decimal Amount, MatchMethod Method, string Reason);

/// <summary>What a payment is for. A closed set of cases.</summary>
public abstract record CashMatch
{
    private CashMatch(string why) => Why = why;

    /// <summary>The decision in one sentence.</summary>
    public string Why { get; }

    /// <summary>What is applied; empty unless the evidence allows one solution only.</summary>
    public virtual IReadOnlyList<Application> Applications => [];

    /// <summary>All of the payment pays items in full.</summary>
    public sealed record Applied(IReadOnlyList<Application> Parts, string Why) : CashMatch(Why)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Application> Applications => Parts;
    }

    /// <summary>All of the payment is applied, and something stays open on the named items.</summary>
    /// <param name="Difference">What is missing, positive.</param>
    public sealed record ShortPaid(IReadOnlyList<Application> Parts, decimal Difference, ShortPayKind Kind, string Why) : CashMatch(Why)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Application> Applications => Parts;
    }

    /// <summary>The named items are paid in full and a rest stays unapplied.</summary>
    /// <param name="Rest">What is left, positive.</param>
    public sealed record Overpaid(IReadOnlyList<Application> Parts, decimal Rest, string Why) : CashMatch(Why)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Application> Applications => Parts;
    }

    /// <summary>A person decides between the solutions; nothing is applied.</summary>
    /// <param name="Solutions">Possible applications, likeliest first; may be empty.</param>
    public sealed record Ambiguous(MatchDoubt Doubt, IReadOnlyList<IReadOnlyList<Application>> Solutions, string Why) : CashMatch(Why);

    /// <summary>Nothing among the candidates fits.</summary>
    public sealed record NothingFound(string Why) : CashMatch(Why);
}
