namespace Dunning.Core.Cadence.Holidays;

/// <summary>How the date of a holiday follows from the year.</summary>
public abstract record HolidayDate
{
    private HolidayDate() { }

    /// <summary>The date in a year; null when it does not occur in it.</summary>
    public DateOnly? In(int year) => this switch
    {
        Fixed date => new DateOnly(year, date.Month, date.Day),
        AfterEaster date => Easter.Western(year).AddDays(date.Days),
        AfterOrthodoxEaster date => Easter.Orthodox(year).AddDays(date.Days),
        Nth date => NthOf(year, date),
        OnOrAfter date => Shift(new(year, date.Month, date.Day), date.Weekday),
        Equinox date => new DateOnly(year, date.Autumn ? 9 : 3, EquinoxDay(year, date.Autumn)),
        Listed date => date.Dates.TryGetValue(year, out var day) ? day : null,
        _ => throw new InvalidOperationException("a kind of holiday date that is not known here"),
    };

    /// <summary>The same day each year.</summary>
    public sealed record Fixed(int Month, int Day) : HolidayDate;

    /// <summary>So many days after Western Easter Sunday; negative before it.</summary>
    public sealed record AfterEaster(int Days) : HolidayDate;

    /// <summary>So many days after Orthodox Easter Sunday; negative before it.</summary>
    public sealed record AfterOrthodoxEaster(int Days) : HolidayDate;

    /// <summary>The first to fourth weekday of its kind in a month; -1 for the last.</summary>
    public sealed record Nth(int Number, DayOfWeek Weekday, int Month) : HolidayDate;

    /// <summary>The first such weekday on or after a day.</summary>
    public sealed record OnOrAfter(DayOfWeek Weekday, int Month, int Day) : HolidayDate;

    /// <summary>The astronomical equinox in Japan, by the approximation that holds from 1980 to 2099.</summary>
    public sealed record Equinox(bool Autumn) : HolidayDate;

    /// <summary>A date of its own for each year, as the law or a proclamation lists them.</summary>
    public sealed record Listed(IReadOnlyDictionary<int, DateOnly> Dates) : HolidayDate;

    private static DateOnly NthOf(int year, Nth date) => date.Number > 0
        ? Shift(new(year, date.Month, 1), date.Weekday).AddDays(7 * (date.Number - 1))
        : Shift(new(year, date.Month, DateTime.DaysInMonth(year, date.Month) - 6), date.Weekday);

    private static DateOnly Shift(DateOnly from, DayOfWeek weekday) => from.AddDays(((int)weekday - (int)from.DayOfWeek + 7) % 7);

    private static int EquinoxDay(int year, bool autumn) =>
        (int)((autumn ? 23.2488 : 20.8431) + (0.242194 * (year - 1980))) - ((year - 1980) / 4);
}
