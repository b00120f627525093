using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>The planner's word on one account on one day.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome(Exposure exposure) => Exposure = exposure;

    /// <summary>What the account owes.</summary>
    public Exposure Exposure { get; }

    /// <summary>Write to the customer.</summary>
    /// <param name="Stage">Tone of the message.</param>
    /// <param name="Items">All overdue items that are not paused, oldest first; one message lists them all.</param>
    /// <param name="Driver">The item that made it necessary: the oldest.</param>
    /// <param name="PlannedFor">The first business day of the debtor on which it may go out.</param>
    /// <param name="Cause">Makes the touch unique: see <see cref="Touch"/>.</param>
    /// <param name="Reasons">Why now, in words.</param>
    public sealed record Contact(
        Exposure Exposure, Purpose Purpose, Stage Stage, IReadOnlyList<OpenItem> Items, OpenItem Driver,
        DateOnly PlannedFor, string Cause, IReadOnlyList<string> Reasons) : PlanOutcome(Exposure);

    /// <summary>Do not write now.</summary>
    /// <param name="Primary">The most binding reason.</param>
    /// <param name="All">Every reason that holds, most binding first.</param>
    public sealed record NotNow(Exposure Exposure, HoldReason Primary, IReadOnlyList<HoldNote> All) : PlanOutcome(Exposure);
}
