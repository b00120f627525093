using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>What one pass over the items of an account tells; nothing is allocated for accounts without line suppressions.</summary>
internal readonly struct AccountSurvey
{
    public required Exposure Exposure { get; init; }

    /// <summary>Which lines a message lists.</summary>
    public required LineSelection Lines { get; init; }

    /// <summary>Days since the rolled due date of the oldest overdue item that is not too small to mention, paused ones included.</summary>
    public required int AgeOfAll { get; init; }

    /// <summary>The same over the items that may be chased; 0 when there is none.</summary>
    public required int AgeOfChaseable { get; init; }

    /// <summary>Earliest due date of all overdue items but those too small to mention: a forgotten rest must not hold the ladder up.</summary>
    public required DateOnly? OldestDue { get; init; }

    /// <summary>Earliest rolled due date of the overdue items that are neither paused nor too small, whether or not it has passed; null when there is none.</summary>
    public required DateOnly? OldestUnpaused { get; init; }

    /// <summary>There is a line that would be listed if it were not too small.</summary>
    public required bool HasSmall { get; init; }

    public static AccountSurvey Of(AccountFacts facts, Policy policy, BusinessCalendar calendar, DateOnly today)
    {
        var items = facts.Ledger.Items;
        var lines = LineSelection.For(facts.Ledger, facts.Suppressions, facts.Customer.Country, policy, facts.FxRates, today);
        var inDispute = HeldLines.Disputed(facts.Suppressions, items, today);
        decimal overdue = 0, chaseable = 0, credits = 0, disputed = 0;
        var count = 0;
        var small = false;
        DateOnly? oldest = null, oldestMentioned = null, oldestUnpaused = null, oldestChaseable = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (!item.IsOverdue(today)) continue;
            count++;
            overdue += item.Residual;
            disputed += inDispute?.On(item) ?? 0;
            oldest = Earlier(oldest, item.Due);
            var standing = lines.Of(item);
            small |= standing == LineStanding.Small;
            if (!lines.IsSmall(item)) oldestMentioned = Earlier(oldestMentioned, item.Due);
            if (standing != LineStanding.Small && !lines.IsSmall(item) && !lines.IsPaused(item)) oldestUnpaused = Earlier(oldestUnpaused, item.Due);
            if (standing != LineStanding.Listed) continue;
            chaseable += lines.Rest(item);
            oldestChaseable = Earlier(oldestChaseable, item.Due);
        }

        for (var i = 0; i < facts.Ledger.UnappliedCredits.Count; i++) credits += facts.Ledger.UnappliedCredits[i];
        return new()
        {
            Exposure = new(facts.Ledger.Key.Currency, overdue, chaseable, credits, Age(oldest, today), count) { Disputed = disputed },
            Lines = lines, AgeOfAll = RolledAge(oldestMentioned, calendar, today), AgeOfChaseable = RolledAge(oldestChaseable, calendar, today),
            OldestDue = oldestMentioned, OldestUnpaused = oldestUnpaused is { } unpaused ? calendar.RollForward(unpaused) : null, HasSmall = small,
        };
    }

    private static DateOnly Earlier(DateOnly? known, DateOnly day) => known is { } first && first <= day ? first : day;

    private static int Age(DateOnly? day, DateOnly today) => day is { } from ? today.DayNumber - from.DayNumber : 0;

    private static int RolledAge(DateOnly? due, BusinessCalendar calendar, DateOnly today) =>
        due is { } day ? Math.Max(0, Age(calendar.RollForward(day), today)) : 0;
}
