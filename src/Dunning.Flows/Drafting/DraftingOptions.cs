namespace Dunning.Flows.Drafting;

/// <summary>Settings of drafting.</summary>
/// <param name="VetoWindow">How long a scheduled message waits for an objection.</param>
/// <param name="ApprovalLifetime">How long an approval is good for.</param>
public sealed record DraftingOptions(TimeSpan VetoWindow, TimeSpan ApprovalLifetime)
{
    /// <summary>Thirty minutes of veto, three days for an approval.</summary>
    public static DraftingOptions Default { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(3));
}
