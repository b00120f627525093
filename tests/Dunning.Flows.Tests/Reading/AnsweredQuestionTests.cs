using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Flows.Reading;
using Dunning.Flows.Receiving;
using Dunning.Mail.Zoning;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Reading;

public sealed class AnsweredQuestionTests
{
    private static readonly OpenItemRef[] Items = [new("INV-10023", 500m, "EUR"), new("INV-10024", 700m, "EUR")];

    private const string Text = "On Wed, 11 Mar 2026 at 09:12, AR <ar@collections.test> wrote:\n> When will you pay INV-10023?\n\nWe will pay it on 20 March.\n\n> And INV-10024?\n\nWe dispute it, the goods arrived broken.\n";

    [Fact]
    public void The_reader_gets_the_answer_as_new_text_and_the_question_beside_it()
    {
        var zones = NewText.Extract(Text);
        var answers = AnsweredQuestions.Of(zones);
        zones.NewText.ShouldNotContain("INV");
        answers.Select(a => (a.Question.Reveal(), zones.NewText.Substring(a.Answer.Start, a.Answer.Length))).ShouldBe(
            [("When will you pay INV-10023?", "We will pay it on 20 March."), ("And INV-10024?", "We dispute it, the goods arrived broken.")]);
    }

    [Fact]
    public void An_answer_that_names_no_invoice_is_about_those_of_its_question()
    {
        var zones = NewText.Extract(Text);
        var reading = ReplyReader.Shipped().Read(new ReplyInput(
            new UntrustedText("Re: Reminder"), new UntrustedText(zones.NewText), null, MessageKind.Human, "en", new DateTimeOffset(2026, 3, 11, 14, 0, 0, TimeSpan.Zero), null, Items) { Answers = AnsweredQuestions.Of(zones) });
        var promise = reading.Promises.ShouldHaveSingleItem();
        (promise.Date, promise.Invoices.Single()).ShouldBe((new DateOnly(2026, 3, 20), "INV-10023"));
        reading.Disputes.ShouldHaveSingleItem().Invoices.ShouldBe(["INV-10024"]);
    }

    [Fact]
    public void A_mail_beyond_the_limits_of_the_parser_goes_to_a_person()
    {
        var nested = string.Concat(Enumerable.Range(0, 40).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}x\r\n\r\n--b{n}x\r\n")) + "\r\nWe pay.";
        InboundMail.Parse(System.Text.Encoding.ASCII.GetBytes("From: a@b.test\r\n" + nested), "mx").Kind.ShouldBe(MessageKind.Unreadable);
    }
}
