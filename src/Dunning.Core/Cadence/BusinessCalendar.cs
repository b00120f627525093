using System.Collections.Frozen;

namespace Dunning.Core.Cadence;

/// <summary>The business days of a country: the days of the week people work on, less its public holidays.</summary>
/// <param name="holidays">Dated public holidays; weekends need not be listed.</param>
/// <param name="weekend">The days of the week nobody works on; Saturday and Sunday when not given.</param>
public sealed class BusinessCalendar(IEnumerable<DateOnly> holidays, IReadOnlyCollection<DayOfWeek>? weekend = null)
{
    private readonly FrozenSet<DateOnly> _holidays = holidays.ToFrozenSet();
    private readonly int _weekend = (weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday]).Aggregate(0, static (days, day) => days | (1 << (int)day));

    /// <summary>Monday to Friday, no holidays.</summary>
    public static BusinessCalendar Weekdays { get; } = new([]);

    /// <summary>The holidays, in order; part of a policy's version.</summary>
    public IEnumerable<DateOnly> Holidays => _holidays.Order();

    /// <summary>The same calendar with more closed days.</summary>
    public BusinessCalendar Closing(IEnumerable<DateOnly> days) => new(_holidays.Concat(days));

    /// <summary>The holidays as one text; made once, since calendars are shared by many policies.</summary>
    internal string Canonical => field ??= $"{_weekend}:{string.Join(',', Holidays.Select(day => day.DayNumber))}";

    /// <summary>True when people work on that day.</summary>
    public bool IsBusinessDay(DateOnly day) =>
        (_weekend & (1 << (int)day.DayOfWeek)) == 0 && !_holidays.Contains(day);

    /// <summary>The day itself if it is a business day, otherwise the next one.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        while (!IsBusinessDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day <paramref name="days"/> business days later; 0 rolls forward only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is negative.</exception>
    public DateOnly AddBusinessDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var result = RollForward(day);
        for (; days > 0; days--) result = RollForward(result.AddDays(1));
        return result;
    }
}
