using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class PlannerTests
{
    [Fact]
    public void An_overdue_account_nobody_wrote_to_gets_a_friendly_reminder_today()
    {
        var contact = Contacted(Facts);
        (contact.Stage, contact.Purpose, contact.PlannedFor, contact.Cause).ShouldBe((Stage.Friendly, Purpose.Reminder, Today, "ladder:0:1"));
        contact.Items.ShouldBe(Facts.Ledger.Items);
        contact.Exposure.ShouldBe(new Exposure("EUR", 100, 100, 0, 20, 1));
    }

    [Fact]
    public void An_invoice_due_today_is_not_overdue() =>
        Held(Facts with { Ledger = Owing(Item(1, Today, 100)) }).Primary.ShouldBe(HoldReason.NothingOverdue);

    [Fact]
    public void A_due_date_on_a_weekend_rolls_forward_for_chasing_but_the_item_is_overdue()
    {
        var saturday = new DateOnly(2026, 2, 28);
        var facts = Facts with { Ledger = Owing(Item(1, saturday, 100)) };
        var held = Held(facts);
        held.Exposure.OverdueItems.ShouldBe(1);
        held.Primary.ShouldBe(HoldReason.StepNotDue);
        held.All[0].Lifts.ShouldBe(Today.AddDays(3));
        Planner.Plan(facts, Policy.Default, Today.AddDays(2)).ShouldBeOfType<PlanOutcome.NotNow>();
        Planner.Plan(facts, Policy.Default, Today.AddDays(3)).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void An_item_due_on_a_weekend_is_not_mentioned_on_the_Monday_it_rolls_to()
    {
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 100), Item(2, new DateOnly(2026, 2, 28), 70)) };
        var contact = Contacted(facts);
        contact.Items.Select(item => item.InvoiceId).ShouldBe([1]);
        (contact.Exposure.Chaseable, contact.Exposure.Overdue).ShouldBe((100m, 170m));
    }

    [Fact]
    public void On_a_Saturday_the_contact_is_planned_for_Monday()
    {
        var saturday = new DateOnly(2026, 2, 28);
        ((PlanOutcome.Contact)Planner.Plan(Facts, Policy.Default, saturday)).PlannedFor.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public void A_public_holiday_of_the_debtors_country_is_skipped()
    {
        var policy = Policy.Default with { Calendars = new Dictionary<string, BusinessCalendar> { ["DE"] = new([Today]) } };
        ((PlanOutcome.Contact)Planner.Plan(Facts, policy, Today)).PlannedFor.ShouldBe(Today.AddDays(1));
    }

    [Fact]
    public void A_due_date_on_a_holiday_of_the_debtor_rolls_for_chasing_and_the_item_is_overdue_from_the_day_after_it()
    {
        var goodFriday = new DateOnly(2026, 4, 3);
        var facts = Facts with { Ledger = Owing(Item(1, goodFriday, 100)) };
        Planner.Plan(facts, Policy.Default, goodFriday).Exposure.OverdueItems.ShouldBe(0);
        Planner.Plan(facts, Policy.Default, goodFriday.AddDays(1)).Exposure.OverdueItems.ShouldBe(1);
        var rolledTo = new DateOnly(2026, 4, 7);
        ((PlanOutcome.NotNow)Planner.Plan(facts, Policy.Default, rolledTo)).All[0].Lifts.ShouldBe(rolledTo.AddDays(3));
        Planner.Plan(facts, Policy.Default, rolledTo.AddDays(2)).ShouldBeOfType<PlanOutcome.NotNow>();
        Planner.Plan(facts, Policy.Default, rolledTo.AddDays(3)).ShouldBeOfType<PlanOutcome.Contact>();
        Planner.Plan(facts with { Customer = Debtor with { Country = "US" } }, Policy.Default, goodFriday.AddDays(3)).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Theory]
    [InlineData(1, 6, false), InlineData(1, 7, true), InlineData(2, 9, false), InlineData(2, 10, true), InlineData(3, 13, false), InlineData(3, 14, true)]
    public void Each_stage_waits_its_days_after_the_last_delivered_one(int level, int daysSince, bool due)
    {
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(level, Today.AddDays(-daysSince)) };
        var outcome = Plan(facts);
        if (due) ((PlanOutcome.Contact)outcome).Stage.ShouldBe((Stage)(level + 1));
        else ((PlanOutcome.NotNow)outcome).All.ShouldContain(note => note.Reason == HoldReason.StepNotDue && note.Lifts == Today.AddDays(-daysSince + Policy.Default.Ladder[level].Days));
    }

    [Fact]
    public void Months_of_missed_runs_catch_up_with_one_message_of_the_next_stage() =>
        Contacted(Facts with { Ledger = Owing(Item(1, Today.AddDays(-300), 100)), Case = Standing(1, Today.AddDays(-200)) }).Stage.ShouldBe(Stage.Reminder);

    [Fact]
    public void After_the_final_notice_a_person_decides() =>
        Held(Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(4, Today.AddDays(-30)) }).Primary.ShouldBe(HoldReason.FinalStageReached);

    [Fact]
    public void When_the_driver_was_paid_the_tone_falls_at_once_under_a_new_run()
    {
        var contact = Contacted(Facts with { Ledger = Owing(Item(2, Today.AddDays(-25), 100)), Case = Standing(4, Today.AddDays(-20)) });
        (contact.Stage, contact.Cause).ShouldBe((Stage.Firm, "ladder:1:3"));
    }

    [Fact]
    public void After_the_tone_fell_a_step_that_is_due_does_not_move_away_while_the_rest_grows_older()
    {
        // A firm notice went out, its driver was paid, and a part payment put the friendly step off to the day on which
        // the rest is old enough for a reminder.
        var facts = Facts with
        {
            Ledger = Owing(Item(2, Today.AddDays(-7), 100)), Case = Standing(3, Today.AddDays(-4)), LastPartPaymentOn = Today.AddDays(-2),
        };
        var held = Held(facts);
        held.All.ShouldContain(note => note.Reason == HoldReason.StepNotDue && note.Lifts == Today.AddDays(3));
        ((PlanOutcome.Contact)Planner.Plan(facts, Policy.Default, Today.AddDays(3))).Stage.ShouldBe(Stage.Friendly);
    }

    [Fact]
    public void No_step_is_announced_that_the_level_already_reached_makes_needless()
    {
        // The level stands on a dispute decided yesterday; the rest is two days overdue and grows into that level by the day it is named.
        var facts = Facts with { Ledger = Owing(Item(2, Today.AddDays(-3), 100)), Case = Standing(1, Today.AddDays(-1)) with { LastContactOn = null } };
        var day = Held(facts).All.Single(note => note.Reason == HoldReason.StepNotDue).Lifts!.Value;
        ((PlanOutcome.Contact)Planner.Plan(facts, Policy.Default, day)).Stage.ShouldBe(Stage.Reminder);
        Planner.Plan(facts, Policy.Default, day.AddDays(-1)).ShouldBeOfType<PlanOutcome.NotNow>();
    }

    [Fact]
    public void When_nothing_that_was_dunned_is_open_any_more_the_ladder_starts_anew()
    {
        var contact = Contacted(Facts with { Ledger = Owing(Item(2, Today.AddDays(-25), 100)), Case = Standing(3, Today.AddDays(-40)) });
        (contact.Stage, contact.Cause).ShouldBe((Stage.Friendly, "ladder:1:1"));
    }

    [Fact]
    public void The_first_case_starts_from_the_imported_level()
    {
        var customer = Debtor with { ImportedLevel = 2, ImportedLastContact = Today.AddDays(-15) };
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-60), 100)), Customer = customer, Case = null };
        Contacted(facts).Stage.ShouldBe(Stage.Firm);
        Contacted(facts with { HadEarlierCase = true }).Stage.ShouldBe(Stage.Friendly);
        CaseOpening.Open(facts, Today).Level.ShouldBe(2);
        CaseOpening.Open(facts with { HadEarlierCase = true }, Today).Level.ShouldBe(0);
    }

    [Fact]
    public void A_part_payment_restarts_the_clock_and_keeps_the_level()
    {
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 60)), Case = Standing(2, Today.AddDays(-20)), LastPartPaymentOn = Today.AddDays(-4) };
        var held = Held(facts);
        (held.Primary, held.All[0].Lifts).ShouldBe((HoldReason.StepNotDue, Today.AddDays(6)));
        Contacted(facts with { LastPartPaymentOn = Today.AddDays(-10) }).Stage.ShouldBe(Stage.Firm);
    }

    [Fact]
    public void A_broken_promise_is_followed_up_at_once_on_the_same_level()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100)), Case = Standing(2, Today.AddDays(-6)),
            Lapsed = [new LapsedPromise(5, Today.AddDays(-1), [1])],
        };
        var contact = Contacted(facts);
        (contact.Purpose, contact.Stage, contact.Cause).ShouldBe((Purpose.PromiseLapsed, Stage.Reminder, "promise:5:broken"));
        Held(facts with { LastContactOn = Today.AddDays(-2) }).Primary.ShouldBe(HoldReason.MinimumInterval);
    }

    [Fact]
    public void A_lapsed_promise_about_a_disputed_invoice_brings_no_message_forward() =>
        Held(Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(-50), 100)), Case = Standing(2, Today.AddDays(-6)),
            Lapsed = [new LapsedPromise(5, Today.AddDays(-1), [1])], Suppressions = [Pause(SuppressionKind.Dispute, null, 1)],
        }).Primary.ShouldBe(HoldReason.StepNotDue);

    [Fact]
    public void One_message_lists_all_overdue_items_oldest_first_and_the_tone_is_that_of_the_oldest()
    {
        var contact = Contacted(Facts with
        {
            Ledger = Owing(Item(3, Today.AddDays(-4), 10), Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(30), 70)),
            Case = Standing(2, Today.AddDays(-15)),
        });
        contact.Items.Select(item => item.InvoiceId).ShouldBe([1, 3]);
        contact.Driver.InvoiceId.ShouldBe(1);
        contact.Stage.ShouldBe(Stage.Firm);
    }

    [Fact]
    public void Under_a_promise_the_rest_is_chased_in_a_tone_of_its_own_age()
    {
        var contact = Contacted(Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(-12), 70)), Case = Standing(2, Today.AddDays(-15)),
            Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(5), 1)],
        });
        contact.Items.Select(item => item.InvoiceId).ShouldBe([2]);
        contact.Stage.ShouldBe(Stage.Reminder);
        contact.Exposure.Chaseable.ShouldBe(70);
        contact.Exposure.Overdue.ShouldBe(170);
    }
}
