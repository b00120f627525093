using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Estonia, Latvia, Lithuania, Romania and Bulgaria. Working days moved by yearly decree are not included.</summary>
internal static class EasternEurope
{
    public static CountryHolidays Estonia { get; } = Country(
        "EE", "Pühade ja tähtpäevade seadus",
        NewYear, On("Independence Day", 2, 24), GoodFriday, EasterSunday, LabourDay, WhitSunday, On("Victory Day", 6, 23),
        On("Midsummer Day", 6, 24), On("Restoration of Independence", 8, 20), ChristmasEve, Christmas, SecondChristmasDay);

    // The closing day of the song festival is free on the Monday when it ends on a Sunday.
    public static CountryHolidays Latvia { get; } = Country(
        "LV", "Likums Par svētku, atceres un atzīmējamām dienām",
        [
            NewYear, GoodFriday, EasterSunday, EasterMonday, LabourDay, .. With(Substitute.MondayAfter, On("Restoration of Independence", 5, 4), On("Proclamation Day", 11, 18)),
            On("Līgo Day", 6, 23), On("Midsummer Day", 6, 24), ChristmasEve, Christmas, SecondChristmasDay, On("New Year's Eve", 12, 31),
            Once("Song festival", new(2018, 7, 9), new(2023, 7, 10)), Once("Visit of the Pope", new DateOnly(2018, 9, 24)),
            Once("Bronze medal in ice hockey", new DateOnly(2023, 5, 29)),
        ]);

    public static CountryHolidays Lithuania { get; } = Country(
        "LT", "Darbo kodeksas 123 straipsnis; 2 November from 2020",
        NewYear, On("Restoration of the State", 2, 16), On("Restoration of Independence", 3, 11), EasterSunday, EasterMonday, LabourDay,
        On("St John's Day", 6, 24), On("Statehood Day", 7, 6), Assumption, AllSaints, On("All Souls' Day", 11, 2).Since(2020),
        ChristmasEve, Christmas, SecondChristmasDay);

    public static CountryHolidays Romania { get; } = Country(
        "RO", "Codul muncii art. 139; Good Friday from 2018 (Legea 64/2018), 6 and 7 January from 2024 (Legea 52/2023)",
        NewYear, On("New Year Holiday", 1, 2), Epiphany.Since(2024), On("St John the Baptist", 1, 7).Since(2024),
        On("Unification Day", 1, 24).Since(2017), OrthodoxDay("Good Friday", -2).Since(2018), OrthodoxDay("Easter Sunday", 0),
        OrthodoxDay("Easter Monday", 1), LabourDay, On("Children's Day", 6, 1).Since(2017), OrthodoxDay("Whit Sunday", 49),
        OrthodoxDay("Whit Monday", 50), Assumption, On("St Andrew", 11, 30), On("National Day", 12, 1), Christmas, SecondChristmasDay);

    // Since 2017 a holiday on a weekend, Easter excepted, gives the next working day.
    public static CountryHolidays Bulgaria { get; } = Country(
        "BG", "Кодекс на труда чл. 154",
        [
            .. Fixed.Select(day => day.UpTo(2016)), .. With(Substitute.NextFreeWeekday, Fixed).Select(day => day.Since(2017)),
            OrthodoxDay("Good Friday", -2), OrthodoxDay("Holy Saturday", -1), OrthodoxDay("Easter Sunday", 0), OrthodoxDay("Easter Monday", 1),
        ]);

    public static IEnumerable<CountryHolidays> All => [Estonia, Latvia, Lithuania, Romania, Bulgaria];

    private static Holiday[] Fixed =>
    [
        NewYear, On("Liberation Day", 3, 3), LabourDay, On("St George's Day", 5, 6), On("Education and Culture Day", 5, 24),
        On("Unification Day", 9, 6), On("Independence Day", 9, 22), ChristmasEve, Christmas, SecondChristmasDay,
    ];
}
