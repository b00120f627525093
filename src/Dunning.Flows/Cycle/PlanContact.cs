using System.Text.Json;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Cycle;

/// <summary>What became of an account in a cycle: its rows, its explanation, and how it is counted.</summary>
/// <param name="Segment">The policy segment the account was planned in.</param>
/// <param name="Plan">Null when there is nothing to store.</param>
/// <param name="Items">Item by item; null where nobody has asked yet, since there is no case.</param>
/// <param name="Held">Why no message goes out although one is planned; null otherwise.</param>
/// <param name="HeldBy">Reason why it is not contacted; null when a contact is due, or nothing is overdue.</param>
/// <param name="Wanted">The next step is due, now or when the window opens, whether or not there is an address for it.</param>
internal sealed record PlannedAccount(
    AccountState Account, PolicySegment Segment, PlanOutcome Outcome, CyclePlan? Plan, IReadOnlyList<ItemNote>? Items, IReadOnlyList<RuleNote>? Held, string? HeldBy, bool Wanted)
{
    public bool Overdue => Outcome.Exposure.OverdueItems > 0;
}

/// <summary>Asks the core about the accounts of one customer and words the answers; reads and writes nothing.</summary>
internal static class PlanContact
{
    public static IReadOnlyList<PlannedAccount> Decide(IReadOnlyList<AccountState> customer, PolicySet policies, DateOnly today)
    {
        var planned = new Turn[customer.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            var segment = policies.SegmentFor(customer[i].Facts, today);
            planned[i] = Plan(In(customer[i], segment, today), segment, today);
        }

        // Accounts of one customer may stand in different segments: between their messages the longest interval counts.
        var pace = planned.MaxBy(one => one.Segment.Policy.MinimumIntervalDays)!.Segment.Policy;
        var shared = CustomerTurn.Share(
            [.. planned.Select(one => new AccountTurn(one.Account.Place.Currency, one.Outcome, TouchLookup.ClaimOf(one.Account, one.Outcome, one.Segment, today), TouchLookup.WaitsSince(one.Account)))],
            pace, pace.CalendarFor(customer[0].Facts.Customer.Country), today);
        return [.. planned.Zip(shared, (one, outcome) => Decide(one.Account, one.Segment, outcome, today))];
    }

    private sealed record Turn(AccountState Account, PolicySegment Segment, PlanOutcome Outcome);

    private static PlannedAccount Decide(AccountState account, PolicySegment segment, PlanOutcome outcome, DateOnly today)
    {
        var cased = outcome.Exposure.OverdueItems > 0 || account.Facts.Case is not null;
        var items = cased ? ItemNotes.Of(account.Facts, outcome, segment.Policy, today) : null;
        var plan = items is null ? null : PlanOf(account, segment, outcome, items, today);
        return outcome switch
        {
            PlanOutcome.NotNow held => new(
                account, segment, outcome, plan is null ? null : plan with { Reasons = Worded(held.All.Select(RuleNote.Of)), Why = $"Not contacted: {string.Join("; ", held.All.Select(Sentence))}." },
                items, null, held.Exposure.OverdueItems > 0 ? Wire.Name(held.Primary) : null, held.All.All(note => note.Reason == HoldReason.NoContactAddress)),
            PlanOutcome.Contact contact => Contacted(account, segment, contact, plan!, items!, today),
            _ => throw new InvalidOperationException("an outcome of the planner that is not known here"),
        };
    }

    // A message that is under way for the same step does not change the plan; one for another step must end first.
    private static Turn Plan(AccountState account, PolicySegment segment, DateOnly today)
    {
        var outcome = Planner.Plan(account.Facts, segment.Policy, today);
        if (outcome is not PlanOutcome.Contact contact || !TouchLookup.AnyUnderWay(account, segment)) return new(account, segment, outcome);
        if (TouchLookup.StateOf(account, contact) is { } state && TouchLookup.IsUnderWay(state)) return new(account, segment, outcome);
        var pending = account with { Facts = account.Facts with { HasPendingTouch = true } };
        return new(pending, segment, Planner.Plan(pending.Facts, segment.Policy, today));
    }

