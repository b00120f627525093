using Dunning.Core.Cadence;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence;

/// <summary>Office hours from Auckland to Honolulu, over every change of the clocks.</summary>
public sealed class ContactWindowTests
{
    private static readonly ContactWindow Office = Policy.Default.Window;

    [Theory]
    // Spring and autumn in Europe: the Friday before and the Monday after.
    [InlineData("Europe/Berlin", "2026-03-27T20:00Z", "2026-03-30T07:00Z"), InlineData("Europe/Berlin", "2026-10-23T20:00Z", "2026-10-26T08:00Z")]
    [InlineData("Europe/London", "2026-03-27T20:00Z", "2026-03-30T08:00Z"), InlineData("Europe/London", "2026-10-23T20:00Z", "2026-10-26T09:00Z")]
    // The United States change on other days than Europe.
    [InlineData("America/New_York", "2026-03-06T23:00Z", "2026-03-09T13:00Z"), InlineData("America/New_York", "2026-10-30T23:00Z", "2026-11-02T14:00Z")]
    [InlineData("America/Los_Angeles", "2026-03-07T02:00Z", "2026-03-09T16:00Z"), InlineData("America/Phoenix", "2026-03-07T02:00Z", "2026-03-09T16:00Z")]
    // The southern hemisphere goes the other way.
    [InlineData("Australia/Sydney", "2026-04-03T07:00Z", "2026-04-05T23:00Z"), InlineData("Australia/Sydney", "2026-10-02T08:00Z", "2026-10-04T22:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-25T06:00Z", "2026-09-27T20:00Z"), InlineData("America/Santiago", "2026-09-04T22:00Z", "2026-09-07T12:00Z")]
    // Half-hour and quarter-hour zones.
    [InlineData("Asia/Kolkata", "2026-03-02T00:00Z", "2026-03-02T03:30Z"), InlineData("Australia/Adelaide", "2026-03-02T00:00Z", "2026-03-02T00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-02T03:00Z", "2026-03-02T03:15Z"), InlineData("Australia/Lord_Howe", "2026-04-02T20:00Z", "2026-04-02T22:00Z")]
    // The end of a month, of February in a leap year, and of a year.
    [InlineData("Europe/Berlin", "2026-04-30T16:00Z", "2026-05-01T07:00Z"), InlineData("Europe/Berlin", "2028-02-28T17:00Z", "2028-02-29T08:00Z")]
    [InlineData("Europe/Berlin", "2026-12-31T17:00Z", "2027-01-01T08:00Z"), InlineData("Asia/Tokyo", "2026-12-31T09:00Z", "2027-01-01T00:00Z")]
    public void The_next_opening_is_nine_oclock_where_the_debtor_is(string zone, string instant, string opening) =>
        Office.NextOpening(At(instant), DateOnly.MinValue, Zone(zone), BusinessCalendar.Weekdays).ShouldBe(At(opening));

    [Fact]
    public void A_holiday_of_the_debtor_moves_the_opening_and_the_end_of_the_day_is_closed()
    {
        var germany = Policy.Default.CalendarFor("DE");
        Office.NextOpening(At("2026-04-02T16:00Z"), DateOnly.MinValue, Zone("Europe/Berlin"), germany).ShouldBe(At("2026-04-07T07:00Z"));
        Office.IsOpen(At("2026-04-02T14:59:59Z"), Zone("Europe/Berlin"), germany).ShouldBeTrue();
        Office.IsOpen(At("2026-04-02T15:00:00Z"), Zone("Europe/Berlin"), germany).ShouldBeFalse();
        Office.IsOpen(At("2026-04-03T10:00:00Z"), Zone("Europe/Berlin"), germany).ShouldBeFalse();
    }

