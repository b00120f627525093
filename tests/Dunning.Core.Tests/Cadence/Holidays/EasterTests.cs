using Dunning.Core.Cadence.Holidays;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence.Holidays;

public sealed class EasterTests
{
    // From the tables of the United States Naval Observatory.
    [Theory]
    [InlineData("1961-04-02"), InlineData("1981-04-19"), InlineData("1999-04-04"), InlineData("2000-04-23"), InlineData("2008-03-23"), InlineData("2011-04-24")]
    [InlineData("2015-04-05"), InlineData("2016-03-27"), InlineData("2017-04-16"), InlineData("2018-04-01"), InlineData("2019-04-21"), InlineData("2020-04-12")]
    [InlineData("2021-04-04"), InlineData("2022-04-17"), InlineData("2023-04-09"), InlineData("2024-03-31"), InlineData("2025-04-20"), InlineData("2026-04-05")]
    [InlineData("2027-03-28"), InlineData("2028-04-16"), InlineData("2029-04-01"), InlineData("2030-04-21"), InlineData("2035-03-25"), InlineData("2038-04-25")]
    public void Western_Easter_falls_on_the_known_Sundays(string sunday) => Easter.Western(DateOnly.Parse(sunday).Year).ShouldBe(DateOnly.Parse(sunday));

    [Theory]
    [InlineData("2015-04-12"), InlineData("2016-05-01"), InlineData("2017-04-16"), InlineData("2018-04-08"), InlineData("2019-04-28"), InlineData("2020-04-19")]
    [InlineData("2021-05-02"), InlineData("2022-04-24"), InlineData("2023-04-16"), InlineData("2024-05-05"), InlineData("2025-04-20"), InlineData("2026-04-12")]
    [InlineData("2027-05-02"), InlineData("2028-04-16"), InlineData("2029-04-08"), InlineData("2030-04-28")]
    public void Orthodox_Easter_falls_on_the_known_Sundays(string sunday) => Easter.Orthodox(DateOnly.Parse(sunday).Year).ShouldBe(DateOnly.Parse(sunday));

    [Fact]
    public void Easter_is_a_Sunday_within_its_bounds_and_the_Orthodox_one_never_earlier()
    {
        for (var year = 1900; year <= 2099; year++)
        {
            var (western, orthodox) = (Easter.Western(year), Easter.Orthodox(year));
            (western.DayOfWeek, orthodox.DayOfWeek).ShouldBe((DayOfWeek.Sunday, DayOfWeek.Sunday));
            western.ShouldBeInRange(new(year, 3, 22), new(year, 4, 25));
            orthodox.ShouldBeGreaterThanOrEqualTo(western);
        }
    }

    [Fact]
    public void Outside_of_the_two_centuries_Orthodox_Easter_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Easter.Orthodox(2100));
}
