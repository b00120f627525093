using Dunning.Core.Cadence;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>Counts a cycle so that every overdue account is in exactly one place.</summary>
internal sealed class CycleTally
{
    private readonly SortedDictionary<string, long> held = new(StringComparer.Ordinal);
    private readonly List<DueTouch> due = [];
    private long overdue, opened, planned, drafted;

    public void Add(PlannedAccount account)
    {
        if (account.Overdue) overdue++;
        if (account.Wanted) planned++;
        if (account.HeldBy is { } reason) Hold(reason);
    }

    public void Stored(long casesOpened, IReadOnlyList<DueTouch> dueTouches)
    {
        opened += casesOpened;
        due.AddRange(dueTouches);
    }

    /// <summary>Looks up what drafting made of the contacts that were due; returns the states of those for which nothing goes out.</summary>
    public async Task<IReadOnlyDictionary<AccountPlace, string>> SettleAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        Dictionary<AccountPlace, string> stopped = [];
        if (due.Count == 0) return stopped;
        var states = await CycleDays.TouchStatesAsync(source, [.. due.Select(touch => touch.Id)], cancellationToken);
        foreach (var (id, place) in due)
        {
            if (states[id] is TouchStates.InQueue or TouchStates.Scheduled or TouchStates.Approved or TouchStates.Monitored or TouchStates.Sent) drafted++;
            else
            {
                stopped[place] = states[id];
                Hold(PlanContact.HeldByState(states[id]));
            }
        }

        return stopped;
    }

    public CycleReport Report(DateOnly day, long casesOpen, TimeSpan elapsed) =>
        new(day, overdue, casesOpen, opened, planned, drafted, held, Math.Round(elapsed.TotalSeconds, 3));

    private void Hold(string reason) => held[reason] = held.GetValueOrDefault(reason) + 1;
}
