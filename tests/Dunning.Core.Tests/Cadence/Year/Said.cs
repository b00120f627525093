using Dunning.Core.Cadence;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>Two answers of the planner, compared by everything they say.</summary>
internal static class Said
{
    public static bool Same(PlanOutcome left, PlanOutcome right) => Text(left) == Text(right);

    public static string Text(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Contact it => $"{it.Exposure} {it.Purpose} {it.Stage} {it.Cause} {it.PlannedFor} {it.Driver.InstalmentId} {string.Join(',', it.Items)} {string.Join(';', it.Reasons)}",
        PlanOutcome.NotNow it => $"{it.Exposure} {it.Primary} {string.Join(',', it.All)}",
        _ => throw new InvalidOperationException("no such outcome"),
    };
}
