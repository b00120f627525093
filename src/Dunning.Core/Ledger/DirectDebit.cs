namespace Dunning.Core.Ledger;

/// <summary>When a direct debit counts as not collected.</summary>
public static class DirectDebit
{
    /// <summary>
    /// Days from the collection day until the money, or the news of its return, is there: a return for lack of funds
    /// comes within five bank days of SEPA core and three of B2B (EPC rulebooks), most within five calendar days.
    /// The database function <c>debit_clears_on</c> says the same; a test compares the two.
    /// </summary>
    public const int ClearingDays = 5;

    /// <summary>Last day on which the debit still counts as running.</summary>
    public static DateOnly ClearsOn(DateOnly collectOn) => collectOn.AddDays(ClearingDays);
}
