using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Cycle;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Outlook;

/// <summary>A message that was decided on before the preview begins, or follows from a pause that ends without a payment.</summary>
/// <param name="Stage">0 for answers, which do not move the ladder and wait for no interval.</param>
internal sealed record PendingMessage(int Account, int Stage, DateOnly From, string Why);

/// <summary>The messages of one customer that go out before anything new is planned.</summary>
internal sealed class PendingMessages
{
    private readonly List<PendingMessage> waiting = [];

    public void Add(PendingMessage message) => waiting.Add(message);

    /// <summary>Takes over what is on its way; the touches themselves are no longer in the way of the plans.</summary>
    public AccountState TakeOver(int account, AccountState state, PolicySegment segment)
    {
        if (state.Case is not { } row) return state;
        var keep = new List<int>();
        for (var i = 0; i < row.TouchStates.Count; i++)
        {
            var answer = row.TouchStates[i] == TouchStates.Planned && !row.TouchReminds[i];
            if (TouchLookup.IsUnderWay(row.TouchStates[i]) && TouchLookup.IsStale(row, i, segment)) continue;
            if (answer || TouchLookup.IsUnderWay(row.TouchStates[i]))
                waiting.Add(new(account, row.TouchStages[i], row.TouchDays[i], answer ? "an answer to the customer is planned" : $"the message of {row.TouchDays[i]:yyyy-MM-dd} waits for approval or for its hour"));
            else
                keep.Add(i);
        }

        T[] Kept<T>(IReadOnlyList<T> all) => [.. keep.Select(index => all[index])];
        return state with
        {
            Case = row with
            {
                TouchIds = Kept(row.TouchIds), TouchStates = Kept(row.TouchStates), TouchReminds = Kept(row.TouchReminds), TouchDays = Kept(row.TouchDays), TouchStages = Kept(row.TouchStages),
                TouchPolicies = Kept(row.TouchPolicies),
            },
        };
    }

    /// <summary>The accounts that have a message waiting, whose plans must wait for it.</summary>
    public bool Waits(int account) => waiting.Exists(message => message.Account == account);

    /// <summary>What may go out on the day, first decided first; a reminder waits for the interval, an answer does not.</summary>
    public IEnumerable<PendingMessage> Due(SimulatedCustomer customer, PolicySet policies, DateOnly day)
    {
        if (waiting.Count == 0) yield break;
        foreach (var message in waiting.Where(message => message.From <= day).OrderBy(message => message.From).ThenBy(message => message.Account).ToList())
        {
            var facts = customer.Accounts[message.Account].Facts;
            var policy = policies.SegmentFor(facts, day).Policy;
            if (!policy.CalendarFor(facts.Customer.Country).IsBusinessDay(day)) continue;
            var last = facts.LastKnownContact;
            if (message.Stage != 0 && last is { } on && on.AddDays(policy.MinimumIntervalDays) > day) continue;
            waiting.Remove(message);
            yield return message;
        }
    }

    /// <summary>The touch of a waiting reminder, as it is told to the case.</summary>
    public static Touch? TouchOf(PendingMessage message, AccountFacts facts) => message.Stage == 0 ? null
        : Touch.Make(facts.Case!.Id, Touch.LadderCause(message.Stage == facts.Level + 1 ? facts.LadderRun : facts.LadderRun + 1, (Stage)message.Stage), Purpose.Reminder, (Stage)message.Stage, message.From, null);
}
