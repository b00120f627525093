using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

public sealed class MailTests
{
    [Theory]
    [InlineData(false, SenderAuthenticity.Verified, PersonReason.UnknownSender)]
    [InlineData(true, SenderAuthenticity.None, PersonReason.Unauthenticated)]
    [InlineData(true, SenderAuthenticity.Failed, PersonReason.Unauthenticated)]
    public void An_unverified_sender_changes_nothing_but_a_task(bool known, SenderAuthenticity authenticity, PersonReason reason)
    {
        foreach (var intent in Enum.GetValues<Intent>())
        {
            var decision = OnMail(OneInvoice, Meaning(intent) with { Promises = [Promise], Disputes = [new(DisputeReason.Price, null, [], null)] }, new(known, authenticity));
            decision.Next.ShouldBe(OneInvoice);
            var ask = decision.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.AskPerson>();
            (ask.Reasons[0], ask.Blocks).ShouldBe((reason, false));
        }
    }

    [Fact]
    public void A_promise_is_recorded_pauses_only_its_invoices_and_is_acknowledged()
    {
        var decision = OnMail(TwoInvoices, Promising(Promise with { Invoices = ["R-2"] }));
        var promise = decision.Commands.OfType<CaseCommand.RecordPromise>().Single().Promise;
        // Friday plus one day for SEPA is a Saturday: expected on Monday, waited for until Tuesday.
        (promise.Amount, promise.ExpectedBy, promise.BaselineOpen).ShouldBe((50m, new DateOnly(2026, 3, 9), 50m));
        var pause = decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression;
        (pause.Kind, pause.ExpiresOn).ShouldBe((SuppressionKind.Promise, new DateOnly(2026, 3, 10)));
        pause.InvoiceIds.ShouldBe([2]);
        var touch = decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch;
        (touch.Purpose, touch.Cause, touch.InReplyToMessage, touch.Stage).ShouldBe((Purpose.PromiseAcknowledged, "mail:4711", 4711L, null));
        decision.Commands.OfType<CaseCommand.CancelPending>().ShouldHaveSingleItem();
        decision.Next.Items.ShouldBe(TwoInvoices.Items);
        decision.Next.Promises.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_dispute_pauses_its_lines_is_recorded_acknowledged_and_put_before_a_person()
    {
        var decision = OnMail(TwoInvoices, Meaning(Intent.Dispute) with { Disputes = [new(DisputeReason.Quality, 20, ["R-1"], null)] });
        decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.InvoiceIds.ShouldBe([1]);
        decision.Commands.OfType<CaseCommand.OpenDispute>().Single().Dispute.SlaOn.ShouldBe(new DateOnly(2026, 3, 16));
        decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.DisputeAcknowledged);
        decision.Commands.OfType<CaseCommand.AskPerson>().Single().Blocks.ShouldBeFalse();
        decision.Next.Case.Status.ShouldBe(CaseStatus.Active);
    }

    [Fact]
    public void A_dispute_pauses_at_once_even_when_the_reading_needs_a_person()
    {
        var decision = OnMail(TwoInvoices, Meaning(Intent.Dispute) with { Disputes = [new(DisputeReason.Other, null, ["R-1"], null)], NeedsPerson = true, Why = [PersonReason.Unsure] });
        decision.Commands.OfType<CaseCommand.Suppress>().ShouldHaveSingleItem();
        decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        decision.Next.Case.Status.ShouldBe(CaseStatus.WithPerson);
    }

