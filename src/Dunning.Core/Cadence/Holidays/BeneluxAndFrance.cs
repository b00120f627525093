using static Dunning.Core.Cadence.Holidays.Feasts;
using static Dunning.Core.Cadence.Holidays.HolidayDate;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>The Netherlands, Belgium, Luxembourg and France.</summary>
internal static class BeneluxAndFrance
{
    // The act equates Good Friday with its holidays. Liberation Day is a day off in every fifth year only; in the others
    // people work.
    public static CountryHolidays Netherlands { get; } = Country(
        "NL", "Algemene termijnenwet art. 3; Koninklijk Besluit on Koningsdag",
        NewYear, GoodFriday, EasterSunday, EasterMonday, Ascension, WhitSunday, WhitMonday, Christmas, SecondChristmasDay,
        (On("Queen's Day", 4, 30) with { Substitute = Substitute.SaturdayBefore }).UpTo(2013),
        (On("King's Day", 4, 27) with { Substitute = Substitute.SaturdayBefore }).Since(2014),
        new("Liberation Day", new Listed(Enumerable.Range(398, 22).ToDictionary(lustrum => lustrum * 5, lustrum => new DateOnly(lustrum * 5, 5, 5)))));

    public static CountryHolidays Belgium { get; } = Country(
        "BE", "Loi du 4 janvier 1974 relative aux jours fériés; arrêté royal du 18 avril 1974, art. 1",
        NewYear, EasterMonday, LabourDay, Ascension, WhitMonday, On("National Day", 7, 21), Assumption, AllSaints,
        On("Armistice Day", 11, 11), Christmas);

    public static CountryHolidays Luxembourg { get; } = Country(
        "LU", "Code du travail art. L. 232-2; loi du 25 avril 2019 for 9 May",
        NewYear, EasterMonday, LabourDay, On("Europe Day", 5, 9).Since(2019), Ascension, WhitMonday, On("National Day", 6, 23),
        Assumption, AllSaints, Christmas, SecondChristmasDay);

    public static CountryHolidays France { get; } = Country(
        "FR", "Code du travail art. L. 3133-1",
        NewYear, EasterMonday, LabourDay, On("Victory Day", 5, 8), Ascension, WhitMonday, On("National Day", 7, 14),
        Assumption, AllSaints, On("Armistice Day", 11, 11), Christmas);

    public static IEnumerable<CountryHolidays> All => [Netherlands, Belgium, Luxembourg, France];
}
