using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>Whether a message may list an overdue line now.</summary>
public enum LineStanding
{
    /// <summary>It is listed and asked for.</summary>
    Listed,

    /// <summary>It is not overdue, or its due date rolled to a business day has not passed.</summary>
    NotYet,

    /// <summary>A promise, dispute, plan or other pause of lines holds it.</summary>
    Paused,

    /// <summary>It is smaller than the lines that are mentioned.</summary>
    Small,
}

/// <summary>
/// Chooses the lines of a message. The planner, the drafts and the gate choose by the same rules, so that what is
/// planned, what is listed and what is added up are always the same lines.
/// </summary>
public readonly struct LineSelection
{
    private readonly HashSet<long>? _paused;
    private readonly BusinessCalendar _calendar;
    private readonly decimal _smallest;
    private readonly DateOnly _today;

    private LineSelection(HashSet<long>? paused, BusinessCalendar calendar, decimal smallest, DateOnly today) =>
        (_paused, _calendar, _smallest, _today) = (paused, calendar, smallest, today);

    /// <summary>The selection for an account on a day.</summary>
    /// <param name="country">Country of the debtor, whose calendar rolls due dates.</param>
    /// <param name="currency">Currency of the account.</param>
    public static LineSelection For(
        IReadOnlyList<Suppression> suppressions, string country, string currency, Policy policy, FxRates rates, DateOnly today) =>
        new(PausedLines(suppressions, today), policy.CalendarFor(country), policy.SmallestLine(currency, rates, today) ?? 0, today);

    /// <summary>Where a line stands.</summary>
    public LineStanding Of(OpenItem item)
    {
        if (!item.IsOverdue(_today) || _calendar.RollForward(item.Due) >= _today) return LineStanding.NotYet;
        if (IsPaused(item.InvoiceId)) return LineStanding.Paused;
        return item.Residual < _smallest ? LineStanding.Small : LineStanding.Listed;
    }

    /// <summary>The line is too small to be mentioned, whatever else holds it.</summary>
    public bool IsSmall(OpenItem item) => item.Residual < _smallest;

    /// <summary>A pause of lines holds this invoice.</summary>
    public bool IsPaused(long invoiceId) => _paused is not null && _paused.Contains(invoiceId);

    /// <summary>The lines a message lists, oldest first, in an order that does not depend on the ledger's.</summary>
    public List<OpenItem> Listed(IReadOnlyList<OpenItem> items)
    {
        var list = new List<OpenItem>();
        for (var i = 0; i < items.Count; i++)
            if (Of(items[i]) == LineStanding.Listed) list.Add(items[i]);
        list.Sort(static (left, right) => (left.Due, left.InstalmentId).CompareTo((right.Due, right.InstalmentId)));
        return list;
    }

    private static HashSet<long>? PausedLines(IReadOnlyList<Suppression> suppressions, DateOnly today)
    {
        HashSet<long>? paused = null;
        for (var i = 0; i < suppressions.Count; i++)
            if (!suppressions[i].WholeAccount && suppressions[i].HoldsOn(today))
                (paused ??= []).UnionWith(suppressions[i].InvoiceIds);
        return paused;
    }
}
