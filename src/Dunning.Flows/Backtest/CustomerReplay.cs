using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Cycle;
using Dunning.Flows.Outlook;

namespace Dunning.Flows.Backtest;

/// <summary>A contact the policy would have made.</summary>
/// <param name="Account">Position of the account in the customer's history.</param>
/// <param name="Policy">The policy it was made by.</param>
/// <param name="Items">Positions of the listed instalments in the account's history.</param>
internal sealed record ReplayedContact(DateOnly Day, int Account, Stage Stage, Policy Policy, IReadOnlyList<int> Items);

/// <summary>
/// Replays the policy over the history of one customer. Between two days on which something can change the plan is the
/// same, so only those are planned: days on which the ledger changes, an item becomes overdue, chaseable or old enough
/// for a stage, and the days on which a hold lifts. A test compares this with planning every day.
/// </summary>
internal sealed class CustomerReplay
{
    private readonly CustomerHistory history;
    private readonly PolicySet policies;
    private readonly SimulatedCustomer customer;
    private readonly DateOnly[] changes;
    private readonly string?[] heldBy;
    private readonly Dictionary<long, int>[] positions;

    public CustomerReplay(CustomerHistory history, PolicySet policies, DateOnly from)
    {
        this.history = history;
        this.policies = policies;
        // What was imported about earlier dunning counts only if it is older than the replay.
        var debtor = history.Customer.ImportedLastContact < from ? history.Customer : history.Customer with { ImportedLevel = 0, ImportedLastContact = null };
        customer = new(history.Accounts.Select(account => new AccountState(
            new(account.Key.CustomerId, account.Key.Currency), new(new(account.Key, [], []), debtor, history.TimeZone, true, null, [], null, false, false, true), null)), policies);
        heldBy = new string?[history.Accounts.Count];
        changes = [.. Changes().Distinct().Order()];
        positions = [.. history.Accounts.Select(account => account.Instalments.Select((instalment, at) => (instalment.Row.InstalmentId, at)).ToDictionary(pair => pair.InstalmentId, pair => pair.at))];
    }

    /// <summary>What bound each account most on the last planned day on which it was overdue and not written to; null when there was none.</summary>
    public IReadOnlyList<string?> HeldBy => heldBy;

    /// <summary>Days planned so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The contacts between two days, both included.</summary>
    /// <param name="everyDay">Plans every day, to compare with.</param>
    public List<ReplayedContact> Run(DateOnly from, DateOnly to, bool everyDay)
    {
        List<ReplayedContact> contacts = [];
        for (var day = from; day <= to; Steps++)
        {
            for (var i = 0; i < history.Accounts.Count; i++)
            {
                var (ledger, lastPaid) = history.Accounts[i].On(day);
                customer.Change(i, facts => facts with { Ledger = ledger, LastPartPaymentOn = lastPaid });
            }

            var planned = customer.Live(day);
            for (var i = 0; i < planned.Count; i++)
            {
                if (planned[i].Overdue) heldBy[i] = planned[i].HeldBy ?? heldBy[i];
                if (!SimulatedCustomer.GoesOut(planned[i])) continue;
                var contact = (PlanOutcome.Contact)planned[i].Outcome;
                contacts.Add(new(day, i, contact.Stage, planned[i].Segment.Policy, [.. contact.Items.Select(item => positions[i][item.InstalmentId])]));
            }

            day = everyDay || planned.Any(SimulatedCustomer.GoesOut) ? day.AddDays(1) : Next(day, planned);
        }

        return contacts;
    }

    /// <summary>The policy of an account on a day of its history.</summary>
    public static Policy PolicyOn(CustomerHistory history, int account, PolicySet policies, DateOnly day) =>
        policies.For(PolicySubject.Of(history.Customer, history.Accounts[account].On(day).Ledger, null, day));

    private DateOnly Next(DateOnly day, IReadOnlyList<PlannedAccount> planned)
    {
        var at = Array.BinarySearch(changes, day.AddDays(1));
        if (at < 0) at = ~at;
        var next = at < changes.Length ? changes[at] : DateOnly.MaxValue;
        foreach (var account in planned)
        {
            if (account.Outcome is PlanOutcome.Contact waits && waits.PlannedFor > day && waits.PlannedFor < next) next = waits.PlannedFor;
            if (account.Outcome is not PlanOutcome.NotNow held) continue;
            foreach (var note in held.All)
                if (note.Lifts is { } lifts && lifts > day && lifts < next) next = lifts;
        }

        return next;
    }

    private IEnumerable<DateOnly> Changes()
    {
        foreach (var account in history.Accounts)
        {
            foreach (var change in account.Changes()) yield return change;
            foreach (var instalment in account.Instalments)
            {
                var due = instalment.Row.Due;
                yield return due.AddDays(1);
                foreach (var segment in policies.Segments)
                {
                    var rolled = segment.Policy.CalendarFor(history.Customer.Country).RollForward(due);
                    yield return rolled.AddDays(1);
                    for (var level = 1; level <= segment.Policy.Ladder.Count; level++) yield return rolled.AddDays(segment.Policy.AgeFor(level));
                }
            }
        }
    }
}
