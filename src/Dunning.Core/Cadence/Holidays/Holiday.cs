namespace Dunning.Core.Cadence.Holidays;

/// <summary>What happens when a holiday falls on a weekend.</summary>
public enum Substitute
{
    /// <summary>Nothing; the day is lost.</summary>
    None,

    /// <summary>Saturday gives the Friday before, Sunday the Monday after.</summary>
    NearestWeekday,

    /// <summary>Saturday and Sunday give the next weekday that is not a holiday itself.</summary>
    NextFreeWeekday,

    /// <summary>Saturday and Sunday give the Monday after, even where that is a holiday already.</summary>
    MondayAfter,

    /// <summary>Sunday gives the next day that is not a holiday itself.</summary>
    NextFreeAfterSunday,

    /// <summary>Sunday takes the holiday back to the Saturday before.</summary>
    SaturdayBefore,
}

/// <summary>A public holiday of a country: its date, its weekend rule and the years in which the law knows it.</summary>
/// <param name="Name">Name in English, for people.</param>
/// <param name="From">First year.</param>
/// <param name="Until">Last year.</param>
public sealed record Holiday(
    string Name, HolidayDate Date, Substitute Substitute = Substitute.None, int From = int.MinValue, int Until = int.MaxValue)
{
    /// <summary>The date by rule, before any substitution; null in years without it.</summary>
    public DateOnly? In(int year) => year >= From && year <= Until ? Date.In(year) : null;

    internal Holiday Since(int year) => this with { From = year };

    internal Holiday UpTo(int year) => this with { Until = year };
}

/// <summary>The public holidays of a country that hold in all of it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Source">The law or official list the rules were taken from.</param>
public sealed record CountryHolidays(string Country, string Source, IReadOnlyList<Holiday> Rules)
{
    /// <summary>A day between two holidays is a holiday too (Japan).</summary>
    internal bool BridgesSingleDays { get; init; }

    /// <summary>
    /// The days of a year that are free by law, in order, each once: the holidays themselves and the days that
    /// stand in for those on a weekend. A substitute belongs to the year it falls in.
    /// </summary>
    public IReadOnlyList<DateOnly> In(int year)
    {
        var days = new SortedSet<DateOnly>();
        for (var from = year - 1; from <= year + 1; from++) days.UnionWith(Falling(from));
        return [.. days.Where(day => day.Year == year)];
    }

    private HashSet<DateOnly> Falling(int year)
    {
        var dated = Rules.Select(rule => (rule.Substitute, Day: rule.In(year))).Where(rule => rule.Day is not null)
            .Select(rule => (rule.Substitute, Day: rule.Day!.Value)).OrderBy(rule => rule.Day).ToList();
        var days = dated.Select(rule => rule.Day).ToHashSet();
        if (BridgesSingleDays) days.UnionWith(Bridges(days));
        foreach (var (substitute, day) in dated)
        {
            if (Standing(substitute, day, days) is { } free) days.Add(free);
        }

        return days;
    }

    private static List<DateOnly> Bridges(HashSet<DateOnly> days) =>
        [.. days.Select(day => day.AddDays(1)).Where(day => day.DayOfWeek != DayOfWeek.Sunday && !days.Contains(day) && days.Contains(day.AddDays(1)))];

    private static DateOnly? Standing(Substitute substitute, DateOnly day, HashSet<DateOnly> taken)
    {
        var saturday = day.DayOfWeek == DayOfWeek.Saturday;
        if (!saturday && day.DayOfWeek != DayOfWeek.Sunday) return null;
        return substitute switch
        {
            Substitute.None => null,
            Substitute.NearestWeekday => day.AddDays(saturday ? -1 : 1),
            Substitute.NextFreeWeekday => NextFree(day, taken),
            Substitute.MondayAfter => day.AddDays(saturday ? 2 : 1),
            Substitute.NextFreeAfterSunday => saturday ? null : NextFree(day, taken),
            Substitute.SaturdayBefore => saturday ? null : day.AddDays(-1),
        };
    }

    private static DateOnly NextFree(DateOnly day, HashSet<DateOnly> taken)
    {
        do day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(day));
        return day;
    }
}
