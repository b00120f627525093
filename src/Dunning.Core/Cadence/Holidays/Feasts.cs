using static Dunning.Core.Cadence.Holidays.HolidayDate;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>Short words for the rules of the country lists.</summary>
internal static class Feasts
{
    public static Holiday NewYear { get; } = On("New Year's Day", 1, 1);
    public static Holiday Epiphany { get; } = On("Epiphany", 1, 6);
    public static Holiday MaundyThursday { get; } = EasterDay("Maundy Thursday", -3);
    public static Holiday GoodFriday { get; } = EasterDay("Good Friday", -2);
    public static Holiday EasterSunday { get; } = EasterDay("Easter Sunday", 0);
    public static Holiday EasterMonday { get; } = EasterDay("Easter Monday", 1);
    public static Holiday LabourDay { get; } = On("Labour Day", 5, 1);
    public static Holiday Ascension { get; } = EasterDay("Ascension Day", 39);
    public static Holiday WhitSunday { get; } = EasterDay("Whit Sunday", 49);
    public static Holiday WhitMonday { get; } = EasterDay("Whit Monday", 50);
    public static Holiday CorpusChristi { get; } = EasterDay("Corpus Christi", 60);
    public static Holiday Assumption { get; } = On("Assumption Day", 8, 15);
    public static Holiday AllSaints { get; } = On("All Saints' Day", 11, 1);
    public static Holiday ImmaculateConception { get; } = On("Immaculate Conception", 12, 8);
    public static Holiday ChristmasEve { get; } = On("Christmas Eve", 12, 24);
    public static Holiday Christmas { get; } = On("Christmas Day", 12, 25);
    public static Holiday SecondChristmasDay { get; } = On("Second Christmas Day", 12, 26);

    public static Holiday On(string name, int month, int day) => new(name, new Fixed(month, day));

    public static Holiday EasterDay(string name, int offset) => new(name, new AfterEaster(offset));

    public static Holiday OrthodoxDay(string name, int offset) => new(name, new AfterOrthodoxEaster(offset));

    public static Holiday First(string name, DayOfWeek weekday, int month) => Nth(name, 1, weekday, month);

    public static Holiday Last(string name, DayOfWeek weekday, int month) => Nth(name, -1, weekday, month);

    public static Holiday Nth(string name, int number, DayOfWeek weekday, int month) => new(name, new Nth(number, weekday, month));

    public static Holiday From(string name, DayOfWeek weekday, int month, int day) => new(name, new OnOrAfter(weekday, month, day));

    /// <summary>Holidays that were proclaimed for single days.</summary>
    public static Holiday Once(string name, params DateOnly[] days) => new(name, new Listed(days.ToDictionary(day => day.Year)));

    public static CountryHolidays Country(string code, string source, params Holiday[] rules) => new(code, source, rules);

    /// <summary>The same weekend rule for each of these.</summary>
    public static Holiday[] With(Substitute substitute, params Holiday[] rules) => [.. rules.Select(rule => rule with { Substitute = substitute })];
}
