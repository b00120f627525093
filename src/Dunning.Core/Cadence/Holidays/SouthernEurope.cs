using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Italy, Spain, Portugal, Greece, Malta and Cyprus. Holidays of regions, communities and towns are not included.</summary>
internal static class SouthernEurope
{
    public static CountryHolidays Italy { get; } = Country(
        "IT", "Legge 27 maggio 1949 n. 260 with later acts; legge 8 ottobre 2025 n. 151 for 4 October from 2026",
        NewYear, Epiphany, EasterSunday, EasterMonday, On("Liberation Day", 4, 25), LabourDay, On("Republic Day", 6, 2), Assumption,
        On("St Francis of Assisi", 10, 4).Since(2026), AllSaints, ImmaculateConception, Christmas, SecondChristmasDay);

    // A community may move a holiday that falls on a Sunday; that is a regional matter.
    public static CountryHolidays Spain { get; } = Country(
        "ES", "Estatuto de los Trabajadores art. 37.2; Real Decreto 2001/1983 art. 45; yearly resolution in the BOE",
        NewYear, Epiphany, GoodFriday, LabourDay, Assumption, On("National Day", 10, 12), AllSaints, On("Constitution Day", 12, 6),
        ImmaculateConception, Christmas);

    // Four holidays were suspended from 2013 to 2015.
    public static CountryHolidays Portugal { get; } = Country(
        "PT", "Código do Trabalho art. 234; Lei 8/2016 brought back the four suspended by Lei 23/2012",
        NewYear, GoodFriday, EasterSunday, On("Freedom Day", 4, 25), LabourDay, CorpusChristi.Since(2016), On("Portugal Day", 6, 10), Assumption,
        On("Republic Day", 10, 5).Since(2016), AllSaints.Since(2016), On("Restoration of Independence", 12, 1).Since(2016),
        ImmaculateConception, Christmas);

    // 1 May in Holy Week, on Easter or on a Sunday is moved by ministerial decision: those to 2024 were made, the later
    // ones follow the same practice.
    public static CountryHolidays Greece { get; } = Country(
        "GR", "Νόμος 4808/2021 άρθρο 60 (public holidays of the private sector) and ministerial decisions on 1 May",
        NewYear, Epiphany, OrthodoxDay("Clean Monday", -48), On("Independence Day", 3, 25), OrthodoxDay("Good Friday", -2),
        OrthodoxDay("Easter Sunday", 0), OrthodoxDay("Easter Monday", 1), LabourDay.UpTo(2023), LabourDay.Since(2025),
        Once(
            "Labour Day (moved)", new(2016, 5, 3), new(2021, 5, 4), new(2022, 5, 2), new(2024, 5, 7), new(2027, 5, 4), new(2032, 5, 4),
            new(2033, 5, 2), new(2038, 5, 3), new(2039, 5, 2), new(2044, 5, 2)),
        OrthodoxDay("Whit Monday", 50), Assumption, On("Ohi Day", 10, 28), Christmas, SecondChristmasDay);

    public static CountryHolidays Malta { get; } = Country(
        "MT", "National Holidays and Other Public Holidays Act (cap. 252)",
        NewYear, On("Shipwreck of St Paul", 2, 10), On("St Joseph", 3, 19), On("Freedom Day", 3, 31), GoodFriday, LabourDay,
        On("Sette Giugno", 6, 7), On("St Peter and St Paul", 6, 29), Assumption, On("Victory Day", 9, 8), On("Independence Day", 9, 21),
        ImmaculateConception, On("Republic Day", 12, 13), Christmas);

    public static CountryHolidays Cyprus { get; } = Country(
        "CY", "Public holidays of the Republic of Cyprus, Public Administration and Personnel Department",
        NewYear, Epiphany, OrthodoxDay("Green Monday", -48), On("Greek Independence Day", 3, 25), On("National Day", 4, 1),
        OrthodoxDay("Good Friday", -2), OrthodoxDay("Easter Sunday", 0), OrthodoxDay("Easter Monday", 1), LabourDay,
        OrthodoxDay("Whit Monday", 50), Assumption, On("Independence Day", 10, 1), On("Ohi Day", 10, 28), Christmas, SecondChristmasDay);

    public static IEnumerable<CountryHolidays> All => [Italy, Spain, Portugal, Greece, Malta, Cyprus];
}
