using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>A promise that was broken, or kept only in part, and of which no message has spoken yet.</summary>
/// <param name="BrokenOn">The day it was found broken.</param>
public sealed record LapsedPromise(long PromiseId, DateOnly BrokenOn, IReadOnlyList<long> InvoiceIds)
{
    /// <summary>Some of the money came; the message names what is missing.</summary>
    public bool KeptInPart { get; init; }
}

/// <summary>Everything the planner may look at for one account.</summary>
/// <param name="EntityTimeZone">IANA zone of the creditor, in which "today" is reckoned.</param>
/// <param name="HasLiveContact">There is a verified billing contact that is neither dead nor opted out.</param>
/// <param name="Case">The open case; null when none was opened yet.</param>
/// <param name="Suppressions">All of the account's suppressions that are not lifted, with those inherited from a parent.</param>
/// <param name="LastContactOn">Last message to the customer over all contacts and channels, whoever wrote it.</param>
/// <param name="HasPendingTouch">A planned, queued, approved or scheduled message exists.</param>
/// <param name="OpenQuestion">A mail of the customer waits for a person.</param>
/// <param name="LedgerFresh">The ledger is younger than its freshness limit.</param>
public sealed record AccountFacts(
    AccountLedger Ledger, Customer Customer, string EntityTimeZone, bool HasLiveContact, Case? Case,
    IReadOnlyList<Suppression> Suppressions, DateOnly? LastContactOn, bool HasPendingTouch, bool OpenQuestion, bool LedgerFresh)
{
    /// <summary>Broken promises no message has spoken of yet, oldest first.</summary>
    public IReadOnlyList<LapsedPromise> Lapsed { get; init; } = [];

    /// <summary>Day of the last payment that reduced an item which is still open.</summary>
    public DateOnly? LastPartPaymentOn { get; init; }

    /// <summary>Chance of late payment, 0 to 1, as scored last; null when the account was not scored yet.</summary>
    public double? Risk { get; init; }

    /// <summary>Days of contacts in the last 30 days, answers to the customer's questions apart, in order.</summary>
    public IReadOnlyList<DateOnly> RecentContacts { get; init; } = [];

    /// <summary>The last day a person of the customer wrote.</summary>
    public DateOnly? LastReplyOn { get; init; }

    /// <summary>The day named in the last promise that has ended, kept or not.</summary>
    public DateOnly? PromisedFor { get; init; }

    /// <summary>The day the last dispute was decided.</summary>
    public DateOnly? DisputeResolvedOn { get; init; }

    /// <summary>The day the account came into its present segment.</summary>
    public DateOnly? SegmentSince { get; init; }

    /// <summary>The day the account came under its present policy; null when that is not known.</summary>
    public DateOnly? PolicySince { get; init; }

    /// <summary>Nobody has written to the account yet, neither the agent nor, as far as the import tells, anybody before.</summary>
    public bool IsNewDebtor => LastKnownContact is null && Level == 0;

    /// <summary>The account had a case before, so the imported level no longer counts.</summary>
    public bool HadEarlierCase { get; init; }

    /// <summary>The mailbox replies arrive in was read within its freshness limit, or was never connected.</summary>
    public bool MailboxFresh { get; init; } = true;

    /// <summary>Exchange rates as published up to the day.</summary>
    public FxRates FxRates { get; init; } = FxRates.None;

    /// <summary>Last contact known from any source.</summary>
    public DateOnly? LastKnownContact => Days.Latest(Days.Latest(LastContactOn, Case?.LastContactOn), Customer.ImportedLastContact);

    /// <summary>The level the account stands on: the case's, or before the first case the imported one.</summary>
    public int Level => Case?.Level ?? (HadEarlierCase ? 0 : Customer.ImportedLevel);

    /// <summary>The day that level was delivered; null when unknown.</summary>
    public DateOnly? LevelOn => Case is null ? (HadEarlierCase ? null : Customer.ImportedLastContact) : Case.LevelOn ?? Case.OpenedOn;

    /// <summary>The present run of the ladder.</summary>
    public int LadderRun => Case?.LadderRun ?? 0;
}

internal static class Days
{
    public static DateOnly? Latest(DateOnly? left, DateOnly? right) =>
        left is null ? right : right is null ? left : left > right ? left : right;
}
