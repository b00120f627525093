using static System.DayOfWeek;
using static Dunning.Core.Cadence.Holidays.Feasts;
using static Dunning.Core.Cadence.Holidays.HolidayDate;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Australia, New Zealand, Japan and South Africa. Holidays of single states and provinces are not included.</summary>
internal static class PacificAndAfrica
{
    // The days every state and territory keeps; where Anzac Day falls on a weekend they differ.
    public static CountryHolidays Australia { get; } = Country(
        "AU", "Fair Work Act 2009 s. 115 and the holiday acts of the states",
        [
            .. With(Substitute.NextFreeWeekday, NewYear, On("Australia Day", 1, 26), Christmas, On("Boxing Day", 12, 26)),
            GoodFriday, EasterMonday, On("Anzac Day", 4, 25), Once("National Day of Mourning", new DateOnly(2022, 9, 22)),
        ]);

    public static CountryHolidays NewZealand { get; } = Country(
        "NZ", "Holidays Act 2003 s. 44 to 45A; Te Kāhui o Matariki Public Holiday Act 2022, sch. 1",
        [
            .. With(Substitute.NextFreeWeekday, NewYear, On("Day after New Year's Day", 1, 2), Christmas, On("Boxing Day", 12, 26)),
            .. With(Substitute.MondayAfter, On("Waitangi Day", 2, 6), On("Anzac Day", 4, 25)),
            GoodFriday, EasterMonday, First("Sovereign's Birthday", Monday, 6), Nth("Labour Day", 4, Monday, 10),
            Once("Queen Elizabeth II Memorial Day", new DateOnly(2022, 9, 26)), Once("Matariki", Matariki),
        ]);

    // The Emperor's birthday moved with the succession of 2019; three holidays moved for the Olympic Games of 2020 and 2021.
    public static CountryHolidays Japan { get; } = Country(
        "JP", "国民の祝日に関する法律 (Act No. 178 of 1948) with the special acts of 2018 and 2020",
        With(
            Substitute.NextFreeAfterSunday, NewYear, Nth("Coming of Age Day", 2, Monday, 1), On("Foundation Day", 2, 11),
            On("Emperor's Birthday", 12, 23).UpTo(2018), On("Emperor's Birthday", 2, 23).Since(2020), new("Vernal Equinox Day", new Equinox(false)),
            On("Shōwa Day", 4, 29), On("Constitution Memorial Day", 5, 3), On("Greenery Day", 5, 4), On("Children's Day", 5, 5),
            Nth("Marine Day", 3, Monday, 7).UpTo(2019), Once("Marine Day", new(2020, 7, 23), new(2021, 7, 22)), Nth("Marine Day", 3, Monday, 7).Since(2022),
            YearRange(On("Mountain Day", 8, 11), 2016, 2019), Once("Mountain Day", new(2020, 8, 10), new(2021, 8, 8)), On("Mountain Day", 8, 11).Since(2022),
            Nth("Respect for the Aged Day", 3, Monday, 9), new("Autumnal Equinox Day", new Equinox(true)),
            Nth("Sports Day", 2, Monday, 10).UpTo(2019), Once("Sports Day", new(2020, 7, 24), new(2021, 7, 23)), Nth("Sports Day", 2, Monday, 10).Since(2022),
            On("Culture Day", 11, 3), On("Labour Thanksgiving Day", 11, 23),
            Once("Accession of the Emperor", new DateOnly(2019, 5, 1)), Once("Enthronement Ceremony", new DateOnly(2019, 10, 22)))) with { BridgesSingleDays = true };

    // The act moves a Sunday to the Monday; where that is a holiday already the President has proclaimed the Tuesday.
    public static CountryHolidays SouthAfrica { get; } = Country(
        "ZA", "Public Holidays Act 36 of 1994 and proclamations under s. 2A",
        [
            .. With(
                Substitute.NextFreeAfterSunday, NewYear, On("Human Rights Day", 3, 21), On("Freedom Day", 4, 27), On("Workers' Day", 5, 1),
                On("Youth Day", 6, 16), On("National Women's Day", 8, 9), On("Heritage Day", 9, 24), On("Day of Reconciliation", 12, 16),
                Christmas, On("Day of Goodwill", 12, 26)),
            GoodFriday, EasterDay("Family Day", 1),
            Once("Elections", new(2016, 8, 3), new(2019, 5, 8), new(2021, 11, 1), new(2024, 5, 29)), Once("Rugby World Cup", new DateOnly(2023, 12, 15)),
        ]);

    public static IEnumerable<CountryHolidays> All => [Australia, NewZealand, Japan, SouthAfrica];

    // Fridays of midwinter as the act lists them, to 2045.
    private static DateOnly[] Matariki =>
    [
        new(2022, 6, 24), new(2023, 7, 14), new(2024, 6, 28), new(2025, 6, 20), new(2026, 7, 10), new(2027, 6, 25), new(2028, 7, 14), new(2029, 7, 6),
        new(2030, 6, 21), new(2031, 7, 11), new(2032, 7, 2), new(2033, 6, 24), new(2034, 7, 7), new(2035, 6, 29), new(2036, 7, 18), new(2037, 7, 10),
        new(2038, 6, 25), new(2039, 7, 15), new(2040, 7, 6), new(2041, 7, 19), new(2042, 7, 11), new(2043, 7, 3), new(2044, 6, 24), new(2045, 7, 7),
    ];

    private static Holiday YearRange(Holiday holiday, int from, int until) => holiday with { From = from, Until = until };
}
