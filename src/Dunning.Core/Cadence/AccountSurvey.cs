using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>What one pass over the items of an account tells; nothing is allocated for accounts without line suppressions.</summary>
internal readonly struct AccountSurvey
{
    private readonly HashSet<long>? _paused;
    private readonly BusinessCalendar _calendar;

    private AccountSurvey(Exposure exposure, HashSet<long>? paused, BusinessCalendar calendar, int ageOfAll, int ageOfChaseable, DateOnly? oldestDue, DateOnly? oldestUnpaused)
    {
        Exposure = exposure;
        _paused = paused;
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
        var paused = PausedLines(facts.Suppressions, today);
        decimal overdue = 0, chaseable = 0, credits = 0;
        var count = 0;
        DateOnly? oldest = null, oldestUnpaused = null, oldestChaseable = null;
        var items = facts.Ledger.Items;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (!item.IsOverdue(today)) continue;
            count++;
            overdue += item.Residual;
            if (oldest is null || item.Due < oldest) oldest = item.Due;
            if (paused is not null && paused.Contains(item.InvoiceId)) continue;
            if (oldestUnpaused is null || item.Due < oldestUnpaused) oldestUnpaused = item.Due;
            if (!MayBeChased(item, paused, calendar, today)) continue;
            chaseable += item.Residual;
            if (oldestChaseable is null || item.Due < oldestChaseable) oldestChaseable = item.Due;
        }

        for (var i = 0; i < facts.Ledger.UnappliedCredits.Count; i++) credits += facts.Ledger.UnappliedCredits[i];
        var exposure = new Exposure(facts.Ledger.Key.Currency, overdue, chaseable, credits, Age(oldest, today), count);
        return new(exposure, paused, calendar, RolledAge(oldest, calendar, today), RolledAge(oldestChaseable, calendar, today), oldest,
            oldestUnpaused is { } unpaused ? calendar.RollForward(unpaused) : null);
    }

    /// <summary>The items a message may list, oldest first, in an order that does not depend on the ledger's.</summary>
    public List<OpenItem> Chaseable(AccountLedger ledger, DateOnly today)
    {
        var list = new List<OpenItem>();
        for (var i = 0; i < ledger.Items.Count; i++)
            if (ledger.Items[i].IsOverdue(today) && MayBeChased(ledger.Items[i], _paused, _calendar, today))
                list.Add(ledger.Items[i]);
        list.Sort(static (left, right) => (left.Due, left.InstalmentId).CompareTo((right.Due, right.InstalmentId)));
        return list;
    }

    public bool IsPaused(long invoiceId) => _paused is not null && _paused.Contains(invoiceId);

    private static bool MayBeChased(OpenItem item, HashSet<long>? paused, BusinessCalendar calendar, DateOnly today) =>
        (paused is null || !paused.Contains(item.InvoiceId)) && calendar.RollForward(item.Due) < today;

    private static HashSet<long>? PausedLines(IReadOnlyList<Suppression> suppressions, DateOnly today)
    {
        HashSet<long>? paused = null;
        for (var i = 0; i < suppressions.Count; i++)
            if (!suppressions[i].WholeAccount && suppressions[i].HoldsOn(today))
                (paused ??= []).UnionWith(suppressions[i].InvoiceIds);
        return paused;
    }

    private static int Age(DateOnly? day, DateOnly today) => day is { } from ? today.DayNumber - from.DayNumber : 0;

    private static int RolledAge(DateOnly? due, BusinessCalendar calendar, DateOnly today) =>
        due is { } day ? Math.Max(0, Age(calendar.RollForward(day), today)) : 0;
}
