namespace Dunning.Flows.Drafting;

/// <summary>Counts a run.</summary>
internal sealed class DraftTally
{
    private readonly Dictionary<string, int> held = new(StringComparer.Ordinal);
    private int drafted, queued, scheduled, monitored, objected;

    public void Add(DraftOutcome outcome)
    {
        if (outcome.Held is { } reason) held[reason] = held.GetValueOrDefault(reason) + 1;
        if (!outcome.Drafted) return;
        drafted++;
        if (outcome.InQueue) queued++;
        if (outcome.WillSend) scheduled++;
        if (!outcome.InQueue && !outcome.WillSend) monitored++;
        if (outcome.Objection) objected++;
    }

    public DraftCounts Counts() => new(drafted, queued, scheduled, monitored, objected, held);
}

/// <summary>What became of one touch.</summary>
internal sealed record DraftOutcome(bool Drafted, bool InQueue, bool WillSend, bool Objection, string? Held)
{
    public static DraftOutcome Monitored { get; } = new(true, false, false, false, null);

    public static DraftOutcome Scheduled { get; } = new(true, false, true, false, null);

    public static DraftOutcome Cancelled { get; } = new(false, false, false, false, null);

    public static DraftOutcome Queued(bool passed) => new(true, true, false, !passed, null);

    public static DraftOutcome HeldBy(string reason) => new(false, false, false, false, reason);
}
