using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

public sealed class CaseLifeTests
{
    private static Decision Decide(CaseView view, CaseEvent happened) => CaseDecision.Decide(view, happened, Policy.Default, Today);

    private static Touch Ladder(int run, Stage stage) => Touch.Make(1, Touch.LadderCause(run, stage), Purpose.Reminder, stage, Today, null);

    private static readonly PaymentClaim Claim = new(3, [1], 100, Today.AddDays(-8), null, Today.AddDays(-8), Today.AddDays(-1));

    [Fact]
    public void A_delivered_reminder_sets_level_run_and_contact()
    {
        var next = Decide(OneInvoice, new CaseEvent.TouchSent(Ladder(2, Stage.Reminder), Today)).Next.Case;
        (next.Level, next.LevelOn, next.LastContactOn, next.LadderRun).ShouldBe((2, Today, Today, 2));
    }

    [Fact]
    public void A_delivered_answer_counts_as_contact_and_leaves_the_level()
    {
        var next = Decide(OneInvoice, new CaseEvent.TouchSent(Touch.Make(1, "mail:5", Purpose.DocumentAttached, null, Today, 5), Today)).Next.Case;
        (next.Level, next.LevelOn, next.LastContactOn).ShouldBe((1, Today.AddDays(-5), Today));
    }

    [Fact]
    public void A_bounce_is_no_contact_and_a_hard_one_kills_the_address()
    {
        var sent = Decide(OneInvoice, new CaseEvent.TouchSent(Ladder(0, Stage.Reminder), Today)).Next;
        var before = new StandingBefore(1, Today.AddDays(-5), Today.AddDays(-5));
        var soft = Decide(sent, new CaseEvent.TouchBounced(Ladder(0, Stage.Reminder), false, 9, before));
        (soft.Next.Case.Level, soft.Next.Case.LastContactOn, soft.Next.Case.LadderRun).ShouldBe((1, Today.AddDays(-5), 1));
        soft.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
        var hard = Decide(sent, new CaseEvent.TouchBounced(Ladder(0, Stage.Reminder), true, 9, before));
        hard.Commands.ShouldContain(new CaseCommand.MarkContactDead(9));
        hard.Commands.OfType<CaseCommand.AskPerson>().Single().Kind.ShouldBe(PersonTaskKind.FindContact);
    }