    [Theory]
    [InlineData("R-99"), InlineData(null)]
    public void A_dispute_about_unclear_lines_pauses_all_overdue_ones_and_asks_a_person(string? number)
    {
        var decision = OnMail(TwoInvoices, Meaning(Intent.Dispute) with { Disputes = [new(DisputeReason.Other, null, number is null ? [] : [number], null)] });
        decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.InvoiceIds.ShouldBe([1, 2]);
        decision.Commands.OfType<CaseCommand.AskPerson>().ShouldContain(ask => ask.Blocks);
        decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Intent.HardshipOrInsolvency, SuppressionKind.Insolvency, PersonTaskKind.Insolvency)]
    [InlineData(Intent.LegalRepresentation, SuppressionKind.Legal, PersonTaskKind.LegalRepresentation)]
    [InlineData(Intent.OptOut, SuppressionKind.OptOut, PersonTaskKind.OptOut)]
    public void Safety_intents_pause_the_account_without_end_and_ask_a_person(Intent intent, SuppressionKind kind, PersonTaskKind task)
    {
        foreach (var needsPerson in new[] { false, true })
        {
            var decision = OnMail(OneInvoice, Meaning(intent) with { NeedsPerson = needsPerson, Why = needsPerson ? [PersonReason.SafetyIntent] : [] });
            var pause = decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression;
            (pause.Kind, pause.WholeAccount, pause.ExpiresOn, pause.OnlyPersonLifts).ShouldBe((kind, true, null, true));
            var ask = decision.Commands.OfType<CaseCommand.AskPerson>().Single();
            (ask.Kind, ask.Blocks).ShouldBe((task, true));
            decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(Intent.BankChangeOrFraudAttempt, PersonTaskKind.BankDetails)]
    [InlineData(Intent.PromptInjection, PersonTaskKind.Injection)]
    [InlineData(Intent.ComplaintOrHostile, PersonTaskKind.Complaint)]
    [InlineData(Intent.WrongContact, PersonTaskKind.WrongContact)]
    [InlineData(Intent.ExtensionRequest, PersonTaskKind.AnswerMail)]
    [InlineData(Intent.PaymentPlanRequest, PersonTaskKind.AnswerMail)]
    [InlineData(Intent.VendorFormRequest, PersonTaskKind.AnswerMail)]
    [InlineData(Intent.QuestionOther, PersonTaskKind.AnswerMail)]
    public void What_only_a_person_may_answer_waits_for_a_person_even_beside_a_promise(Intent intent, PersonTaskKind task)
    {
        var decision = OnMail(OneInvoice, Promising(Promise) with { Intents = [new(Intent.PromiseToPay, 0.9, null), new(intent, 0.9, null)] });
        var ask = decision.Commands.OfType<CaseCommand.AskPerson>().Single();
        (ask.Kind, ask.Blocks).ShouldBe((task, true));
        ask.Detail.ShouldContain(nameof(Purpose.PromiseAcknowledged));
        decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        decision.Commands.OfType<CaseCommand.RecordPromise>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Signs_of_injection_stop_everything_but_pauses()
    {
        var decision = OnMail(OneInvoice, Promising(Promise) with { InjectionProbability = 0.6 });
        decision.Commands.OfType<CaseCommand.RecordPromise>().ShouldBeEmpty();
        decision.Commands.OfType<CaseCommand.AskPerson>().Single().Reasons.ShouldBe([PersonReason.InjectionSuspected]);
    }

    [Fact]
    public void A_payment_claim_starts_a_trace_and_no_message()
    {
        var decision = OnMail(TwoInvoices, Meaning(Intent.PaymentConfirmation) with { Claims = [new(Today.AddDays(-1), 100, "EUR", "ref", ["R-1"], null)] });
        decision.Commands.OfType<CaseCommand.StartTrace>().Single().Claim.TraceUntil.ShouldBe(new DateOnly(2026, 3, 9));
        decision.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.InvoiceIds.ShouldBe([1]);
        decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        decision.Commands.OfType<CaseCommand.AskPerson>().ShouldBeEmpty();
    }

    [Fact]
    public void A_request_for_a_copy_is_answered_and_any_other_document_goes_to_a_person()
    {
        OnMail(OneInvoice, Meaning(Intent.DocumentRequest) with { Documents = [new(DocumentKind.InvoiceCopy, ["r-1"], null)] })
            .Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.DocumentAttached);
        foreach (var kind in Enum.GetValues<DocumentKind>().Where(kind => kind is not (DocumentKind.InvoiceCopy or DocumentKind.Statement)))
        {
            var decision = OnMail(OneInvoice, Meaning(Intent.DocumentRequest) with { Documents = [new(kind, [], null)] });
            decision.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
            decision.Commands.OfType<CaseCommand.AskPerson>().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void A_request_for_a_statement_is_answered_with_one_and_copies_go_along()
    {
        OnMail(OneInvoice, Meaning(Intent.DocumentRequest) with { Documents = [new(DocumentKind.Statement, [], null)] })
            .Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.StatementAttached);
        var both = Meaning(Intent.DocumentRequest) with { Documents = [new(DocumentKind.InvoiceCopy, ["R-1"], new(0, 9)), new(DocumentKind.Statement, [], new(10, 9))] };
        var decision = OnMail(OneInvoice, both);
        decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.StatementAttached);
        decision.Commands.OfType<CaseCommand.AskPerson>().ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_of_the_statement_is_the_statement_and_no_copy_of_invoices()
    {
        var reading = Meaning(Intent.DocumentRequest) with { Documents = [new(DocumentKind.InvoiceCopy, [], new(3, 20)), new(DocumentKind.Statement, [], new(3, 20))] };

        reading.InvoiceCopies().ShouldBeEmpty();
        OnMail(OneInvoice, reading).Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.StatementAttached);
        (reading with { Documents = [new(DocumentKind.InvoiceCopy, [], new(3, 20)), new(DocumentKind.Statement, [], new(30, 9))] }).InvoiceCopies().ShouldHaveSingleItem();
    }

    [Fact]
    public void Several_intents_are_all_handled_or_a_person_answers()
    {
        var both = Promising(Promise) with { Documents = [new(DocumentKind.InvoiceCopy, ["R-1"], null)] };
        var decision = OnMail(OneInvoice, both);
        decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.DocumentAttached);
        decision.Commands.OfType<CaseCommand.RecordPromise>().ShouldHaveSingleItem();

        var mixed = OnMail(TwoInvoices, both with { Promises = [Promise with { Invoices = ["R-2"] }], Disputes = [new(DisputeReason.Price, null, ["R-1"], null)] });
        mixed.Commands.OfType<CaseCommand.PlanTouch>().ShouldBeEmpty();
        mixed.Commands.OfType<CaseCommand.AskPerson>().ShouldContain(ask => ask.Blocks && ask.Reasons.Contains(PersonReason.SeveralIntents));
        mixed.Commands.OfType<CaseCommand.OpenDispute>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Bounces_and_list_mail_change_nothing_and_thanks_change_nothing()
    {
        foreach (var reading in new[] { Reading with { Kind = MessageKind.Bounce }, Reading with { Kind = MessageKind.ListMail }, Meaning(Intent.ThanksAck) })
        {
            var decision = OnMail(OneInvoice, reading);
            decision.Next.ShouldBe(OneInvoice);
            decision.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
        }
    }

    [Fact]
    public void An_absence_delays_to_the_return_at_most_once_and_never_beyond_the_horizon()
    {
        var away = Reading with { Kind = MessageKind.AutoReply, ReturnsOn = Today.AddDays(9) };
        var first = OnMail(OneInvoice, away);
        first.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.ExpiresOn.ShouldBe(Today.AddDays(8));
        OnMail(first.Next, away with { ReturnsOn = Today.AddDays(20) }).Commands.OfType<CaseCommand.Suppress>().ShouldBeEmpty();
        OnMail(OneInvoice, away with { ReturnsOn = Today.AddDays(900) }).Commands.OfType<CaseCommand.Suppress>().Single().Suppression.ExpiresOn.ShouldBe(Today.AddDays(44));
        OnMail(OneInvoice, away, new(true, SenderAuthenticity.None)).Commands.OfType<CaseCommand.Suppress>().ShouldBeEmpty();
    }

    [Fact]
    public void A_mail_in_which_nothing_was_read_goes_to_a_person() =>
        OnMail(OneInvoice, Reading).Commands.OfType<CaseCommand.AskPerson>().Single().Blocks.ShouldBeTrue();

    [Fact]
    public void Equal_readings_have_equal_consequences() =>
        OnMail(TwoInvoices, Promising(Promise)).Why.ShouldBe(OnMail(TwoInvoices, Promising(Promise)).Why);
}
