using System.Text.Json;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Cycle;

/// <summary>What became of an account in a cycle: its rows, and how it is counted.</summary>
/// <param name="Plan">Null when there is nothing to store.</param>
/// <param name="HeldBy">Reason why it is not contacted; null when a contact is due, or nothing is overdue.</param>
/// <param name="Wanted">The next step is due, now or when the window opens, whether or not there is an address for it.</param>
internal sealed record PlannedAccount(CyclePlan? Plan, bool Overdue, string? HeldBy, bool Wanted);

/// <summary>Asks the core about one account and words the answer; reads and writes nothing.</summary>
internal static class PlanContact
{
    public static PlannedAccount Decide(AccountState account, PolicySegment segment, DateOnly today)
    {
        account = In(account, segment, today);
        var outcome = Plan(account, segment, today);
        var exposure = outcome.Exposure;
        var overdue = exposure.OverdueItems > 0;
        var open = account.Facts.Case;
        if (!overdue && open is null) return new(null, false, null, false);

        var start = open ?? CaseOpening.Open(account.Facts, today);
        var closes = !overdue && open is { Status: CaseStatus.Active } && account.Case is { OpenMatters: false };
        var plan = new CyclePlan(
            account.Place, account.Facts.Ledger.Key.EntityId, open?.Id, closes, start.Level, start.LevelOn, start.LastContactOn, null, false, null, null, null, null, null,
            exposure.Overdue, exposure.Credits, exposure.OldestDays, "[]", "")
        {
            Policy = segment.Version, PolicySegment = segment.Name,
            NewDebtorsADay = outcome is PlanOutcome.Contact { PlannedFor: var on } && on <= today && account.Facts.IsNewDebtor ? segment.Policy.NewDebtorsADay : null,
        };
        return outcome switch
        {
            PlanOutcome.NotNow held => new(
                plan with { Reasons = Worded(held.All.Select(note => (Wire.Name(note.Reason), note.Lifts, note.Why))), Why = $"Not contacted: {string.Join("; ", held.All.Select(Sentence))}." },
                overdue, overdue ? Wire.Name(held.Primary) : null, held.All.All(note => note.Reason == HoldReason.NoContactAddress)),
            PlanOutcome.Contact contact => Contacted(plan, account, contact, today),
            _ => throw new InvalidOperationException("an outcome of the planner that is not known here"),
        };
    }

    // A message that is under way for the same step does not change the plan; one for another step must end first.
    private static PlanOutcome Plan(AccountState account, PolicySegment segment, DateOnly today)
    {
        var outcome = Planner.Plan(account.Facts, segment.Policy, today);
        if (outcome is not PlanOutcome.Contact contact || account.Case is null) return outcome;
        var wanted = StateOf(account, contact) is { } state && IsUnderWay(state);
        return !wanted && OtherUnderWay(account.Case, segment.Version) ? Planner.Plan(account.Facts with { HasPendingTouch = true }, segment.Policy, today) : outcome;
    }

    // A reminder written under another policy is withdrawn in the same cycle and holds nothing up.
    private static bool OtherUnderWay(CaseRow row, string policy)
    {
        for (var i = 0; i < row.TouchIds.Count; i++)
        {
            var stale = row.TouchReminds[i] && row.TouchPolicies[i] is { } under && under != policy;
            if ((IsUnderWay(row.TouchStates[i]) && !stale) || (row.TouchStates[i] == TouchStates.Planned && !row.TouchReminds[i])) return true;
        }

        return false;
    }

    // The days the account came into the segment and under the policy it is in now.
    private static AccountState In(AccountState account, PolicySegment segment, DateOnly today)
    {
        if (account.Facts.Case is not { } open || account.Case is not { } row) return account;
        var since = row.Segment is null ? open.OpenedOn : row.Segment == segment.Name ? row.SegmentSince : today;
        var policySince = row.Policy is null ? open.OpenedOn : row.Policy == segment.Version ? row.PolicyOn : today;
        return account with { Facts = account.Facts with { SegmentSince = since, PolicySince = policySince } };
    }

    private static PlannedAccount Contacted(CyclePlan plan, AccountState account, PlanOutcome.Contact contact, DateOnly today)
    {
        var state = StateOf(account, contact);
        var free = state is null or TouchStates.Planned or TouchStates.Cancelled;
        var due = contact.PlannedFor <= today;
        var worded = plan with
        {
            TouchKey = $"{contact.Cause}|{contact.Purpose}", PlanTouch = free, Cause = contact.Cause, Purpose = Wire.Name(contact.Purpose), Stage = (int)contact.Stage,
            Action = Wire.Name(AutonomyLadder.ActionOf(contact.Purpose, contact.Stage)), PlannedFor = contact.PlannedFor,
            Reasons = Worded(contact.Reasons.Select(why => ("contact", (DateOnly?)null, why))),
            Why = $"Contact planned for {contact.PlannedFor:yyyy-MM-dd}, {Wire.Name(contact.Stage)}: {string.Join("; ", contact.Reasons)}.",
        };
        return new(worded, true, !free ? HeldByState(state!) : due ? null : Wire.Name(HoldReason.WaitingForWindow), true);
    }

    /// <summary>How an account with a touch in this state is counted when the state keeps it from being drafted.</summary>
    internal static string HeldByState(string state) => state switch
    {
        TouchStates.Monitored or TouchStates.Rejected or TouchStates.WithPerson or TouchStates.Bounced => state,
        TouchStates.Planned => "awaiting_draft",
        TouchStates.Cancelled => "nothing_to_say",
        _ => Wire.Name(HoldReason.PendingMessage),
    };

    private static bool IsUnderWay(string state) => state is TouchStates.InQueue or TouchStates.Approved or TouchStates.Scheduled;

    private static string? StateOf(AccountState account, PlanOutcome.Contact contact)
    {
        if (account.Facts.Case is not { } open || account.Case is not { } row) return null;
        var id = Touch.IdOf(open.Id, contact.Cause, contact.Purpose);
        for (var i = 0; i < row.TouchIds.Count; i++)
        {
            if (row.TouchIds[i] == id) return row.TouchStates[i];
        }

        return null;
    }

    private static string Sentence(HoldNote note) =>
        note.Lifts is { } lifts ? $"{Wire.Name(note.Reason)} until {lifts:yyyy-MM-dd} ({note.Why})" : $"{Wire.Name(note.Reason)} ({note.Why})";

    private static string Worded(IEnumerable<(string Reason, DateOnly? Lifts, string Why)> notes) =>
        JsonSerializer.Serialize(notes.Select(note => new { reason = note.Reason, lifts = note.Lifts, why = note.Why }));
}