    // The days the account came into the segment and under the policy it is in now.
    private static AccountState In(AccountState account, PolicySegment segment, DateOnly today)
    {
        if (account.Facts.Case is not { } open || account.Case is not { } row) return account;
        var since = row.Segment is null ? open.OpenedOn : row.Segment == segment.Name ? row.SegmentSince : today;
        var policySince = row.Policy is null ? open.OpenedOn : row.Policy == segment.Version ? row.PolicyOn : today;
        return account with { Facts = account.Facts with { SegmentSince = since, PolicySince = policySince } };
    }

    private static CyclePlan PlanOf(AccountState account, PolicySegment segment, PlanOutcome outcome, IReadOnlyList<ItemNote> items, DateOnly today)
    {
        var exposure = outcome.Exposure;
        var overdue = exposure.OverdueItems > 0;
        var open = account.Facts.Case;
        var start = open ?? CaseOpening.Open(account.Facts, today);
        var closes = !overdue && open is { Status: CaseStatus.Active } && account.Case is { OpenMatters: false };
        return new(
            account.Place, account.Facts.Ledger.Key.EntityId, open?.Id, closes, start.Level, start.LevelOn, start.LastContactOn, null, false, null, null, null, null, null,
            exposure.Overdue, exposure.Credits, exposure.OldestDays, "[]", "")
        {
            Policy = segment.Version, PolicySegment = segment.Name, ItemRules = OwnRules(items),
            NewDebtorsADay = outcome is PlanOutcome.Contact { PlannedFor: var on } && on <= today && account.Facts.IsNewDebtor ? segment.Policy.NewDebtorsADay : null,
        };
    }

    private static PlannedAccount Contacted(AccountState account, PolicySegment segment, PlanOutcome.Contact contact, CyclePlan plan, IReadOnlyList<ItemNote> items, DateOnly today)
    {
        var state = TouchLookup.StateOf(account, contact);
        var free = TouchLookup.IsFree(state);
        var worded = plan with
        {
            TouchKey = $"{contact.Cause}|{contact.Purpose}", PlanTouch = free, Cause = contact.Cause, Purpose = Wire.Name(contact.Purpose), Stage = (int)contact.Stage,
            Action = Wire.Name(AutonomyLadder.ActionOf(contact.Purpose, contact.Stage)), PlannedFor = contact.PlannedFor,
            Reasons = Worded(AccountNotes.Why(contact)),
            Why = $"Contact planned for {contact.PlannedFor:yyyy-MM-dd}, {Wire.Name(contact.Stage)}: {string.Join("; ", contact.Reasons)}.",
        };
        var held = !free ? RuleNote.OfState(state!)
            : contact.PlannedFor > today ? new(Wire.Name(HoldReason.WaitingForWindow), contact.PlannedFor, "the customer is written to on business days only") : null;
        return new(account, segment, contact, worded, items, held is null ? null : [held, .. AccountNotes.Why(contact)], held?.Reason, true);
    }

    /// <summary>How an account with a touch in this state is counted when the state keeps it from being drafted.</summary>
    internal static string HeldByState(string state) => state switch
    {
        TouchStates.Monitored or TouchStates.Rejected or TouchStates.WithPerson or TouchStates.Bounced => state,
        TouchStates.Planned => "awaiting_draft",
        TouchStates.Cancelled => "nothing_to_say",
        _ => Wire.Name(HoldReason.PendingMessage),
    };

    private static string Sentence(HoldNote note) =>
        note.Lifts is { } lifts ? $"{Wire.Name(note.Reason)} until {lifts:yyyy-MM-dd} ({note.Why})" : $"{Wire.Name(note.Reason)} ({note.Why})";

    private static string Worded(IEnumerable<RuleNote> notes) =>
        JsonSerializer.Serialize(notes.Select(note => new { reason = note.Reason, lifts = note.Lifts, why = note.Why }));

    private static string OwnRules(IReadOnlyList<ItemNote> items) => items.All(item => item.Own.Count == 0) ? "[]" : JsonSerializer.Serialize(
        items.SelectMany(item => item.Own.Select(note => new { instalment = item.Item.InstalmentId, reason = Wire.Name(note.Reason), lifts = note.Lifts, why = note.Why })));
}
