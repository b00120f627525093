using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Postgres.Ledger;

/// <summary>Where a row stands in the order of the cycle's streams: by customer, then currency (ordinal).</summary>
public readonly record struct AccountPlace(long CustomerId, string Currency) : IComparable<AccountPlace>
{
    /// <inheritdoc/>
    public int CompareTo(AccountPlace other) =>
        CustomerId != other.CustomerId ? CustomerId.CompareTo(other.CustomerId) : string.CompareOrdinal(Currency, other.Currency);

    public static bool operator <(AccountPlace left, AccountPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(AccountPlace left, AccountPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(AccountPlace left, AccountPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AccountPlace left, AccountPlace right) => left.CompareTo(right) >= 0;
}

/// <summary>An open item with the day of the last payment on it.</summary>
public sealed record ItemRow(AccountPlace Place, OpenItem Item, DateOnly? LastPaid);

/// <summary>A credit that is not used up.</summary>
public sealed record CreditRow(AccountPlace Place, decimal Amount);

/// <summary>A customer with what holds for all its accounts.</summary>
/// <param name="LastContactOn">Day of the last mail to the customer, in the creditor's zone.</param>
/// <param name="OpenQuestion">A mail of the customer is not dealt with yet.</param>
/// <param name="MailboxAsOf">When the creditor's mailbox was last read; null when it never was.</param>
public sealed record CustomerRow(Customer Customer, string EntityTimeZone, DateTimeOffset? LedgerAsOf, bool HasLiveContact, DateOnly? LastContactOn, bool OpenQuestion, DateTimeOffset? MailboxAsOf);

/// <summary>The open case of an account, or the fact that it had one; touches of the open case with their states.</summary>
/// <param name="OpenMatters">A promise, dispute or payment claim is open: the case is not closed by the cycle.</param>
public sealed record CaseRow(
    AccountPlace Place, Case? Open, bool HadEarlier, bool OpenMatters, IReadOnlyList<string> TouchIds, IReadOnlyList<string> TouchStates, IReadOnlyList<bool> TouchReminds);

/// <summary>A pause of a customer; with a case id it belongs to that case's account only.</summary>
public sealed record PauseRow(long CustomerId, long? CaseId, Suppression Suppression);

/// <summary>A broken promise no message has spoken of.</summary>
public sealed record LapsedRow(AccountPlace Place, LapsedPromise Promise);
