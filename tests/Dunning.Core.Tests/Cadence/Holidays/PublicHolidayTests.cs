using Dunning.Core.Cadence;
using Dunning.Core.Cadence.Holidays;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence.Holidays;

/// <summary>Days people remember, year by year: what was free on a weekday, in full.</summary>
public sealed class PublicHolidayTests
{
    [Theory]
    [InlineData("DE", 2017, "04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26")]
    [InlineData("DE", 2019, "01-01 04-19 04-22 05-01 05-30 06-10 10-03 12-25 12-26")]
    [InlineData("DE", 2024, "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26")]
    [InlineData("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 12-25")]
    [InlineData("AT", 2025, "01-01 01-06 04-21 05-01 05-29 06-09 06-19 08-15 12-08 12-25 12-26")]
    [InlineData("CH", 2025, "01-01 05-29 08-01 12-25")]
    [InlineData("NL", 2020, "01-01 04-10 04-13 04-27 05-05 05-21 06-01 12-25")]
    [InlineData("NL", 2026, "01-01 04-03 04-06 04-27 05-14 05-25 12-25")]
    [InlineData("BE", 2024, "01-01 04-01 05-01 05-09 05-20 08-15 11-01 11-11 12-25")]
    [InlineData("LU", 2019, "01-01 04-22 05-01 05-09 05-30 06-10 08-15 11-01 12-25 12-26")]
    [InlineData("FR", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 08-15 11-01 11-11 12-25")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25")]
    [InlineData("GB", 2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData("GB", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData("GB", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("GB", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData("GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("IE", 2023, "01-02 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26")]
    [InlineData("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-28")]
    [InlineData("DK", 2023, "04-06 04-07 04-10 05-05 05-18 05-29 12-25 12-26")]
    [InlineData("DK", 2024, "01-01 03-28 03-29 04-01 05-09 05-20 12-25 12-26")]
    [InlineData("SE", 2025, "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31")]
    [InlineData("NO", 2026, "01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25")]
    [InlineData("FI", 2024, "01-01 03-29 04-01 05-01 05-09 06-21 12-06 12-24 12-25 12-26")]
    [InlineData("IT", 2025, "01-01 01-06 04-21 04-25 05-01 06-02 08-15 12-08 12-25 12-26")]
    [InlineData("IT", 2027, "01-01 01-06 03-29 06-02 10-04 11-01 12-08")]
    [InlineData("ES", 2024, "01-01 03-29 05-01 08-15 11-01 12-06 12-25")]
    [InlineData("PT", 2015, "01-01 04-03 05-01 06-10 12-08 12-25")]
    [InlineData("PT", 2024, "01-01 03-29 04-25 05-01 05-30 06-10 08-15 11-01 12-25")]
    [InlineData("PL", 2018, "01-01 04-02 05-01 05-03 05-31 08-15 11-01 11-12 12-25 12-26")]
    [InlineData("PL", 2024, "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("PL", 2025, "01-01 01-06 04-21 05-01 06-19 08-15 11-11 12-24 12-25 12-26")]
    [InlineData("CZ", 2020, "01-01 04-10 04-13 05-01 05-08 07-06 09-28 10-28 11-17 12-24 12-25")]
    [InlineData("US", 2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("US", 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData("US", 2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("CA", 2021, "01-01 04-02 05-24 07-01 09-06 09-30 10-11 11-11 12-27 12-28")]
    [InlineData("CA", 2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-28")]
    [InlineData("AU", 2022, "01-03 01-26 04-15 04-18 04-25 09-22 12-26 12-27")]
    [InlineData("AU", 2026, "01-01 01-26 04-03 04-06 12-25 12-28")]
    [InlineData("NZ", 2022, "01-03 01-04 02-07 04-15 04-18 04-25 06-06 06-24 09-26 10-24 12-26 12-27")]
    [InlineData("NZ", 2026, "01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28")]
    [InlineData("JP", 2019, "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-06 07-15 08-12 09-16 09-23 10-14 10-22 11-04")]
    [InlineData("JP", 2020, "01-01 01-13 02-11 02-24 03-20 04-29 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23")]
    [InlineData("JP", 2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData("ZA", 2024, "01-01 03-21 03-29 04-01 05-01 05-29 06-17 08-09 09-24 12-16 12-25 12-26")]
    [InlineData("RO", 2024, "01-01 01-02 01-24 05-01 05-03 05-06 06-24 08-15 12-25 12-26")]
    public void What_was_or_will_be_free_on_a_weekday_is_known_in_full(string country, int year, string days)
    {
        var expected = days.Split(' ').Select(day => DateOnly.Parse($"{year}-{day}"));
        PublicHolidays.Countries[country].In(year).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("DK", "2024-04-26"), InlineData("DE", "2018-10-31"), InlineData("DE", "2026-06-04"), InlineData("PL", "2024-12-24"), InlineData("NL", "2015-04-30")]
    [InlineData("NL", "2026-05-05"), InlineData("GB", "2020-05-04"), InlineData("GB", "2022-05-30"), InlineData("US", "2020-06-19"), InlineData("IE", "2022-02-07")]
    [InlineData("CZ", "2015-04-03"), InlineData("JP", "2019-12-23"), InlineData("JP", "2020-10-12"), InlineData("CA", "2020-09-30"), InlineData("LU", "2018-05-09")]
    [InlineData("SK", "2026-09-15"), InlineData("IT", "2025-10-03"), InlineData("GR", "2024-05-01"), InlineData("XX", "2026-12-25")]
    public void Before_a_law_or_after_it_people_work(string country, string day) =>
        Policy.Default.CalendarFor(country).IsBusinessDay(DateOnly.Parse(day)).ShouldBeTrue();

    [Fact]
    public void The_Dutch_royal_holiday_moved_with_the_succession_and_never_falls_on_a_Sunday()
    {
        PublicHolidays.Countries["NL"].In(2013).ShouldContain(new DateOnly(2013, 4, 30));
        PublicHolidays.Countries["NL"].In(2014).ShouldNotContain(new DateOnly(2014, 4, 30));
        PublicHolidays.Countries["NL"].In(2014).ShouldContain(new DateOnly(2014, 4, 26));
    }

    [Fact]
    public void Every_list_is_in_order_without_repetition_within_its_year_and_has_a_source()
    {
        PublicHolidays.Countries.Count.ShouldBeGreaterThanOrEqualTo(38);
        foreach (var country in PublicHolidays.Countries.Values)
        {
            country.Source.ShouldNotBeNullOrWhiteSpace();
            for (var year = PublicHolidays.FirstYear; year <= PublicHolidays.LastYear; year++)
            {
                var days = country.In(year);
                days.ShouldBeUnique();
                days.ShouldBe(days.Order());
                days.ShouldAllBe(day => day.Year == year);
                days.Count.ShouldBeInRange(4, 25);
                days.ShouldContain(new DateOnly(year, 1, 1));
            }
        }
    }

    [Fact]
    public void A_business_day_is_never_further_away_than_the_longest_run_of_free_days()
    {
        foreach (var (country, calendar) in PublicHolidays.Calendars)
        {
            for (var day = new DateOnly(PublicHolidays.FirstYear, 1, 1); day.Year <= PublicHolidays.LastYear; day = day.AddDays(1))
                (calendar.RollForward(day).DayNumber - day.DayNumber).ShouldBeLessThanOrEqualTo(10, $"{country} {day}");
        }
    }

    [Fact]
    public void The_default_policy_uses_them_and_all_policies_share_one_copy()
    {
        Policy.Default.CalendarFor("DE").IsBusinessDay(new(2026, 4, 3)).ShouldBeFalse();
        new Policy().CalendarFor("DE").ShouldBeSameAs(Policy.Default.CalendarFor("DE"));
    }
}
