using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Cycle;

/// <summary>What the stored touches of an account mean for a contact that is planned now.</summary>
internal static class TouchLookup
{
    public static bool IsUnderWay(string state) => state is TouchStates.InQueue or TouchStates.Approved or TouchStates.Scheduled;

    /// <summary>True when a touch in this state may be planned anew.</summary>
    public static bool IsFree(string? state) => state is null or TouchStates.Planned or TouchStates.Cancelled;

    /// <summary>A message is on its way, or an answer to the customer waits to be written.</summary>
    public static bool AnyUnderWay(AccountState account, PolicySegment segment)
    {
        if (account.Case is not { } row) return false;
        for (var i = 0; i < row.TouchStates.Count; i++)
            if ((IsUnderWay(row.TouchStates[i]) && !IsStale(row, i, segment)) || (row.TouchStates[i] == TouchStates.Planned && !row.TouchReminds[i])) return true;
        return false;
    }

    /// <summary>A reminder written under another policy: the cycle withdraws it, and it holds nothing up.</summary>
    public static bool IsStale(CaseRow row, int touch, PolicySegment segment) =>
        row.TouchReminds[touch] && row.TouchPolicies[touch] is { } under && under != segment.Version;

    /// <summary>The earliest day for which a message on its way was planned; null when none is on its way.</summary>
    public static DateOnly? WaitsSince(AccountState account)
    {
        DateOnly? since = null;
        for (var i = 0; i < (account.Case?.TouchStates.Count ?? 0); i++)
            if (IsUnderWay(account.Case!.TouchStates[i]) && !(since <= account.Case.TouchDays[i])) since = account.Case.TouchDays[i];
        return since;
    }

    /// <summary>State of the stored touch for this contact; null when there is none.</summary>
    public static string? StateOf(AccountState account, PlanOutcome.Contact contact) =>
        IndexOf(account, contact) is { } index ? account.Case!.TouchStates[index] : null;

    /// <summary>What the account has to do with the customer's next message.</summary>
    public static TurnClaim ClaimOf(AccountState account, PlanOutcome outcome, PolicySegment segment, DateOnly today)
    {
        if (AnyUnderWay(account, segment)) return TurnClaim.Holds;
        if (outcome is not PlanOutcome.Contact contact) return TurnClaim.None;
        if (IndexOf(account, contact) is not { } index || IsFree(account.Case!.TouchStates[index])) return TurnClaim.Asks;
        // A recorded message paces like a sent one; what a person has to deal with keeps the turn on its day only, so
        // that a second run on the day decides alike and nobody waits for a message that may never go.
        var planned = account.Case.TouchDays[index];
        var until = account.Case.TouchStates[index] == TouchStates.Monitored ? planned.AddDays(segment.Policy.MinimumIntervalDays - 1) : planned;
        return until >= today ? TurnClaim.Holds : TurnClaim.None;
    }

    private static int? IndexOf(AccountState account, PlanOutcome.Contact contact)
    {
        if (account.Facts.Case is not { } open || account.Case is not { } row) return null;
        var id = Touch.IdOf(open.Id, contact.Cause, contact.Purpose);
        for (var i = 0; i < row.TouchIds.Count; i++)
            if (row.TouchIds[i] == id) return i;
        return null;
    }
}
