using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Kpi;

namespace Dunning.Console.Text;

/// <summary>Red, green or idle, with the words that go with it.</summary>
public sealed record Standing(string Css, string Words, string Why)
{
    /// <summary>The standing of an account by its last contact and its stored plan.</summary>
    /// <param name="plannedOn">The day of the plan.</param>
    /// <param name="contact">Whether the plan is to write now; null when there is no plan yet.</param>
    public static Standing Of(DateOnly? lastContactOn, bool? contact, DateOnly? plannedOn, IReadOnlyList<PlanReason> reasons, DateOnly today)
    {
        if (contact is null) return new("idle", "not planned yet", "the planner has not looked at this account yet");
        var why = reasons.Count > 0 ? reasons[0].Why : "";
        HoldReason? held = contact is true ? null : Wire.TryParse<HoldReason>(reasons is [var first, ..] ? first.Reason : null, out var reason) ? reason : HoldReason.WithPerson;
        return ContactStatus.Of(lastContactOn, held, plannedOn ?? today.AddDays(1), Policy.Default, today) switch
        {
            ContactColour.Green => new("green", "contacted lately, nothing due", why),
            ContactColour.Red => new("red", "a follow-up is due", why),
            ContactColour.Idle => new("idle", "nothing is due", why),
        };
    }
}
