using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>Whether a message may list an overdue line now.</summary>
public enum LineStanding
{
    /// <summary>It is listed and asked for, less what is held of it.</summary>
    Listed,

    /// <summary>It is not overdue, or its due date rolled to a business day has not passed.</summary>
    NotYet,

    /// <summary>A promise, dispute, plan or other pause of lines holds all of it.</summary>
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
    private readonly HeldLines? _held;
    private readonly BusinessCalendar _calendar;
    private readonly decimal _smallest;
    private readonly DateOnly _today;

    private LineSelection(HeldLines? held, BusinessCalendar calendar, decimal smallest, DateOnly today) =>
        (_held, _calendar, _smallest, _today) = (held, calendar, smallest, today);

    /// <summary>The selection for an account on a day.</summary>
    /// <param name="ledger">The account as known on the day.</param>
    /// <param name="country">Country of the debtor, whose calendar rolls due dates.</param>
    public static LineSelection For(
        AccountLedger ledger, IReadOnlyList<Suppression> suppressions, string country, Policy policy, FxRates rates, DateOnly today) =>
        new(HeldLines.Of(suppressions, ledger.Items, today), policy.CalendarFor(country), policy.SmallestLine(ledger.Key.Currency, rates, today) ?? 0, today);

    /// <summary>Where a line stands.</summary>
    public LineStanding Of(OpenItem item)
    {
        if (!item.IsOverdue(_today) || _calendar.RollForward(item.Due) >= _today) return LineStanding.NotYet;
        if (IsPaused(item)) return LineStanding.Paused;
        return Rest(item) < _smallest ? LineStanding.Small : LineStanding.Listed;
    }

    /// <summary>The line is too small to be mentioned, whatever else holds it.</summary>
    public bool IsSmall(OpenItem item) => item.Residual < _smallest;

    /// <summary>Pauses of lines hold all of this instalment.</summary>
    public bool IsPaused(OpenItem item) => _held is not null && _held.IsWhole(item);

    /// <summary>What may be asked for on the instalment: the residual less what is held of it.</summary>
    public decimal Rest(OpenItem item) => item.Residual - (_held?.On(item) ?? 0);

    /// <summary>The lines a message lists with what it may ask for on each, oldest first, in an order that does not depend on the ledger's.</summary>
    public List<OpenItem> Listed(IReadOnlyList<OpenItem> items)
    {
        var list = new List<OpenItem>();
        for (var i = 0; i < items.Count; i++)
            if (Of(items[i]) == LineStanding.Listed) list.Add(Rest(items[i]) is var rest && rest == items[i].Residual ? items[i] : items[i] with { Residual = rest });
        list.Sort(static (left, right) => (left.Due, left.InstalmentId).CompareTo((right.Due, right.InstalmentId)));
        return list;
    }
}