    [Fact]
    public void A_claimed_payment_that_is_found_is_thanked_for()
    {
        var view = OneInvoice with { Claims = [Claim with { TraceUntil = Today }], Suppressions = [Pause(SuppressionKind.Trace, Today, 1)] };
        var decision = Decide(view, new CaseEvent.DayPassed([new(1, 100, Today.AddDays(-7))]));
        decision.Commands.ShouldContain(new CaseCommand.ResolveTrace(3, true));
        decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.PaymentThanks);
        decision.Next.Suppressions.ShouldBeEmpty();
        Decide(view, new CaseEvent.DayPassed([])).Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
    }

    [Fact]
    public void A_claimed_payment_that_is_not_found_in_the_window_is_asked_about()
    {
        var view = OneInvoice with { Claims = [Claim] };
        foreach (var paid in new PaidAllocation[][] { [], [new(1, 60, Today)], [new(1, 100, Today.AddDays(-40))], [new(2, 100, Today)] })
        {
            var decision = Decide(view, new CaseEvent.DayPassed(paid));
            decision.Commands.ShouldContain(new CaseCommand.ResolveTrace(3, false));
            decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.PaymentTrace);
        }
    }

    [Fact]
    public void A_case_closes_when_nothing_is_overdue_and_nothing_is_open_in_it()
    {
        var paid = View(Item(1, Today.AddDays(10), 100));
        var decision = Decide(paid, new CaseEvent.ItemsCleared([]));
        decision.Next.Case.Status.ShouldBe(CaseStatus.Closed);
        decision.Commands.Select(command => command.GetType()).ShouldBe([typeof(CaseCommand.CancelPending), typeof(CaseCommand.CloseCase)]);
        Decide(paid with { Disputes = [new(4, [1], DisputeReason.Price, null, Today, Today.AddDays(5))] }, new CaseEvent.DayPassed([])).Next.Case.Status.ShouldBe(CaseStatus.Active);
        Decide(OneInvoice, new CaseEvent.ItemsCleared([])).Next.Case.Status.ShouldBe(CaseStatus.Active);
        Decide(decision.Next, new CaseEvent.DayPassed([])).Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
    }

    [Fact]
    public void An_expired_pause_is_lifted_and_a_running_one_is_not()
    {
        var view = OneInvoice with { Suppressions = [Pause(SuppressionKind.Manual, Today.AddDays(-1)), Pause(SuppressionKind.Legal, null) with { Id = 91 }, Pause(SuppressionKind.Plan, Today, 1) with { Id = 92 }] };
        Decide(view, new CaseEvent.DayPassed([])).Commands.OfType<CaseCommand.LiftSuppression>().Single().SuppressionId.ShouldBe(90);
    }

    [Fact]
    public void After_the_final_notice_ran_out_a_person_is_asked_once_per_notice()
    {
        var view = OneInvoice with { Case = Standing(4, Today.AddDays(-14)) };
        Decide(view, new CaseEvent.DayPassed([])).Commands.OfType<CaseCommand.AskPerson>().Single().Kind.ShouldBe(PersonTaskKind.DecideAfterFinal);
        Decide(view with { Case = Standing(4, Today.AddDays(-13)) }, new CaseEvent.DayPassed([])).Commands.OfType<CaseCommand.AskPerson>().ShouldBeEmpty();
    }

    [Fact]
    public void A_dispute_past_its_deadline_is_put_before_a_person() =>
        Decide(OneInvoice with { Disputes = [new(4, [1], DisputeReason.Price, null, Today.AddDays(-20), Today.AddDays(-1))] }, new CaseEvent.DayPassed([]))
            .Commands.OfType<CaseCommand.AskPerson>().Single().DedupeKey.ShouldBe("dispute:4:late");

    [Fact]
    public void A_resolved_dispute_returns_to_its_level_with_fresh_grace()
    {
        var view = OneInvoice with
        {
            Disputes = [new(4, [1], DisputeReason.Price, null, Today.AddDays(-20), Today)],
            Suppressions = [Pause(SuppressionKind.Dispute, null, 1), Pause(SuppressionKind.Promise, null, 1) with { Id = 91 }],
        };
        foreach (var resolution in Enum.GetValues<DisputeResolution>())
        {
            var credited = resolution switch { DisputeResolution.Split => 30m, DisputeResolution.CreditNote => 100, DisputeResolution.Upheld or DisputeResolution.Withdrawn => 0 };
            var decision = Decide(view, new CaseEvent.PersonResolvedDispute("Test Person", 4, resolution) { Credited = resolution == DisputeResolution.Split ? 30 : null });
            decision.Commands.ShouldContain(new CaseCommand.ResolveDispute(4, resolution, credited));
            decision.Commands.OfType<CaseCommand.LiftSuppression>().Single().SuppressionId.ShouldBe(90);
            (decision.Next.Case.Level, decision.Next.Case.LevelOn).ShouldBe((1, Today));
        }
    }

    [Fact]
    public void Only_a_named_person_lifts_a_legal_hold()
    {
        var view = OneInvoice with { Suppressions = [Pause(SuppressionKind.Legal, null)] };
        foreach (var nobody in new[] { " ", "agent", "Agent ", "ledger" })
            Should.Throw<ArgumentException>(() => Decide(view, new CaseEvent.PersonLifted(nobody, 90, "why not")));
        Decide(view, new CaseEvent.PersonLifted("Test Person", 90, "settled")).Commands.ShouldContain(new CaseCommand.LiftSuppression(90, "Test Person", "settled"));
    }

    [Fact]
    public void A_rejected_reminder_comes_back_under_another_id_after_one_interval()
    {
        var decision = Decide(OneInvoice, new CaseEvent.PersonRejectedTouch("Test Person", Ladder(0, Stage.Reminder), "too early"));
        decision.Next.Case.LadderRun.ShouldBe(1);
        decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.ExpiresOn.ShouldBe(Today.AddDays(4));
    }

    [Fact]
    public void A_person_hands_back_closes_and_pauses()
    {
        var waiting = OneInvoice with { Case = OneInvoice.Case with { Status = CaseStatus.WithPerson } };
        Decide(waiting, new CaseEvent.PersonResumed("Test Person")).Next.Case.Status.ShouldBe(CaseStatus.Active);
        Decide(waiting, new CaseEvent.PersonClosed("Test Person", "write-off")).Next.Case.Status.ShouldBe(CaseStatus.Closed);
        var plan = Decide(OneInvoice, new CaseEvent.PersonSuppressed("Test Person", SuppressionKind.Plan, [1], Today.AddDays(60), "three instalments"));
        plan.Commands.OfType<CaseCommand.Suppress>().Single().Owner.ShouldBe("Test Person");
    }

    [Fact]
    public void While_a_person_works_on_the_case_facts_are_recorded_but_nobody_is_answered()
    {
        var waiting = OneInvoice with { Case = OneInvoice.Case with { Status = CaseStatus.WithPerson } };
        var decision = OnMail(waiting, Promising(Promise));
        decision.Commands.OfType<CaseCommand.RecordPromise>().ShouldHaveSingleItem();
        decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        decision.Commands.OfType<CaseCommand.AskPerson>().ShouldHaveSingleItem();
    }
}
