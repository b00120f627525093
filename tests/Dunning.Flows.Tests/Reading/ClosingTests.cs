using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Flows.Reading;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Reading;

public sealed class ClosingTests
{
    private static readonly ReplyReader Reader = ReplyReader.Shipped();

    private static ReplyReading Read(string text, string lang) => Reader.Read(new ReplyInput(
        new UntrustedText("Re: Reminder"), new UntrustedText(text), null, MessageKind.Human, lang, new DateTimeOffset(2026, 6, 11, 9, 0, 0, TimeSpan.Zero), null, [new OpenItemRef("INV-10023", 500m, "EUR")]));

    [Theory]
    [InlineData("We pay on Friday.\n\nThanks and regards,\nKeller", "We pay on Friday.\n\n")]
    [InlineData("Wir zahlen am Freitag.\n\nVielen Dank und Gruß\nKeller", "Wir zahlen am Freitag.\n\n")]
    [InlineData("Hallo,\nvielen Dank und Gruß", "Hallo,\nvielen Dank und Gruß")]
    [InlineData("Thanks!", "Thanks!")]
    public void A_closing_is_cut_off_unless_it_is_all_there_is(string text, string body) => text[..Closings.Start(text)].ShouldBe(body);

    [Fact]
    public void A_polite_closing_leaves_a_clear_promise_clear()
    {
        var reading = Read("Guten Tag,\n\nwir überweisen INV-10023 am 19. Juni 2026.\n\nVielen Dank und Gruß\nBerger", "de");
        reading.Promises.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 6, 19));
        reading.NeedsPerson.ShouldBeFalse();
    }

    [Theory]
    [InlineData("According to our bank statement INV-10023 was paid on 29 May 2026.", "en", 29, 5)]
    [InlineData("INV-10023 left our account on 1 June 2026, the amount was EUR 500. Has it not arrived?", "en", 1, 6)]
    [InlineData("die Zahlung zu INV-10023 ist am 29.05.2026 ausgeführt worden.", "de", 29, 5)]
    [InlineData("die Überweisung zu INV-10023 war am 10. Juni 2026.", "de", 10, 6)]
    public void A_payment_told_in_plain_words_is_a_claim_with_its_day(string text, string lang, int day, int month)
    {
        var claim = Read(text, lang).Claims.ShouldHaveSingleItem();
        claim.Date.ShouldBe(new DateOnly(2026, month, day));
        claim.Invoices.ShouldBe(["INV-10023"]);
    }

    [Fact]
    public void Somebody_back_from_leave_who_promises_is_not_absent()
    {
        var reading = Read("I was on leave. I will pay INV-10023 on Wednesday.", "en");
        reading.Intents.ShouldNotContain(i => i.Intent == Intent.OutOfOffice);
        reading.Promises.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 6, 17));
    }

    [Fact]
    public void An_intent_another_sentence_carries_does_not_speak_against_this_one() =>
        MessageEvidence.Of(0, [0.1f, 0.8f, 0.1f], [0.9, 0.9], [0, 1]).ShouldBe(0.5, 1e-6);
}
