using static System.DayOfWeek;
using static Dunning.Core.Cadence.Holidays.Feasts;
using static Dunning.Core.Cadence.Holidays.HolidayDate;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Great Britain (England and Wales) and Ireland.</summary>
internal static class BritishIsles
{
    // The two May holidays were moved in 2020 (VE Day) and 2022 (Platinum Jubilee).
    public static CountryHolidays GreatBritain { get; } = Country(
        "GB", "Banking and Financial Dealings Act 1971, sch. 1, and royal proclamations; gov.uk/bank-holidays (England and Wales)",
        [
            .. With(Substitute.NextFreeWeekday, NewYear, Christmas, On("Boxing Day", 12, 26)),
            GoodFriday, EasterMonday,
            First("Early May bank holiday", Monday, 5).UpTo(2019), Once("Early May bank holiday (VE Day)", new DateOnly(2020, 5, 8)),
            First("Early May bank holiday", Monday, 5).Since(2021),
            Last("Spring bank holiday", Monday, 5).UpTo(2021), Once("Spring bank holiday", new DateOnly(2022, 6, 2)),
            Last("Spring bank holiday", Monday, 5).Since(2023),
            Last("Summer bank holiday", Monday, 8),
            Once("Platinum Jubilee", new DateOnly(2022, 6, 3)), Once("State Funeral of Queen Elizabeth II", new DateOnly(2022, 9, 19)),
            Once("Coronation of King Charles III", new DateOnly(2023, 5, 8)),
        ]);

    // The act moves no holiday; banks and nearly all employers take the next weekday for one on a weekend.
    public static CountryHolidays Ireland { get; } = Country(
        "IE", "Organisation of Working Time Act 1997, sch. 2; S.I. 50/2022 for St Brigid's Day and 18 March 2022",
        [
            .. With(Substitute.NextFreeWeekday, NewYear, On("St Patrick's Day", 3, 17), Christmas, On("St Stephen's Day", 12, 26)),
            EasterMonday, First("May holiday", Monday, 5), First("June holiday", Monday, 6), First("August holiday", Monday, 8),
            Last("October holiday", Monday, 10), Once("Day of Remembrance", new DateOnly(2022, 3, 18)), StBrigid,
        ]);

    public static IEnumerable<CountryHolidays> All => [GreatBritain, Ireland];

    // The first Monday of February, or 1 February itself where that is a Friday.
    private static Holiday StBrigid => new("St Brigid's Day", new Listed(Enumerable.Range(2023, 77).ToDictionary(year => year, StBrigidIn)));

    private static DateOnly StBrigidIn(int year) =>
        new DateOnly(year, 2, 1) is { DayOfWeek: Friday } first ? first : new Nth(1, Monday, 2).In(year)!.Value;
}
