using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

public sealed class DisputeTests
{
    private static readonly Dispute Open = new(4, [1], DisputeReason.Price, 30, Today.AddDays(-3), Today.AddDays(7)) { MessageId = 4711, Parts = [new(1, 30)] };

    private static readonly CaseView Disputed = TwoInvoices with
    {
        Disputes = [Open], Suppressions = [Pause(SuppressionKind.Dispute, null, 1) with { Parts = [new(1, 30)], Unacknowledged = true }],
    };

    private static Decision Decide(CaseView view, CaseEvent happened) => CaseDecision.Decide(view, happened, Policy.Default, Today);

    private static Suppression Raised(decimal? amount, params string[] invoices) =>
        OnMail(TwoInvoices, Meaning(Intent.Dispute) with { Disputes = [new(DisputeReason.Quality, amount, invoices, null)] })
            .Commands.OfType<CaseCommand.Suppress>().Single().Suppression;

    [Fact]
    public void An_amount_below_what_is_open_on_the_one_invoice_named_disputes_that_part_only()
    {
        Raised(20, "R-1").Parts.ShouldBe([new HeldPart(1, 20)]);
        Raised(20, "R-1").Scope.ShouldBe(HoldScope.Lines);
        Raised(100, "R-1").Parts.ShouldBeEmpty("all of it");
        Raised(250, "R-1").Parts.ShouldBeEmpty("more than is open holds the invoice whole");
        Raised(null, "R-1").Parts.ShouldBeEmpty();
        Raised(20, "R-1", "R-2").Parts.ShouldBeEmpty("it is not clear of which");
    }

    [Fact]
    public void The_mail_is_the_evidence_and_the_rest_waits_until_it_is_answered()
    {
        var hold = Raised(20, "R-1");
        (hold.MessageId, hold.Unacknowledged, hold.Owner).ShouldBe((4711, true, "agent"));
        var answer = Touch.Make(1, Touch.MailCause(4711), Purpose.DisputeAcknowledged, null, Today, 4711);
        var heard = Decide(Disputed, new CaseEvent.TouchSent(answer, Today));
        heard.Commands.ShouldContain(new CaseCommand.AcknowledgeDispute(4));
        heard.Next.Suppressions.Single().Unacknowledged.ShouldBeFalse();
        Decide(heard.Next, new CaseEvent.TouchSent(answer, Today)).Commands.OfType<CaseCommand.AcknowledgeDispute>().ShouldBeEmpty();
        Decide(Disputed, new CaseEvent.TouchSent(answer with { InReplyToMessage = 9 }, Today)).Commands.OfType<CaseCommand.AcknowledgeDispute>().ShouldBeEmpty();
        Decide(Disputed, new CaseEvent.PersonResumed("Test Person")).Commands.ShouldContain(new CaseCommand.AcknowledgeDispute(4));
    }

    [Fact]
    public void Only_the_undisputed_rest_is_asked_for_and_the_disputed_part_is_shown_apart()
    {
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 100), Item(2, Today.AddDays(-10), 50)), Suppressions = Disputed.Suppressions };
        Held(facts).Primary.ShouldBe(HoldReason.InDispute);
        var heard = facts with { Suppressions = [Disputed.Suppressions[0] with { Unacknowledged = false }] };
        var contact = Contacted(heard);
        contact.Items.Select(item => item.Residual).ShouldBe([70, 50]);
        (contact.Exposure.Overdue, contact.Exposure.Chaseable, contact.Exposure.Disputed).ShouldBe((150, 120, 30));
        PlanOutcome With(UndisputedRest rest, AccountFacts of) =>
            Planner.Plan(of, Policy.Default with { Agreements = new AgreementTerms { Rest = rest } }, Today);
        With(UndisputedRest.AtOnce, facts).ShouldBeOfType<PlanOutcome.Contact>();
        With(UndisputedRest.Never, heard).ShouldBeOfType<PlanOutcome.NotNow>();
    }

    [Theory]
    [InlineData(DisputeResolution.Split, null), InlineData(DisputeResolution.Split, 0), InlineData(DisputeResolution.Split, 30), InlineData(DisputeResolution.Upheld, 5)]
    public void A_resolution_that_does_not_add_up_leaves_the_dispute_open(DisputeResolution resolution, int? credited)
    {
        var decision = Decide(Disputed, new CaseEvent.PersonResolvedDispute("Test Person", 4, resolution) { Credited = credited });
        decision.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
        decision.Next.Disputes.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_credited_is_not_asked_for_until_the_books_show_it()
    {
        var split = Decide(Disputed, new CaseEvent.PersonResolvedDispute("Test Person", 4, DisputeResolution.Split) { Credited = 10 });
        var waiting = split.Commands.OfType<CaseCommand.Suppress>().Single().Suppression with { Id = 91 };
        (waiting.Parts.Single(), waiting.Awaits).ShouldBe((new HeldPart(1, 10), new AwaitedCredit(10, 100)));
        var view = TwoInvoices with { Suppressions = [waiting] };
        CaseView Open(decimal residual) => view with { Items = [Item(1, Today.AddDays(-20), residual)] };
        Lifts(Open(100)).ShouldBeEmpty();
        Lifts(Open(90), new PaidAllocation(1, 10, Today)).ShouldBeEmpty("a payment is no credit");
        Lifts(Open(90)).ShouldHaveSingleItem().Reason.ShouldBe("the granted credit is in the books");
        var late = CaseDecision.Decide(Open(100), new CaseEvent.DayPassed([]), Policy.Default, Today.AddDays(15));
        late.Commands.OfType<CaseCommand.AskPerson>().Single().Kind.ShouldBe(PersonTaskKind.BookCredit);

        static IEnumerable<CaseCommand.LiftSuppression> Lifts(CaseView of, params PaidAllocation[] paid) =>
            Decide(of, new CaseEvent.DayPassed(paid)).Commands.OfType<CaseCommand.LiftSuppression>();
    }

    [Fact]
    public void A_dispute_recorded_by_a_person_counts_as_heard()
    {
        var decision = Decide(TwoInvoices, new CaseEvent.PersonDisputed("Test Person", [1, 2], [new(1, 25)], DisputeReason.Price, "on the phone"));
        var dispute = decision.Commands.OfType<CaseCommand.OpenDispute>().Single().Dispute;
        (dispute.Amount, dispute.Acknowledged, dispute.Owner).ShouldBe((75m, true, "Test Person"));
        decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.Unacknowledged.ShouldBeFalse();
        Decide(TwoInvoices, new CaseEvent.PersonDisputed("Test Person", [1], [new(1, 100.01m)], DisputeReason.Price, "x")).Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
    }
}
