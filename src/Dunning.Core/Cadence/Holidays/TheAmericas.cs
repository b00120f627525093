using static System.DayOfWeek;
using static Dunning.Core.Cadence.Holidays.Feasts;

namespace Dunning.Core.Cadence.Holidays;

/// <summary>The United States, Canada, Mexico and Brazil: federal and national holidays only.</summary>
internal static class TheAmericas
{
    // Days on which the President closes the offices of the federal government are not public holidays.
    public static CountryHolidays UnitedStates { get; } = Country(
        "US", "5 U.S.C. § 6103; Executive Order 11582 for days on a weekend; Pub. L. 117-17 for Juneteenth from 2021",
        [
            .. With(
                Substitute.NearestWeekday, NewYear, On("Juneteenth", 6, 19).Since(2021), On("Independence Day", 7, 4), On("Veterans Day", 11, 11), Christmas),
            Nth("Birthday of Martin Luther King, Jr.", 3, Monday, 1), Nth("Washington's Birthday", 3, Monday, 2), Last("Memorial Day", Monday, 5),
            First("Labor Day", Monday, 9), Nth("Columbus Day", 2, Monday, 10), Nth("Thanksgiving Day", 4, Thursday, 11),
        ]);

    public static CountryHolidays Canada { get; } = Country(
        "CA", "Canada Labour Code s. 166 and 193; Holidays Act; S.C. 2021 c. 11 for 30 September from 2021",
        [
            .. With(
                Substitute.NextFreeWeekday, NewYear, On("Canada Day", 7, 1), On("National Day for Truth and Reconciliation", 9, 30).Since(2021),
                On("Remembrance Day", 11, 11), Christmas, On("Boxing Day", 12, 26)),
            GoodFriday, From("Victoria Day", Monday, 5, 18), First("Labour Day", Monday, 9), Nth("Thanksgiving Day", 2, Monday, 10),
        ]);

    // The day the federal executive changes, every six years: 1 December until 2018, 1 October from 2024.
    public static CountryHolidays Mexico { get; } = Country(
        "MX", "Ley Federal del Trabajo art. 74",
        NewYear, First("Constitution Day", Monday, 2), Nth("Birthday of Benito Juárez", 3, Monday, 3), LabourDay, On("Independence Day", 9, 16),
        Nth("Revolution Day", 3, Monday, 11), Once("Change of the federal executive", new(2018, 12, 1), new(2024, 10, 1), new(2030, 10, 1), new(2036, 10, 1), new(2042, 10, 1)),
        Christmas);

    // Carnival and Corpus Christi are optional days, left to states, towns and employers.
    public static CountryHolidays Brazil { get; } = Country(
        "BR", "Lei 662/1949, Lei 6.802/1980, Lei 9.093/1995; Lei 14.759/2023 for 20 November from 2024",
        NewYear, GoodFriday, On("Tiradentes", 4, 21), LabourDay, On("Independence Day", 9, 7), On("Our Lady of Aparecida", 10, 12),
        On("All Souls' Day", 11, 2), On("Republic Day", 11, 15), On("Black Awareness Day", 11, 20).Since(2024), Christmas);

    public static IEnumerable<CountryHolidays> All => [UnitedStates, Canada, Mexico, Brazil];
}
