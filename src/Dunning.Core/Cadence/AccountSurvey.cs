using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>What one pass over the items of an account tells; nothing is allocated for accounts without line suppressions.</summary>
internal readonly struct AccountSurvey
{
    private readonly HeldLines? _held;
    private readonly BusinessCalendar _calendar;

    private AccountSurvey(Exposure exposure, HeldLines? held, BusinessCalendar calendar, int ageOfAll, int ageOfChaseable, DateOnly? oldestDue, DateOnly? oldestUnpaused)
    {
        Exposure = exposure;
        _held = held;
        _calendar = calendar;
        AgeOfAll = ageOfAll;
        AgeOfChaseable = ageOfChaseable;
        OldestDue = oldestDue;
        OldestUnpaused = oldestUnpaused;
    }

    public Exposure Exposure { get; }

    /// <summary>Days since the rolled due date of the oldest overdue item, paused ones included.</summary>
    public int AgeOfAll { get; }

    /// <summary>The same over the items that may be chased; 0 when there is none.</summary>
    public int AgeOfChaseable { get; }

    /// <summary>Earliest due date of all overdue items.</summary>
    public DateOnly? OldestDue { get; }

    /// <summary>Earliest rolled due date of the overdue items that are not paused, whether or not it has passed; null when all are paused.</summary>
    public DateOnly? OldestUnpaused { get; }

    public static AccountSurvey Of(AccountFacts facts, BusinessCalendar calendar, DateOnly today)
    {
        var items = facts.Ledger.Items;
        var held = HeldLines.Of(facts.Suppressions, items, today);
        var inDispute = HeldLines.Disputed(facts.Suppressions, items, today);
        decimal overdue = 0, chaseable = 0, credits = 0, disputed = 0;
        var count = 0;
        DateOnly? oldest = null, oldestUnpaused = null, oldestChaseable = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (!item.IsOverdue(today)) continue;
            count++;
            overdue += item.Residual;
            disputed += inDispute?.On(item) ?? 0;
            if (oldest is null || item.Due < oldest) oldest = item.Due;
            if (held is not null && held.IsWhole(item)) continue;
            if (oldestUnpaused is null || item.Due < oldestUnpaused) oldestUnpaused = item.Due;
            if (Chased(item, held, calendar, today) is not { } line) continue;
            chaseable += line.Residual;
            if (oldestChaseable is null || item.Due < oldestChaseable) oldestChaseable = item.Due;
        }

        for (var i = 0; i < facts.Ledger.UnappliedCredits.Count; i++) credits += facts.Ledger.UnappliedCredits[i];
        var exposure = new Exposure(facts.Ledger.Key.Currency, overdue, chaseable, credits, Age(oldest, today), count) { Disputed = disputed };
        return new(exposure, held, calendar, RolledAge(oldest, calendar, today), RolledAge(oldestChaseable, calendar, today), oldest,
            oldestUnpaused is { } unpaused ? calendar.RollForward(unpaused) : null);
    }

    /// <summary>The items a message may list with what may be asked for on each, oldest first, in an order that does not depend on the ledger's.</summary>
    public List<OpenItem> Chaseable(AccountLedger ledger, DateOnly today)
    {
        var list = new List<OpenItem>();
        for (var i = 0; i < ledger.Items.Count; i++)
            if (ledger.Items[i].IsOverdue(today) && Chased(ledger.Items[i], _held, _calendar, today) is { } line)
                list.Add(line);
        list.Sort(static (left, right) => (left.Due, left.InstalmentId).CompareTo((right.Due, right.InstalmentId)));
        return list;
    }

    public bool IsPaused(OpenItem item) => _held is not null && _held.IsWhole(item);

    // The line as a message may state it: less what is held of it.
    private static OpenItem? Chased(OpenItem item, HeldLines? held, BusinessCalendar calendar, DateOnly today)
    {
        if (calendar.RollForward(item.Due) >= today) return null;
        var off = held?.On(item) ?? 0;
        return off == 0 ? item : off < item.Residual ? item with { Residual = item.Residual - off } : null;
    }

    private static int Age(DateOnly? day, DateOnly today) => day is { } from ? today.DayNumber - from.DayNumber : 0;

    private static int RolledAge(DateOnly? due, BusinessCalendar calendar, DateOnly today) =>
        due is { } day ? Math.Max(0, Age(calendar.RollForward(day), today)) : 0;
}
