using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Simulator.Timing;

/// <summary>
/// A debtor whose account is planned day by day by the real policy. What it buys and when it pays does not depend on the
/// hour it is written at, so that every way of choosing the hour meets the same contacts.
/// </summary>
internal sealed class PacedDebtor(Customer customer, Random chance)
{
    private readonly List<(OpenItem Item, DateOnly PaidOn)> items = [];
    private CaseView? view;
    private DateOnly? lastContact;
    private bool hadCase;
    private long next = 1;

    /// <summary>The days on which the policy contacts the debtor, in order.</summary>
    public IEnumerable<DateOnly> Contacts(DateOnly from, int days, Policy policy)
    {
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
        {
            Trade(day);
            if (policy.DefaultCalendar.IsBusinessDay(day) && IsContacted(day, policy)) yield return day;
        }
    }

    private void Trade(DateOnly day)
    {
        if (chance.NextDouble() < 0.04)
        {
            var due = day.AddDays(14);
            var amount = 100 + chance.Next(900);
            items.Add((new(next, next * 10, $"T-{next++}", day, due, amount, amount, InvoiceStatus.Open), due.AddDays(5 + chance.Next(60))));
        }
        items.RemoveAll(item => item.PaidOn <= day);
    }

    private bool IsContacted(DateOnly day, Policy policy)
    {
        var key = new AccountKey(customer.EntityId, customer.Id, "EUR");
        var ledger = new AccountLedger(key, [.. items.Select(item => item.Item)], []);
        Follow(ledger, day);
        if (view is null || Planner.Plan(Facts(ledger), policy, day) is not PlanOutcome.Contact contact) return false;
        var touch = Touch.Make(view.Case.Id, contact.Cause, contact.Purpose, contact.Stage, contact.PlannedFor, null);
        view = CaseDecision.Decide(view with { Items = ledger.Items }, new CaseEvent.TouchSent(touch, day), policy, day).Next;
        lastContact = day;
        return true;
    }

    private void Follow(AccountLedger ledger, DateOnly day)
    {
        if (view is not null && !ledger.Items.Any(item => item.IsOverdue(day))) (view, hadCase) = (null, true);
        if (view is not null || !CaseOpening.IsDue(ledger, day)) return;
        view = new(CaseOpening.Open(Facts(ledger), day) with { Id = next++ }, customer.Country, ledger.Items, [], [], [], [], 0, false);
    }

    private AccountFacts Facts(AccountLedger ledger) =>
        new(ledger, customer, "Europe/Berlin", true, view?.Case, [], lastContact, false, false, true) { HadEarlierCase = hadCase };
}
