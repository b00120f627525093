using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

/// <summary>What keeps mails from going round in circles and customers from putting off contact for good.</summary>
public sealed class MailLoopTests
{
    private static readonly ReplyReading Claim = Meaning(Intent.PaymentConfirmation) with { Claims = [new(null, null, null, null, ["R-1"], null)] };

    [Theory]
    [InlineData(0, true), InlineData(2, true), InlineData(3, false), InlineData(9, false)]
    public void After_three_automatic_answers_a_person_looks_before_another(int answers, bool answered)
    {
        var decision = OnMail(OneInvoice with { AutomaticAnswers = answers }, Promising(Promise));
        decision.Commands.OfType<CaseCommand.PlanTouch>().Any().ShouldBe(answered);
        decision.Commands.OfType<CaseCommand.RecordPromise>().ShouldHaveSingleItem();
        decision.Commands.OfType<CaseCommand.AskPerson>().Any(ask => ask.Blocks && ask.Reasons.Contains(PersonReason.MailLoop)).ShouldBe(!answered);
    }

    [Fact]
    public void A_message_of_ours_that_comes_back_changes_nothing_but_one_task_a_day()
    {
        foreach (var sender in new[] { Trusted, new SenderFacts(false, SenderAuthenticity.None) })
        {
            var decision = CaseDecision.Decide(OneInvoice, new CaseEvent.MailRead(1, Promising(Promise), sender, Today) { CameBack = true }, Policy.Default, Today);
            decision.Next.ShouldBe(OneInvoice);
            var ask = decision.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.AskPerson>();
            (ask.Blocks, ask.DedupeKey).ShouldBe((false, "loop:20260302"));
        }
    }

    [Fact]
    public void A_payment_is_traced_once_however_often_it_is_claimed()
    {
        var traced = OnMail(OneInvoice, Claim).Next;
        OnMail(traced, Claim).Commands.OfType<CaseCommand.StartTrace>().ShouldBeEmpty();

        var failed = OneInvoice with { FailedClaims = [new PaymentClaim(3, [1], null, null, null, Today.AddDays(-9), Today.AddDays(-2))] };
        var again = OnMail(failed, Claim);
        again.Commands.OfType<CaseCommand.StartTrace>().ShouldBeEmpty();
        again.Commands.OfType<CaseCommand.AskPerson>().Single().Detail.ShouldContain("claimed before and not found");

        var withReference = Claim with { Claims = [new(null, null, null, "E2E-778", ["R-1"], null)] };
        OnMail(failed, withReference).Commands.OfType<CaseCommand.StartTrace>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_new_contact_is_noted_only_from_a_verified_sender_and_named_in_the_task_but_not_in_the_journal()
    {
        CaseEvent.MailRead Wrong(SenderFacts sender) => new(1, Meaning(Intent.WrongContact), sender, Today) { NamedContacts = ["claims@fernhill.example"] };
        var decision = CaseDecision.Decide(OneInvoice, Wrong(Trusted), Policy.Default, Today);
        decision.Commands.OfType<CaseCommand.NoteContact>().Single().Address.ShouldBe("claims@fernhill.example");
        decision.Commands.OfType<CaseCommand.AskPerson>().Single().Detail.ShouldContain("not verified: claims@fernhill.example");
        decision.Why.ShouldNotContain("@");
        CaseDecision.Decide(OneInvoice, Wrong(new(true, SenderAuthenticity.None)), Policy.Default, Today).Commands.OfType<CaseCommand.NoteContact>().ShouldBeEmpty();
    }

    [Fact]
    public void An_automatic_reply_of_somebody_who_left_asks_for_a_contact_and_delays_nothing()
    {
        var left = Reading with { Kind = MessageKind.AutoReply, Intents = [new(Intent.OutOfOffice, 0.9, null), new(Intent.WrongContact, 0.9, null)], ReturnsOn = Today.AddDays(9) };
        var decision = OnMail(OneInvoice, left);
        decision.Commands.OfType<CaseCommand.Suppress>().ShouldBeEmpty();
        decision.Commands.OfType<CaseCommand.AskPerson>().Single().Kind.ShouldBe(PersonTaskKind.WrongContact);
    }

    [Fact]
    public void Thanks_for_a_closed_case_change_nothing_and_an_insolvency_still_pauses()
    {
        var closed = OneInvoice with { Case = OneInvoice.Case with { Status = CaseStatus.Closed } };
        OnMail(closed, Meaning(Intent.ThanksAck)).Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
        var insolvent = OnMail(closed, Meaning(Intent.HardshipOrInsolvency));
        insolvent.Commands.OfType<CaseCommand.Suppress>().Single().Suppression.Kind.ShouldBe(SuppressionKind.Insolvency);
        insolvent.Next.Case.Status.ShouldBe(CaseStatus.Closed);
    }

    [Fact]
    public void The_task_says_in_words_what_it_is_and_the_journal_only_what_kind()
    {
        var reading = Promising(Promise with { Date = null, Ambiguous = true }) with { NeedsPerson = true, Why = [PersonReason.AmbiguousDate] };
        var mail = new CaseEvent.MailRead(1, reading, Trusted, Today) { InWords = new Dictionary<PersonReason, string> { [PersonReason.AmbiguousDate] = "'03/04/2026' can be 3 April 2026 or 4 March 2026" } };
        var decision = CaseDecision.Decide(OneInvoice, mail, Policy.Default, Today);
        decision.Commands.OfType<CaseCommand.AskPerson>().Single().Detail.ShouldContain("'03/04/2026' can be 3 April 2026 or 4 March 2026");
        decision.Why.ShouldNotContain("03/04");
    }
}
