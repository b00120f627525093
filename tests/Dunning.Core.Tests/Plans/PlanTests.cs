using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Plans;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Plans;

public sealed class PlanTests
{
    private static readonly PlanProposal Proposal = new([1, 2], [new(Today.AddDays(7), 50), new(Today.AddDays(37), 50), new(Today.AddDays(67), 50)], "sepa");

    private static readonly PaymentPlan Plan = new(
        8, [1, 2], "EUR", [new(1, new(2026, 3, 9), 50), new(2, new(2026, 4, 8), 50), new(3, new(2026, 5, 8), 50)], "sepa", Today, "Test Person", 150);

    private static IReadOnlyList<string> Objections(PlanProposal proposal) => PlanGrant.Objections(proposal, TwoInvoices, Policy.Default, Today);

    private static PlanStanding Judge(DateOnly on, params (int Day, decimal Amount)[] payments) =>
        PlanKeeping.Judge(Plan, 150 - payments.Sum(pay => pay.Amount), [.. payments.Select(pay => new PaidAllocation(1, pay.Amount, Today.AddDays(pay.Day)))], Policy.Default.Promises, BusinessCalendar.Weekdays, on);

    [Fact]
    public void A_plan_is_granted_only_when_its_instalments_are_what_is_open()
    {
        Objections(Proposal).ShouldBeEmpty();
        Objections(Proposal with { InvoiceIds = [1] }).ShouldBe(["The instalments add up to 150.00 EUR; 100.00 EUR is open on the covered invoices."]);
        Objections(Proposal with { Instalments = [.. Proposal.Instalments.Take(2)] }).Single().ShouldContain("100.00 EUR; 150.00 EUR");
        Objections(Proposal with { Instalments = [] }).ShouldContain("The plan has no instalment.");
        Objections(Proposal with { InvoiceIds = [] }).ShouldContain("No invoice is covered.");
        Objections(Proposal with { InvoiceIds = [1, 99] }).ShouldContain("An invoice of the plan is not open on this account.");
        Objections(Proposal with { Instalments = [new(Today.AddDays(-1), 100), new(Today.AddDays(9), 50)] }).ShouldContain("Instalment 1 is due on 2026-03-01, which has passed.");
        Objections(Proposal with { Instalments = [new(Today, 75), new(Today, 75)] }).ShouldContain("Two instalments are due on the same day.");
        Objections(Proposal with { Instalments = [new(Today, 75.005m), new(Today.AddDays(1), 74.995m)] }).ShouldContain("Instalment 1 has more decimals than EUR knows.");
        Objections(Proposal with { Instalments = [new(Today, 200), new(Today.AddDays(1), -50)] }).ShouldContain("Instalment 2 has no amount above zero.");
        Objections(Proposal with { Instalments = [new(Today.AddDays(731), 150)] }).ShouldContain("Instalment 1 is due more than 730 days from now.");
        Objections(Proposal with { Method = "barter" }).ShouldContain("'barter' is no method of payment.");
        PlanGrant.Objections(Proposal, TwoInvoices with { Plans = [Plan] }, Policy.Default, Today).ShouldContain("An invoice is covered by a plan that runs already.");
    }

    [Fact]
    public void A_granted_plan_pauses_its_invoices_under_the_persons_name_and_moves_no_due_date()
    {
        var decision = CaseDecision.Decide(TwoInvoices, new CaseEvent.PersonGrantedPlan("Test Person", Proposal, "agreed by phone"), Policy.Default, Today);
        decision.Commands.OfType<CaseCommand.RecordPlan>().Single().Plan.Instalments.Select(part => part.Sequence).ShouldBe([1, 2, 3]);
        var hold = decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression;
        (hold.Kind, hold.Owner, hold.ExpiresOn).ShouldBe((SuppressionKind.Plan, "Test Person", null));
        hold.InvoiceIds.ShouldBe([1, 2]);
        decision.Next.Items.ShouldBe(TwoInvoices.Items);
        Should.Throw<ArgumentException>(() => CaseDecision.Decide(TwoInvoices, new CaseEvent.PersonGrantedPlan("agent", Proposal, "x"), Policy.Default, Today));
    }

    // Due on Monday 9 March; one day of SEPA and one of grace later, Wednesday 11 March is its last day.
    [Fact]
    public void An_instalment_is_missed_after_its_buffer_and_grace_and_not_before()
    {
        Judge(new(2026, 3, 11)).Status.ShouldBe(PlanStatus.Running);
        var missed = Judge(new(2026, 3, 12));
        (missed.Status, missed.Missed!.Sequence, missed.Missing).ShouldBe((PlanStatus.Defaulted, 1, 50m));
        Judge(new(2026, 3, 12), (9, 50)).Status.ShouldBe(PlanStatus.Running, "valued on the last day");
        Judge(new(2026, 3, 13), (10, 50)).Status.ShouldBe(PlanStatus.Defaulted, "a day later is too late");
        Judge(new(2026, 3, 12), (5, 20)).Missing.ShouldBe(30);
    }

