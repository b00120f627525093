using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Germany, Austria and Switzerland. Holidays of single Länder and cantons are not included.</summary>
internal static class GermanSpeakingCountries
{
    // The nine days all sixteen Länder have in common; 31 October 2017 was free in all of them (500 years of Reformation).
    public static CountryHolidays Germany { get; } = Country(
        "DE", "Holiday acts of the Länder; Einigungsvertrag art. 2(2) for 3 October",
        NewYear, GoodFriday, EasterMonday, LabourDay, Ascension, WhitMonday, On("Day of German Unity", 10, 3),
        Once("Reformation Day", new DateOnly(2017, 10, 31)), Christmas, SecondChristmasDay);

    public static CountryHolidays Austria { get; } = Country(
        "AT", "Arbeitsruhegesetz § 7(2)",
        NewYear, Epiphany, EasterMonday, LabourDay, Ascension, WhitMonday, CorpusChristi, Assumption,
        On("National Day", 10, 26), AllSaints, ImmaculateConception, Christmas, SecondChristmasDay);

    // Only 1 August is a federal holiday; the other three are kept by every canton.
    public static CountryHolidays Switzerland { get; } = Country(
        "CH", "Bundesverfassung art. 110(3); the days common to the holiday acts of all cantons",
        NewYear, Ascension, On("National Day", 8, 1), Christmas);

    public static IEnumerable<CountryHolidays> All => [Germany, Austria, Switzerland];
}
