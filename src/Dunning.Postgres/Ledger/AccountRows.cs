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
public sealed record CustomerRow(Customer Customer, string EntityTimeZone, DateTimeOffset? LedgerAsOf, bool HasLiveContact, DateOnly? LastContactOn, bool OpenQuestion)
{
    /// <summary>Days of contacts in the last 30 days, answers apart, in order.</summary>
    public IReadOnlyList<DateOnly> RecentContacts { get; init; } = [];

    /// <summary>When the creditor's mailbox was last read; null when it never was.</summary>
    public DateTimeOffset? MailboxAsOf { get; init; }

    /// <summary>The last day a person of the customer wrote.</summary>
    public DateOnly? LastReplyOn { get; init; }
}

/// <summary>The open case of an account, or the fact that it had one; touches of the open case with their states.</summary>
/// <param name="OpenMatters">A promise, dispute or payment claim is open: the case is not closed by the cycle.</param>
public sealed record CaseRow(
    AccountPlace Place, Case? Open, bool HadEarlier, bool OpenMatters, IReadOnlyList<string> TouchIds, IReadOnlyList<string> TouchStates, IReadOnlyList<bool> TouchReminds)
{
    /// <summary>Chance of late payment as scored last.</summary>
    public double? Risk { get; init; }

    /// <summary>The days the touches are planned for.</summary>
    public IReadOnlyList<DateOnly> TouchDays { get; init; } = [];

    /// <summary>Their stages; 0 for touches that are no step of the ladder.</summary>
    public IReadOnlyList<int> TouchStages { get; init; } = [];

    /// <summary>Policy versions the touches were planned under; null where none is known.</summary>
    public IReadOnlyList<string?> TouchPolicies { get; init; } = [];

    /// <summary>Segment the account was in at the last cycle; null before the first.</summary>
    public string? Segment { get; init; }

    /// <summary>First day in that segment.</summary>
    public DateOnly? SegmentSince { get; init; }

    /// <summary>Policy version of the last cycle; null before the first.</summary>
    public string? Policy { get; init; }

    /// <summary>First day under that version.</summary>
    public DateOnly? PolicyOn { get; init; }

    /// <summary>The day named in the last promise that has ended.</summary>
    public DateOnly? PromisedFor { get; init; }

    /// <summary>The day the last dispute was decided.</summary>
    public DateOnly? DisputeResolvedOn { get; init; }
}

/// <summary>A hold that reaches a customer, set there or on a customer above it.</summary>
/// <param name="Currency">The account it is confined to; null when it reaches all of them.</param>
public sealed record PauseRow(long CustomerId, string? Currency, Suppression Suppression);

/// <summary>A broken promise no message has spoken of.</summary>
public sealed record LapsedRow(AccountPlace Place, LapsedPromise Promise);