    [Theory]
    // Monday in Auckland is still Sunday in Los Angeles; Monday evening there is Tuesday here.
    [InlineData("America/Los_Angeles", "2026-03-08T21:00Z", "2026-03-09", "2026-03-09T16:00Z"), InlineData("Pacific/Auckland", "2026-03-10T01:00Z", "2026-03-09", "2026-03-10T01:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-08T18:00Z", "2026-03-09", "2026-03-08T19:00Z"), InlineData("Pacific/Honolulu", "2026-03-10T01:00Z", "2026-03-10", "2026-03-10T19:00Z")]
    public void Across_the_date_line_the_planned_day_is_a_day_of_the_debtor(string zone, string instant, string notBefore, string opening) =>
        Office.NextOpening(At(instant), DateOnly.Parse(notBefore), Zone(zone), BusinessCalendar.Weekdays).ShouldBe(At(opening));

    [Fact]
    public void An_opening_in_the_skipped_hour_is_the_first_minute_after_it()
    {
        var early = new ContactWindow(new(2, 10), new(6, 0));
        early.NextOpening(At("2026-03-28T23:00Z"), DateOnly.MinValue, Zone("Europe/Berlin"), EveryDay).ShouldBe(At("2026-03-29T01:00Z"));
        new ContactWindow(new(0, 0), new(8, 0)).NextOpening(At("2026-09-05T20:00Z"), new(2026, 9, 6), Zone("America/Santiago"), EveryDay).ShouldBe(At("2026-09-06T04:00Z"));
    }

    [Fact]
    public void A_window_inside_the_skipped_hour_opens_the_day_after() =>
        new ContactWindow(new(2, 10), new(2, 50)).NextOpening(At("2026-03-29T00:30Z"), DateOnly.MinValue, Zone("Europe/Berlin"), EveryDay).ShouldBe(At("2026-03-30T00:10Z"));

    [Fact]
    public void An_opening_in_the_repeated_hour_is_the_first_of_the_two() =>
        new ContactWindow(new(2, 30), new(6, 0)).NextOpening(At("2026-10-24T22:00Z"), DateOnly.MinValue, Zone("Europe/Berlin"), EveryDay).ShouldBe(At("2026-10-25T00:30Z"));

    [Fact]
    public void From_any_instant_the_next_opening_is_open_not_earlier_and_nothing_before_it_was_open()
    {
        string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago", "Pacific/Chatham", "Africa/Casablanca"];
        var chance = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var zone = Zone(zones[chance.Next(zones.Length)]);
            var window = new ContactWindow(new(chance.Next(0, 12), chance.Next(4) * 15), new(chance.Next(13, 24), 0));
            var calendar = chance.Next(3) switch { 0 => Policy.Default.CalendarFor("DE"), 1 => Policy.Default.CalendarFor("SA"), _ => EveryDay };
            var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * chance.Next(365 * 24 * 4));
            var opening = window.NextOpening(instant, DateOnly.MinValue, zone, calendar);
            opening.ShouldBeGreaterThanOrEqualTo(instant);
            window.IsOpen(opening, zone, calendar).ShouldBeTrue($"{zone.Id} {instant:O} {opening:O}");
            for (var before = instant; before < opening; before = before.AddMinutes(15)) window.IsOpen(before, zone, calendar).ShouldBeFalse($"{zone.Id} {before:O}");
        }
    }

    [Fact]
    public void In_a_repeated_hour_the_second_opening_counts_for_who_comes_after_the_first() =>
        new ContactWindow(new(2, 30), new(6, 0)).NextOpening(At("2026-10-25T01:10Z"), DateOnly.MinValue, Zone("Europe/Berlin"), EveryDay).ShouldBe(At("2026-10-25T01:30Z"));

    [Fact]
    public void Where_Friday_is_the_weekend_Sunday_is_a_working_day() =>
        Office.NextOpening(At("2026-03-05T15:00Z"), DateOnly.MinValue, Zone("Asia/Riyadh"), Policy.Default.CalendarFor("SA")).ShouldBe(At("2026-03-08T06:00Z"));

    // Clocks change at weekends: without weekends the changes can be seen.
    private static BusinessCalendar EveryDay => new([], []);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
