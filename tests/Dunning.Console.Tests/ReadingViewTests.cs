using Dunning.Console.Text;
using Dunning.Core.Conversation;
using Dunning.Flows;

namespace Dunning.Console.Tests;

public sealed class ReadingViewTests
{
    private const string Text = "We pay INV-7 on 03/04/2026.";

    private static readonly DateOnly Day = new(2026, 3, 10);

    private static readonly ReplyReading Reading = new(
        MessageKind.Human, "en", [new(Intent.PromiseToPay, 0.97, new(0, 27)), new(Intent.OptOut, 0.4, null)], [new(null, 480m, "GBP", false, true, ["INV-7"], null, 0.9, new(0, 27)) { Doubt = DateDoubt.DayOrMonth, Alternatives = [new(2026, 4, 3), new(2026, 3, 4)] }],
        [], [new(DocumentKind.InvoiceCopy, [], new(900, 5))], [], 0, true, [PersonReason.AmbiguousDate], null);

    [Fact]
    public void Intents_values_and_reasons_are_said_and_the_passage_is_marked()
    {
        var view = ReadingView.Of(Json.Write(Reading), Text, Day)!;
        view.Intents.ShouldBe([new("promise to pay", "97%", "sure"), new("opt out", "40%", "unsure")]);
        view.Values.ShouldBe(["Promises 480.00 GBP for a day in doubt (day and month of the date may be swapped: 3 April 2026 or 4 March 2026) (INV-7).", "Asks for: invoice copy."]);
        view.Why.ShouldBe(["'03/04/2026' can be 3 April 2026 or 4 March 2026."]);
        view.Marks.ShouldBe([new(Text, "read", "promise to pay")]);
    }

    [Fact]
    public void Spans_outside_the_text_and_readings_of_another_version_leave_the_mail_readable()
    {
        string.Concat(ReadingView.Of(Json.Write(Reading), "We", Day)!.Marks.Select(mark => mark.Text)).ShouldBe("We");
        ReadingView.Of("{\"unknown\":1}", Text, Day)!.Marks.ShouldBe([new(Text, "", "")]);
        ReadingView.Of(null, Text, Day).ShouldBeNull();
    }

    [Fact]
    public void The_sender_is_said_to_be_proven_only_when_known_and_proven()
    {
        SenderWords.Of("verified", true).ShouldNotContain("nothing was changed");
        foreach (var (authenticity, known) in new[] { ("verified", false), ("failed", true), ("none", true), ("none", false) })
            SenderWords.Of(authenticity, known).ShouldContain("nothing was changed");
    }
}
