using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence;

public sealed class PolicyTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly ContactWindow Window = Policy.Default.Window;

    [Fact]
    public void Every_value_is_part_of_the_version()
    {
        var policies = new[]
        {
            new Policy(), new Policy { Name = "x" }, new Policy { MinimumIntervalDays = 6 }, new Policy { MinimumForOtherCurrencies = 1 },
            new Policy { MinimumAmounts = new Dictionary<string, decimal>() }, new Policy { Window = new(new(8, 0), new(17, 0)) },
            new Policy { Calendars = new Dictionary<string, BusinessCalendar> { ["DE"] = new([new(2026, 1, 1)]) } },
            new Policy { DefaultCalendar = new([new(2026, 1, 1)]) }, new Policy { Promises = new() { GraceDays = 2 } },
            new Policy { Agreements = new() { Rest = UndisputedRest.Never } },
            new Policy { TraceWindowDays = 6 }, new Policy { DisputeSlaDays = 6 }, new Policy { DaysAfterFinal = 6 }, new Policy { RedAfterDays = 6 },
            new Policy { LedgerFreshFor = TimeSpan.FromHours(1) }, new Policy { MailboxFreshFor = TimeSpan.FromHours(1) },
            new Policy { MinimumAmount = new(26, "EUR") }, new Policy { MinimumLine = new(5, "EUR") },
            new Policy { AutomaticAmountCaps = new Dictionary<string, decimal>() },
            new Policy { AutomaticUpTo = Stage.Firm }, new Policy { MaxContactsIn30Days = 5 }, new Policy { NewDebtorsADay = 9 }, new Policy { Persona = new("Team", null, null) },
            new Policy { Ladder = [.. Policy.Default.Ladder.Select(step => step with { Days = step.Days + 1 })] },
        };
        policies.Select(policy => policy.Version).ShouldBeUnique();
        new Policy().Version.ShouldBe(Policy.Default.Version);
        // Name, ladder and the rest: one changed copy for each settable value, and the unchanged one.
        policies.Length.ShouldBe(typeof(Policy).GetProperties().Count(property => property.SetMethod is { IsPublic: true }) + 1);
    }

    [Fact]
    public void Every_trait_of_a_step_and_quiet_hours_are_part_of_the_version()
    {
        var step = Policy.Default.Ladder[2];
        LadderStep[] changed =
        [
            step, step with { BusinessDays = true }, step with { Channel = Channel.Call }, step with { Softer = true }, step with { AttachInvoices = true },
            step with { Anchor = StepAnchor.PromiseDate }, step with { MinimumAmounts = new Dictionary<string, decimal> { ["EUR"] = 1 } },
        ];
        changed.Select(one => new Policy { Ladder = [Policy.Default.Ladder[0], Policy.Default.Ladder[1], one, Policy.Default.Ladder[3]] }.Version).ShouldBeUnique();
        new Policy { Window = Window with { Quiet = [new(new(12, 0), new(13, 0))] } }.Version.ShouldNotBe(Policy.Default.Version);
    }

    [Theory]
    [InlineData("2026-03-02T10:59Z", "2026-03-02T10:59Z"), InlineData("2026-03-02T11:00Z", "2026-03-02T12:00Z"), InlineData("2026-03-02T11:59Z", "2026-03-02T12:00Z")]
    [InlineData("2026-03-02T16:00Z", "2026-03-03T08:00Z"), InlineData("2026-03-07T11:30Z", "2026-03-09T08:00Z")]
    public void Quiet_hours_inside_the_window_are_waited_out(string at, string opens)
    {
        var window = Window with { Quiet = [new(new(12, 0), new(13, 0))] };
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var opening = window.NextOpening(instant, new(2026, 1, 1), Berlin, BusinessCalendar.Weekdays);
        opening.ShouldBe(DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture));
        window.IsOpen(opening, Berlin, BusinessCalendar.Weekdays).ShouldBeTrue();
    }

    [Fact]
    public void A_changed_copy_of_a_policy_has_a_version_of_its_own_and_the_original_keeps_its_own()
    {
        var original = new Policy { Name = "original" };
        var version = original.Version;
        var changed = original with { MinimumIntervalDays = 9 };
        changed.Version.ShouldNotBe(version);
        changed.Version.ShouldBe(new Policy { Name = "original", MinimumIntervalDays = 9 }.Version);
        (changed with { MinimumIntervalDays = original.MinimumIntervalDays }).Version.ShouldBe(version);
        original.Version.ShouldBe(version);
        original.Version.ShouldBeSameAs(original.Version);
    }

    [Fact]
    public void The_ladder_has_one_step_per_stage_in_order() =>
        Policy.Default.Ladder.Select(step => step.Stage).ShouldBe(Enum.GetValues<Stage>());

    [Theory]
    [InlineData(2, 0), InlineData(3, 1), InlineData(9, 1), InlineData(10, 2), InlineData(20, 3), InlineData(34, 4), InlineData(900, 4)]
    public void Age_alone_justifies_no_higher_stage_than_the_sum_of_the_steps(int days, int level) => Policy.Default.StageByAge(days).ShouldBe(level);

    [Theory]
    [InlineData("2026-03-02T07:59:59Z", false), InlineData("2026-03-02T08:00:00Z", true), InlineData("2026-03-02T15:59:59Z", true)]
    [InlineData("2026-03-02T16:00:00Z", false), InlineData("2026-03-01T10:00:00Z", false)]
    [InlineData("2026-03-30T07:00:00Z", true), InlineData("2026-03-27T07:59:00Z", false)]
    public void The_window_is_open_in_the_debtors_zone_on_both_sides_of_the_clock_change(string instant, bool open) =>
        Window.IsOpen(At(instant), Berlin, BusinessCalendar.Weekdays).ShouldBe(open);

    [Theory]
    [InlineData("2026-03-02T06:00:00Z", "2026-03-02", "2026-03-02T08:00:00Z")]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-01", "2026-03-02T10:00:00Z")]
    [InlineData("2026-03-27T18:00:00Z", "2026-03-27", "2026-03-30T07:00:00Z")]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-07", "2026-03-09T08:00:00Z")]
    public void The_next_opening_is_on_a_business_day_and_not_before_the_planned_day(string instant, string notBefore, string opening) =>
        Window.NextOpening(At(instant), DateOnly.Parse(notBefore), Berlin, BusinessCalendar.Weekdays).ShouldBe(At(opening));

    [Fact]
    public void Business_days_skip_weekends_and_holidays()
    {
        var calendar = new BusinessCalendar([new(2026, 12, 25), new(2026, 12, 24)]);
        calendar.AddBusinessDays(new(2026, 12, 23), 1).ShouldBe(new(2026, 12, 28));
        calendar.AddBusinessDays(new(2026, 12, 24), 0).ShouldBe(new(2026, 12, 28));
        Should.Throw<ArgumentOutOfRangeException>(() => calendar.AddBusinessDays(new(2026, 1, 1), -1));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
