using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>Counts a cycle so that every overdue account is in exactly one place.</summary>
internal sealed class CycleTally
{
    private readonly SortedDictionary<string, long> held = new(StringComparer.Ordinal);
    private readonly List<string> due = [];
    private long overdue, opened, planned, drafted;

    public void Add(PlannedAccount account)
    {
        if (account.Overdue) overdue++;
        if (account.Wanted) planned++;
        if (account.HeldBy is { } reason) Hold(reason);
    }

    public void Stored(CycleStored stored)
    {
        opened += stored.Opened;
        due.AddRange(stored.DueTouches);
        if (stored.Ramped > 0) held[Wire.Name(HoldReason.FirstCycleRamp)] = held.GetValueOrDefault(Wire.Name(HoldReason.FirstCycleRamp)) + stored.Ramped;
    }

    /// <summary>Cases an earlier pass over the same day opened.</summary>
    public void OpenedBefore(CycleTally earlier) => opened += earlier.opened;

    /// <summary>Looks up what drafting made of the contacts that were due.</summary>
    public async Task SettleAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return;
        var states = await CycleDays.TouchStatesAsync(source, [.. due], cancellationToken);
        foreach (var id in due)
        {
            if (states[id] is TouchStates.InQueue or TouchStates.Scheduled or TouchStates.Approved or TouchStates.Monitored or TouchStates.Sent) drafted++;
            else Hold(PlanContact.HeldByState(states[id]));
        }
    }

    public CycleReport Report(DateOnly day, long casesOpen, TimeSpan elapsed) =>
        new(day, overdue, casesOpen, opened, planned, drafted, held, Math.Round(elapsed.TotalSeconds, 3));

    private void Hold(string reason) => held[reason] = held.GetValueOrDefault(reason) + 1;
}
