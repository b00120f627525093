using Dunning.Core.Cadence;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence;

public sealed class ContactPreferenceTests
{
    private static readonly ContactWindow Window = new(new TimeOnly(9, 0), new TimeOnly(17, 0));
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Africa/Cairo"];

    [Theory]
    [InlineData(14, "2026-03-03T06:05:00Z", "2026-03-03T13:00:00Z", "before the opening: the preferred hour of the day")]
    [InlineData(14, "2026-03-03T09:30:00Z", "2026-03-03T13:00:00Z", "the window is open and the hour is ahead")]
    [InlineData(9, "2026-03-03T09:30:00Z", "2026-03-03T09:30:00Z", "the hour has passed: now")]
    [InlineData(8, "2026-03-03T06:05:00Z", "2026-03-03T08:00:00Z", "an hour before the window: the opening")]
    [InlineData(17, "2026-03-03T06:05:00Z", "2026-03-03T08:00:00Z", "an hour behind the window: the opening")]
    [InlineData(11, "2026-03-06T18:00:00Z", "2026-03-09T10:00:00Z", "Friday evening: Monday at the hour")]
    [InlineData(11, "2026-03-27T18:00:00Z", "2026-03-30T09:00:00Z", "over the start of summer time")]
    public void The_preferred_hour_of_the_day_of_the_opening_is_taken(int hour, string now, string expected, string why) =>
        At(hour, now).ShouldBe(Utc(expected), why);

    [Fact]
    public void The_hour_follows_the_weekday_of_the_day_it_goes_out()
    {
        var preference = Prefer(11) with { Hours = [9, 10, 11, 12, 13, 14, 15] };
        preference.NotBefore(Window, Utc("2026-03-03T06:00:00Z"), new(2026, 3, 6), Berlin, BusinessCalendar.Weekdays, Berlin, null).ShouldBe(Utc("2026-03-06T13:00:00Z"));
    }

    [Fact]
    public void Without_a_preferred_hour_the_opening_stays() =>
        (Prefer(14) with { Basis = PreferenceBasis.None }).NotBefore(Window, Utc("2026-03-03T06:05:00Z"), new(2026, 3, 3), Berlin, BusinessCalendar.Weekdays, Berlin, null)
            .ShouldBe(Utc("2026-03-03T08:00:00Z"));

    [Fact]
    public void A_message_does_not_slip_into_the_creditors_next_day()
    {
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        // 09:00 in New York is 23:00 in Tokyo; 11:00 would be the creditor's next day, on which the message is out of date.
        Prefer(11).NotBefore(Window, Utc("2026-03-03T06:00:00Z"), new(2026, 3, 3), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), BusinessCalendar.Weekdays, tokyo, null)
            .ShouldBe(Utc("2026-03-03T14:00:00Z"));
    }

    [Fact]
    public void An_approval_does_not_expire_while_the_message_waits_for_its_hour() =>
        Prefer(15).NotBefore(Window, Utc("2026-03-03T06:00:00Z"), new(2026, 3, 3), Berlin, BusinessCalendar.Weekdays, Berlin, Utc("2026-03-03T13:00:00Z"))
            .ShouldBe(Utc("2026-03-03T08:00:00Z"));

    [Fact]
    public void An_hour_that_daylight_saving_skips_begins_behind_the_gap()
    {
        // In Cairo Friday 24 April 2026 begins at 01:00.
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");
        var night = new ContactWindow(new TimeOnly(0, 0), new TimeOnly(6, 0));
        Prefer(0).NotBefore(night, Utc("2026-04-23T12:00:00Z"), new(2026, 4, 24), cairo, BusinessCalendar.Weekdays, cairo, null).ShouldBe(Utc("2026-04-23T22:00:00Z"));
        Prefer(3).NotBefore(night, Utc("2026-04-23T12:00:00Z"), new(2026, 4, 24), cairo, BusinessCalendar.Weekdays, cairo, null).ShouldBe(Utc("2026-04-24T00:00:00Z"));
    }

    [Fact]
    public void A_preference_never_adds_a_contact_moves_a_day_or_leaves_the_window()
    {
        var random = new Random(4);
        for (var i = 0; i < 30_000; i++)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var creditor = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var calendar = new BusinessCalendar(Enumerable.Range(0, 6).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(365))));
            var opens = random.Next(0, 22);
            var window = new ContactWindow(new TimeOnly(opens, random.Next(60)), new TimeOnly(opens + 1, 0).AddMinutes(random.Next(1, 60 * (23 - opens))));
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(365 * 24 * 60));
            var planned = DateOnly.FromDateTime(now.UtcDateTime).AddDays(random.Next(-3, 4));
            var preference = Prefer(0) with { Hours = [.. Enumerable.Range(0, 7).Select(_ => random.Next(24))], Basis = (PreferenceBasis)random.Next(3) };

            var opening = window.NextOpening(now, planned, zone, calendar);
            var chosen = preference.NotBefore(window, now, planned, zone, calendar, creditor, null);

            chosen.ShouldBeGreaterThanOrEqualTo(opening);
            Day(chosen, zone).ShouldBe(Day(opening, zone));
            Day(chosen, creditor).ShouldBe(Day(opening, creditor));
            Day(chosen, zone).ShouldBeGreaterThanOrEqualTo(planned);
            if (chosen != opening) window.IsOpen(chosen, zone, calendar).ShouldBeTrue();
        }
    }

    private static ContactPreference Prefer(int hour) =>
        new(Channel.Mail, PreferenceBasis.Learned, [.. Enumerable.Repeat(hour, 7)], new(0.6, 0.4, 0.8), 0.3, new(9, 7, 6, 6), "answered 6 of 6");

    private static DateTimeOffset At(int hour, string now) =>
        Prefer(hour).NotBefore(Window, Utc(now), DateOnly.FromDateTime(Utc(now).UtcDateTime), Berlin, BusinessCalendar.Weekdays, Berlin, null);

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
