using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class LadderTests
{
    private static Policy Firm(LadderStep step) => new() { Ladder = [Policy.Default.Ladder[0], Policy.Default.Ladder[1], step, Policy.Default.Ladder[3]] };

    /// <summary>An old debt on the reminder level, delivered on a Monday three weeks ago.</summary>
    private static readonly AccountFacts OnReminder = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(2, Today.AddDays(-21)) };

    private static DateOnly? DueOn(AccountFacts facts, LadderStep step)
    {
        for (var day = Today.AddDays(-21); day < Today.AddDays(120); day = day.AddDays(1))
            if (Planner.Plan(facts, Firm(step), day) is PlanOutcome.Contact { Stage: Stage.Firm }) return day;
        return null;
    }

    [Fact]
    public void Business_days_skip_weekends_and_the_closed_days_of_the_debtors_country()
    {
        var step = new LadderStep(Stage.Firm, StepAnchor.LastDeliveredStage, 10) { BusinessDays = true };
        DueOn(OnReminder, step).ShouldBe(Today.AddDays(-7));
        var closed = Firm(step) with { Calendars = new Dictionary<string, BusinessCalendar> { ["DE"] = BusinessCalendar.Weekdays.Closing([Today.AddDays(-20), Today.AddDays(-7)]) } };
        Planner.Plan(OnReminder, closed, Today.AddDays(-6)).ShouldBeOfType<PlanOutcome.NotNow>().All.ShouldContain(note => note.Reason == HoldReason.StepNotDue && note.Lifts == Today.AddDays(-5));
        Planner.Plan(OnReminder, closed, Today.AddDays(-5)).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void Each_anchor_counts_from_its_event_and_without_the_event_from_the_last_notice()
    {
        var at = Today.AddDays(3);
        (StepAnchor Anchor, AccountFacts Facts)[] events =
        [
            (StepAnchor.LastCustomerAction, OnReminder with { LastReplyOn = at }), (StepAnchor.PromiseDate, OnReminder with { PromisedFor = at }),
            (StepAnchor.DisputeResolved, OnReminder with { DisputeResolvedOn = at }), (StepAnchor.RiskBandChange, OnReminder with { SegmentSince = at }),
        ];
        foreach (var (anchor, facts) in events)
        {
            DueOn(facts, new(Stage.Firm, anchor, 8)).ShouldBe(at.AddDays(8), anchor.ToString());
            DueOn(OnReminder, new(Stage.Firm, anchor, 8)).ShouldBe(Today.AddDays(-13), anchor.ToString());
        }
    }

    [Fact]
    public void A_friendly_stage_may_count_from_the_invoice_and_still_waits_for_the_debt_to_be_overdue()
    {
        Policy Issued(int days) => new() { Ladder = [new(Stage.Friendly, StepAnchor.InvoiceIssued, days), .. Policy.Default.Ladder.Skip(1)] };
        // Issued 30 days before it was due, on a Tuesday 20 days ago.
        Planner.Plan(Facts, Issued(50), Today).ShouldBeOfType<PlanOutcome.Contact>();
        Planner.Plan(Facts, Issued(51), Today).ShouldBeOfType<PlanOutcome.NotNow>().All[0].Lifts.ShouldBe(Today.AddDays(1));
        Planner.Plan(Facts with { Ledger = Owing(Item(1, Today, 100)) }, Issued(5), Today).ShouldBeOfType<PlanOutcome.NotNow>().Primary.ShouldBe(HoldReason.NothingOverdue);
    }

    [Fact]
    public void Below_the_minimum_of_a_stage_that_stage_is_not_taken()
    {
        var step = Policy.Default.Ladder[2] with { MinimumAmounts = new Dictionary<string, decimal> { ["EUR"] = 100.01m } };
        var held = Planner.Plan(OnReminder, Firm(step), Today).ShouldBeOfType<PlanOutcome.NotNow>();
        (held.Primary, held.All.Count).ShouldBe((HoldReason.BelowMinimum, 1));
        Planner.Plan(OnReminder, Firm(step with { MinimumAmounts = new Dictionary<string, decimal> { ["EUR"] = 100 } }), Today).ShouldBeOfType<PlanOutcome.Contact>();
        Planner.Plan(OnReminder, Firm(step with { MinimumAmounts = new Dictionary<string, decimal> { ["USD"] = 9999 } }), Today).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void No_more_messages_than_the_cap_in_thirty_days_and_the_hold_names_the_day_one_is_free()
    {
        var policy = new Policy { MaxContactsIn30Days = 2 };
        var facts = Facts with { RecentContacts = [Today.AddDays(-29), Today.AddDays(-20), Today.AddDays(-10)] };
        var held = Planner.Plan(facts, policy, Today).ShouldBeOfType<PlanOutcome.NotNow>();
        (held.Primary, held.All[0].Lifts).ShouldBe((HoldReason.ContactCap, Today.AddDays(10)));
        Planner.Plan(facts, policy, Today.AddDays(9)).ShouldBeOfType<PlanOutcome.NotNow>();
        Planner.Plan(facts, policy, Today.AddDays(10)).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void An_account_that_changes_its_policy_keeps_its_level_and_rises_one_rung_at_most()
    {
        var fast = new Policy { Name = "fast", Ladder = [.. Policy.Default.Ladder.Select(step => step with { Days = 4 })] };
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(1, Today.AddDays(-5)) };
        Planner.Plan(facts, Policy.Default, Today).ShouldBeOfType<PlanOutcome.NotNow>().Primary.ShouldBe(HoldReason.StepNotDue);
        Planner.Plan(facts, fast, Today).ShouldBeOfType<PlanOutcome.Contact>().Stage.ShouldBe(Stage.Reminder);

        var slow = new Policy { Name = "slow", Ladder = [.. Policy.Default.Ladder.Select(step => step with { Days = 40 })] };
        var moved = facts with { Case = Standing(3, Today.AddDays(-20)), PolicySince = Today };
        Planner.Plan(moved, slow, Today).ShouldBeOfType<PlanOutcome.NotNow>().All.ShouldContain(note => note.Reason == HoldReason.StepNotDue && note.Lifts == Today.AddDays(70));
        Planner.Plan(moved, slow, Today.AddDays(70)).ShouldBeOfType<PlanOutcome.Contact>().Stage.ShouldBe(Stage.Final);
    }

    [Fact]
    public void Under_any_policy_and_any_days_of_service_no_level_is_skipped_and_no_two_messages_come_too_close()
    {
        var messages = 0;
        for (var seed = 1; seed <= 400; seed++)
        {
            var chance = new Random(seed);
            Policy[] policies = [Any(chance), Any(chance)];
            var (level, on, run) = (0, (DateOnly?)null, 0);
            var due = Today.AddDays(-chance.Next(60));
            var (under, since) = ((Policy?)null, Today);
            var debt = Owing(Item(1, due, 500), Item(2, due.AddDays(chance.Next(40)), 80));
            for (var day = Today; day < Today.AddDays(200); day = day.AddDays(1))
            {
                // The service runs on some days only, and now and then the account is in the other segment.
                if (chance.Next(3) == 0) continue;
                var policy = policies[chance.Next(12) / 11];
                if (under != policy) (under, since) = (policy, day);
                var facts = Facts with { Ledger = debt, Case = Standing(level, on) with { LadderRun = run }, PolicySince = since };
                if (Planner.Plan(facts, policy, day) is not PlanOutcome.Contact contact) continue;
                ((int)contact.Stage).ShouldBe(level + 1);
                if (on is { } last) (day.DayNumber - last.DayNumber).ShouldBeGreaterThanOrEqualTo(policy.MinimumIntervalDays);
                (day.DayNumber - due.DayNumber).ShouldBeGreaterThanOrEqualTo(policy.AgeFor(level + 1));
                Planner.Plan(facts with { Case = Standing((int)contact.Stage, day) with { LadderRun = run } }, policy, day).ShouldBeOfType<PlanOutcome.NotNow>();
                (level, on) = ((int)contact.Stage, day);
                messages++;
            }

            level.ShouldBe(4, $"seed {seed}");
        }

        messages.ShouldBe(1600);
    }

    private static Policy Any(Random chance)
    {
        StepAnchor[] anchors = [StepAnchor.LastDeliveredStage, StepAnchor.LastCustomerAction, StepAnchor.PromiseDate, StepAnchor.RiskBandChange];
        LadderStep Step(Stage stage) => new(stage, stage == Stage.Friendly ? StepAnchor.DueDate : anchors[chance.Next(4)], chance.Next(1, 20)) { BusinessDays = chance.Next(2) == 0 };
        return new() { Ladder = [.. Enum.GetValues<Stage>().Select(Step)], MinimumIntervalDays = chance.Next(3, 12) };
    }
}