    [Fact]
    public void Early_and_partial_payments_count_for_the_oldest_instalment_first()
    {
        Judge(Today, (0, 20), (3, 30)).Paid.ShouldBeEmpty("money of a day to come does not count yet");
        Judge(new(2026, 3, 12), (0, 20), (3, 30)).Paid.ShouldBe([(1, Today.AddDays(3))]);
        Judge(new(2026, 4, 30), (1, 120)).Paid.ShouldBe([(1, Today.AddDays(1)), (2, Today.AddDays(1))]);
        Judge(new(2026, 6, 1), (1, 120)).Missing.ShouldBe(30);
        Judge(new(2026, 6, 1), (1, 120), (60, 30)).Status.ShouldBe(PlanStatus.Completed);
    }

    [Fact]
    public void A_credit_note_shortens_the_plan_from_its_end_and_money_taken_back_reopens_it()
    {
        PlanStanding Credited(decimal open, params PaidAllocation[] paid) => PlanKeeping.Judge(Plan, open, paid, Policy.Default.Promises, BusinessCalendar.Weekdays, new(2026, 6, 1));
        Credited(0).Status.ShouldBe(PlanStatus.Completed);
        Credited(50, new PaidAllocation(1, 50, Today.AddDays(5))).Missed!.Sequence.ShouldBe(2, "50 paid, 50 credited: the second is still owed");
        Credited(150, new PaidAllocation(1, 50, Today.AddDays(5)), new(1, -50, Today.AddDays(9))).Missed!.Sequence.ShouldBe(1);
    }

    [Fact]
    public void A_default_ends_the_plan_lifts_its_pause_and_opens_one_task_at_the_earlier_level()
    {
        var view = TwoInvoices with { Plans = [Plan], Suppressions = [Pause(SuppressionKind.Plan, null, 1, 2)], Case = Standing(2, Today.AddDays(-30)) };
        var day = new DateOnly(2026, 3, 12);
        var decision = CaseDecision.Decide(view, new CaseEvent.DayPassed([]), Policy.Default, day);
        decision.Commands.ShouldContain(new CaseCommand.EndPlan(8, PlanStatus.Defaulted));
        decision.Commands.OfType<CaseCommand.LiftSuppression>().ShouldHaveSingleItem();
        var ask = decision.Commands.OfType<CaseCommand.AskPerson>().Single();
        (ask.Kind, ask.DedupeKey, ask.Blocks).ShouldBe((PersonTaskKind.PlanDefault, "plan:8:default", false));
        (decision.Next.Case.Level, decision.Next.Case.LevelOn, decision.Next.Plans.Count).ShouldBe((2, day, 0));
        CaseDecision.Decide(decision.Next, new CaseEvent.DayPassed([]), Policy.Default, day).Commands.ShouldAllBe(command => command is CaseCommand.NoteOnly);
    }

    [Fact]
    public void A_person_who_lifts_the_pause_ends_the_plan()
    {
        var view = TwoInvoices with { Plans = [Plan], Suppressions = [Pause(SuppressionKind.Plan, null, 1, 2)] };
        CaseDecision.Decide(view, new CaseEvent.PersonLifted("Test Person", 90, "they refused it"), Policy.Default, Today)
            .Commands.ShouldContain(new CaseCommand.EndPlan(8, PlanStatus.Withdrawn));
    }

    [Fact]
    public void Whatever_is_paid_and_whenever_more_or_earlier_money_never_breaks_a_plan_that_holds()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var chance = new Random(seed);
            var payments = Enumerable.Range(0, chance.Next(5)).Select(_ => (Day: chance.Next(80), Amount: (decimal)chance.Next(1, 60))).ToArray();
            if (payments.Sum(pay => pay.Amount) >= 150) continue;
            var on = Today.AddDays(chance.Next(100));
            if (Judge(on, payments).Status == PlanStatus.Defaulted) continue;
            var earlier = payments.Select(pay => (Math.Max(0, pay.Day - chance.Next(5)), pay.Amount)).ToArray();
            Judge(on, earlier).Status.ShouldNotBe(PlanStatus.Defaulted, $"seed {seed}");
            Judge(on, [.. payments, (0, 1m)]).Status.ShouldNotBe(PlanStatus.Defaulted, $"seed {seed}");
            chance.Shuffle(payments);
            Judge(on, payments).Paid.ShouldBe(Judge(on, [.. payments.Reverse()]).Paid);
        }
    }
}
