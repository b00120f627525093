using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Cycle;

namespace Dunning.Flows.Outlook;

/// <summary>
/// The accounts of one customer carried through days in memory: planned as the cycle plans, every planned message taken
/// as delivered on its day. Nothing is read or written.
/// </summary>
internal sealed class SimulatedCustomer(IEnumerable<AccountState> accounts, PolicySet policies)
{
    private readonly AccountState[] accounts = [.. accounts];

    public IReadOnlyList<AccountState> Accounts => accounts;

    /// <summary>True when the plan is a message that goes out on its day without waiting for anything.</summary>
    public static bool GoesOut(PlannedAccount planned) => planned is { Outcome: PlanOutcome.Contact, Held: null };

    /// <summary>Changes what is known of an account before its day is planned.</summary>
    public void Change(int account, Func<AccountFacts, AccountFacts> change) =>
        accounts[account] = accounts[account] with { Facts = change(accounts[account].Facts) };

    /// <summary>Plans a day and lets what goes out be delivered.</summary>
    public IReadOnlyList<PlannedAccount> Live(DateOnly day)
    {
        var planned = PlanContact.Decide(accounts, policies, day);
        for (var i = 0; i < planned.Count; i++)
        {
            Keep(i, planned[i], day);
            if (GoesOut(planned[i])) Deliver(i, (PlanOutcome.Contact)planned[i].Outcome, day);
        }

        return planned;
    }

    /// <summary>A message of this account reached the customer; every account of the customer counts it.</summary>
    /// <param name="touch">Null for an answer, which does not move the ladder.</param>
    public void Deliver(int account, Touch? touch, DateOnly day)
    {
        if (touch is not null && accounts[account].Facts.Case is { } open) Change(account, facts => facts with { Case = open.After(touch, day) });
        for (var i = 0; i < accounts.Length; i++)
            Change(i, facts => facts with { LastContactOn = day, RecentContacts = touch is null ? facts.RecentContacts : [.. facts.RecentContacts, day] });
    }

    /// <summary>A planned message reached the customer.</summary>
    private void Deliver(int account, PlanOutcome.Contact contact, DateOnly day)
    {
        var touch = Touch.Make(accounts[account].Facts.Case!.Id, contact.Cause, contact.Purpose, contact.Stage, contact.PlannedFor, null);
        Deliver(account, touch, day);
        if (contact.Purpose == Purpose.PromiseLapsed)
            Change(account, facts => facts with { Lapsed = [.. facts.Lapsed.Where(lapsed => Touch.PromiseCause(lapsed.PromiseId) != contact.Cause)] });
    }

    // Cases open and close as the cycle's rows would have it.
    private void Keep(int account, PlannedAccount planned, DateOnly day)
    {
        var facts = accounts[account].Facts;
        if (accounts[account].Case is { } row)
            accounts[account] = accounts[account] with { Case = row with { Segment = planned.Segment.Name, SegmentSince = planned.Account.Facts.SegmentSince, Policy = planned.Segment.Version, PolicyOn = planned.Account.Facts.PolicySince } };
        if (planned.Overdue) Change(account, known => known with { Case = known.Case ?? CaseOpening.Open(known, day) });
        else if (facts.Case is { Status: CaseStatus.Active } && accounts[account].Case is not { OpenMatters: true })
            Change(account, known => known with { Case = null, HadEarlierCase = true });
    }
}
