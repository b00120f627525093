using static System.DayOfWeek;
using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Denmark, Sweden, Norway, Finland and Iceland.</summary>
internal static class NordicCountries
{
    public static CountryHolidays Denmark { get; } = Country(
        "DK", "Lov om folkekirkens helligdage; lov nr. 214 af 6. marts 2023 abolished store bededag from 2024",
        NewYear, MaundyThursday, GoodFriday, EasterSunday, EasterMonday, EasterDay("Great Prayer Day", 26).UpTo(2023), Ascension,
        WhitSunday, WhitMonday, Christmas, SecondChristmasDay);

    // The three eves are equal to Sundays by the annual leave act, and nobody works.
    public static CountryHolidays Sweden { get; } = Country(
        "SE", "Lag (1989:253) om allmänna helgdagar; semesterlagen (1977:480) § 3 a for the eves",
        NewYear, Epiphany, GoodFriday, EasterSunday, EasterMonday, LabourDay, Ascension, WhitSunday, On("National Day", 6, 6),
        From("Midsummer Eve", Friday, 6, 19), From("Midsummer Day", Saturday, 6, 20), From("All Saints' Day", Saturday, 10, 31),
        ChristmasEve, Christmas, SecondChristmasDay, On("New Year's Eve", 12, 31));

    public static CountryHolidays Norway { get; } = Country(
        "NO", "Lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager",
        NewYear, MaundyThursday, GoodFriday, EasterSunday, EasterMonday, LabourDay, On("Constitution Day", 5, 17), Ascension,
        WhitSunday, WhitMonday, Christmas, SecondChristmasDay);

    public static CountryHolidays Finland { get; } = Country(
        "FI", "Kirkkolaki and the acts on 1 May and 6 December; laki säädettyjen määräaikain laskemisesta (150/1930) § 5 for the eves",
        NewYear, Epiphany, GoodFriday, EasterSunday, EasterMonday, LabourDay, Ascension, WhitSunday,
        From("Midsummer Eve", Friday, 6, 19), From("Midsummer Day", Saturday, 6, 20), From("All Saints' Day", Saturday, 10, 31),
        On("Independence Day", 12, 6), ChristmasEve, Christmas, SecondChristmasDay);

    public static CountryHolidays Iceland { get; } = Country(
        "IS", "Lög nr. 88/1971 um 40 stunda vinnuviku, 6. gr. (half days not included)",
        NewYear, MaundyThursday, GoodFriday, EasterSunday, EasterMonday, From("First Day of Summer", Thursday, 4, 19), LabourDay, Ascension,
        WhitSunday, WhitMonday, On("National Day", 6, 17), First("Commerce Day", Monday, 8), Christmas, SecondChristmasDay);

    public static IEnumerable<CountryHolidays> All => [Denmark, Sweden, Norway, Finland, Iceland];
}
