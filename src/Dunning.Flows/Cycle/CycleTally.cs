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
    private readonly List<DueTouch> due = [];
    private readonly Dictionary<AccountPlace, RuleNote> stopped = [];
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
        foreach (var waits in stored.Ramped)
        {
            stopped[waits.Place] = RuleNote.Of(new(HoldReason.FirstCycleRamp, waits.Lifts, waits.Why));
            Hold(Wire.Name(HoldReason.FirstCycleRamp));
        }
    }

    /// <summary>Cases an earlier pass over the same day opened.</summary>
    public void OpenedBefore(CycleTally earlier) => opened += earlier.opened;

    /// <summary>Looks up what drafting made of the contacts that were due; returns why nothing goes out for some of the planned ones.</summary>
    public async Task<IReadOnlyDictionary<AccountPlace, RuleNote>> SettleAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return stopped;
        var states = await CycleDays.TouchStatesAsync(source, [.. due.Select(touch => touch.Id)], cancellationToken);
        foreach (var (id, place) in due)
        {
            if (states[id] is TouchStates.InQueue or TouchStates.Scheduled or TouchStates.Approved or TouchStates.Monitored or TouchStates.Sent) drafted++;
            else
            {
                stopped[place] = RuleNote.OfState(states[id]);
                Hold(PlanContact.HeldByState(states[id]));
            }
        }

        return stopped;
    }

    public CycleReport Report(DateOnly day, long casesOpen, TimeSpan elapsed) =>
        new(day, overdue, casesOpen, opened, planned, drafted, held, Math.Round(elapsed.TotalSeconds, 3));

    private void Hold(string reason) => held[reason] = held.GetValueOrDefault(reason) + 1;
}
