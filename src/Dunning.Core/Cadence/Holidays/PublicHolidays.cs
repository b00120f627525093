using System.Collections.Frozen;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>
/// The public holidays of countries, as dated data. They are reckoned for <see cref="FirstYear"/> to
/// <see cref="LastYear"/>; outside of these years only weekends are known. Regional holidays are not included.
/// </summary>
public static class PublicHolidays
{
    /// <summary>First year of the calendars.</summary>
    public const int FirstYear = 2015;

    /// <summary>Last year of the calendars.</summary>
    public const int LastYear = 2045;

    /// <summary>The countries that are known, by ISO 3166-1 alpha-2 code.</summary>
    public static IReadOnlyDictionary<string, CountryHolidays> Countries { get; } =
        new[]
        {
            GermanSpeakingCountries.All, BeneluxAndFrance.All, BritishIsles.All, NordicCountries.All, SouthernEurope.All, CentralEurope.All,
            EasternEurope.All, TheAmericas.All, PacificAndAfrica.All,
        }.SelectMany(group => group).ToFrozenDictionary(country => country.Country);

    // Countries that rest on Friday and Saturday. Their holidays follow the sighting of the moon or the Hebrew calendar and
    // are announced year by year; an installation adds them through the policy.
    private static readonly string[] FridayAndSaturday = ["BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "YE"];

    private static readonly Lazy<FrozenDictionary<string, BusinessCalendar>> Built = new(static () =>
        Countries.Select(country => (country.Key, Calendar: CalendarOf(country.Value)))
            .Concat(FridayAndSaturday.Select(country => (country, new BusinessCalendar([], [DayOfWeek.Friday, DayOfWeek.Saturday]))))
            .ToFrozenDictionary(country => country.Item1, country => country.Item2));

    /// <summary>A business calendar for each country whose holidays or weekend are known; built once and shared.</summary>
    public static IReadOnlyDictionary<string, BusinessCalendar> Calendars => Built.Value;

    private static BusinessCalendar CalendarOf(CountryHolidays country) =>
        new(Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(country.In));
}
