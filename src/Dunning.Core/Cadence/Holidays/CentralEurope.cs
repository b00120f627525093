using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Poland, Czechia, Slovakia, Hungary, Slovenia and Croatia. Working days moved by yearly decree are not included.</summary>
internal static class CentralEurope
{
    public static CountryHolidays Poland { get; } = Country(
        "PL", "Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy; ustawa z dnia 6 grudnia 2024 r. for 24 December from 2025",
        NewYear, Epiphany, EasterSunday, EasterMonday, LabourDay, On("Constitution Day", 5, 3), WhitSunday, CorpusChristi, Assumption,
        AllSaints, On("Independence Day", 11, 11), Once("Centenary of Independence", new DateOnly(2018, 11, 12)),
        ChristmasEve.Since(2025), Christmas, SecondChristmasDay);

    public static CountryHolidays Czechia { get; } = Country(
        "CZ", "Zákon č. 245/2000 Sb., o státních svátcích; zákon č. 359/2015 Sb. for Good Friday from 2016",
        NewYear, GoodFriday.Since(2016), EasterMonday, LabourDay, On("Liberation Day", 5, 8), On("Cyril and Methodius", 7, 5),
        On("Jan Hus", 7, 6), On("St Wenceslas", 9, 28), On("Independence Day", 10, 28), On("Struggle for Freedom", 11, 17),
        ChristmasEve, Christmas, SecondChristmasDay);

    // The budget acts of 2023 to 2025 made some holidays working days: 1 September from 2024, 17 November from 2025, and 8 May
    // and 15 September in 2026 alone.
    public static CountryHolidays Slovakia { get; } = Country(
        "SK", "Zákon č. 241/1993 Z. z. with the amendments of 2018 and 2023 to 2025",
        NewYear, Epiphany, GoodFriday, EasterMonday, LabourDay, On("Victory Day", 5, 8).UpTo(2025), On("Victory Day", 5, 8).Since(2027),
        On("Cyril and Methodius", 7, 5), On("National Uprising", 8, 29), On("Constitution Day", 9, 1).UpTo(2023),
        On("Our Lady of Sorrows", 9, 15).UpTo(2025), On("Our Lady of Sorrows", 9, 15).Since(2027),
        Once("Centenary of the Martin Declaration", new DateOnly(2018, 10, 30)), AllSaints, On("Struggle for Freedom", 11, 17).UpTo(2024),
        ChristmasEve, Christmas, SecondChristmasDay);

    public static CountryHolidays Hungary { get; } = Country(
        "HU", "2012. évi I. törvény a munka törvénykönyvéről 102. §; Good Friday from 2017",
        NewYear, On("National Day", 3, 15), GoodFriday.Since(2017), EasterSunday, EasterMonday, LabourDay, WhitSunday, WhitMonday,
        On("State Foundation Day", 8, 20), On("Republic Day", 10, 23), AllSaints, Christmas, SecondChristmasDay);

    public static CountryHolidays Slovenia { get; } = Country(
        "SI", "Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji; 2 January again from 2017",
        NewYear, On("New Year Holiday", 1, 2).Since(2017), On("Prešeren Day", 2, 8), EasterSunday, EasterMonday,
        On("Day of Uprising", 4, 27), LabourDay, On("Labour Day Holiday", 5, 2), WhitSunday, On("Statehood Day", 6, 25), Assumption,
        Once("Day of Solidarity", new DateOnly(2023, 8, 14)), On("Reformation Day", 10, 31), AllSaints, Christmas, SecondChristmasDay);

    public static CountryHolidays Croatia { get; } = Country(
        "HR", "Zakon o blagdanima, spomendanima i neradnim danima u Republici Hrvatskoj (NN 110/19), in force from 2020",
        NewYear, Epiphany, EasterSunday, EasterMonday, LabourDay, CorpusChristi, On("Statehood Day", 5, 30).Since(2020),
        On("Anti-Fascist Struggle Day", 6, 22), On("Statehood Day", 6, 25).UpTo(2019), On("Victory Day", 8, 5), Assumption,
        On("Independence Day", 10, 8).UpTo(2019), AllSaints, On("Remembrance Day", 11, 18).Since(2020), Christmas, SecondChristmasDay);

    public static IEnumerable<CountryHolidays> All => [Poland, Czechia, Slovakia, Hungary, Slovenia, Croatia];
}
