using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>What one pass over the items of an account tells; nothing is allocated for accounts without line suppressions.</summary>
internal readonly struct AccountSurvey
{
    private AccountSurvey(Exposure exposure, LineSelection lines, int ageOfAll, int ageOfChaseable, DateOnly? oldestDue, bool hasSmall)
    {
        Exposure = exposure;
        Lines = lines;
        AgeOfAll = ageOfAll;
        AgeOfChaseable = ageOfChaseable;
        OldestDue = oldestDue;
        HasSmall = hasSmall;
    }

    public Exposure Exposure { get; }

    /// <summary>The lines a message may list.</summary>
    public LineSelection Lines { get; }

    /// <summary>Days since the rolled due date of the oldest overdue item, paused ones included and lines too small to mention not.</summary>
    public int AgeOfAll { get; }

    /// <summary>The same over the items that may be chased; 0 when there is none.</summary>
    public int AgeOfChaseable { get; }

    /// <summary>Earliest due date of all overdue items but those too small to mention: a forgotten rest must not hold the ladder up.</summary>
    public DateOnly? OldestDue { get; }

    /// <summary>There is a line that would be listed if it were not too small.</summary>
    public bool HasSmall { get; }

    public static AccountSurvey Of(AccountFacts facts, Policy policy, BusinessCalendar calendar, DateOnly today)
    {
        var lines = LineSelection.For(facts.Suppressions, facts.Customer.Country, facts.Ledger.Key.Currency, policy, facts.FxRates, today);
        decimal overdue = 0, chaseable = 0, credits = 0;
        var count = 0;
        var small = false;
        DateOnly? oldest = null, oldestMentioned = null, oldestChaseable = null;
        var items = facts.Ledger.Items;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (!item.IsOverdue(today)) continue;
            count++;
            overdue += item.Residual;
            if (oldest is null || item.Due < oldest) oldest = item.Due;
            if (!lines.IsSmall(item) && (oldestMentioned is null || item.Due < oldestMentioned)) oldestMentioned = item.Due;
            var standing = lines.Of(item);
            small |= standing == LineStanding.Small;
            if (standing != LineStanding.Listed) continue;
            chaseable += item.Residual;
            if (oldestChaseable is null || item.Due < oldestChaseable) oldestChaseable = item.Due;
        }

        for (var i = 0; i < facts.Ledger.UnappliedCredits.Count; i++) credits += facts.Ledger.UnappliedCredits[i];
        var exposure = new Exposure(facts.Ledger.Key.Currency, overdue, chaseable, credits, Age(oldest, today), count);
        return new(exposure, lines, RolledAge(oldestMentioned, calendar, today), RolledAge(oldestChaseable, calendar, today), oldestMentioned, small);
    }

    private static int Age(DateOnly? day, DateOnly today) => day is { } from ? today.DayNumber - from.DayNumber : 0;

    private static int RolledAge(DateOnly? due, BusinessCalendar calendar, DateOnly today) =>
        due is { } day ? Math.Max(0, Age(calendar.RollForward(day), today)) : 0;
}
