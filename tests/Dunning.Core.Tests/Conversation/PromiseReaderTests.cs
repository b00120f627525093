using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

public sealed class PromiseReaderTests
{
    private static readonly OpenItemRef[] Items = [new("INV-10023", 500m, "EUR"), new("INV-10024", 700m, "EUR")];

    private static IReadOnlyList<PromiseReading> Read(string text, string language = "en", params OpenItemRef[] items) =>
        PromiseReader.Read(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0, 0, 0, false))],
            new ReadingContext(new DateOnly(2026, 3, 11), language, DateOrder.Unknown, null, items, true, false));

    [Fact]
    public void A_promise_without_an_amount_means_everything_open()
    {
        var promise = Read("We will pay on 20 March.", "en", Items).ShouldHaveSingleItem();
        promise.Date.ShouldBe(new DateOnly(2026, 3, 20));
        promise.Amount.ShouldBeNull();
        promise.Conditional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "We cannot pay on 20 March.")]
    [InlineData("en", "Can we pay on 20 March?")]
    [InlineData("en", "You wrote that we would pay on 20 March.")]
    [InlineData("en", "We paid on 3 March.")]
    [InlineData("de", "Wir können am 20. März nicht zahlen.")]
    [InlineData("de", "Sie schreiben, dass wir am 20. März zahlen.")]
    [InlineData("fr", "Nous ne paierons pas le 20 mars.")]
    [InlineData("es", "No pagaremos el 20 de marzo.")]
    [InlineData("it", "Non pagheremo il 20 marzo.")]
    [InlineData("nl", "Wij betalen niet op 20 maart.")]
    public void Negation_question_report_and_past_promise_nothing(string language, string text) => Read(text, language).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "If you send the credit note we will pay on 20 March.")]
    [InlineData("de", "Sobald die Gutschrift da ist, zahlen wir am 20. März.")]
    [InlineData("en", "Hopefully we can pay on 20 March.")]
    public void A_condition_is_kept_as_one(string language, string text) => Read(text, language).ShouldHaveSingleItem().Conditional.ShouldBeTrue();

    [Theory]
    [InlineData("en", "No problem, we will pay no later than 20 March.")]
    [InlineData("de", "Kein Problem, wir zahlen am 20. März.")]
    public void Negation_in_form_only_is_a_promise(string language, string text) => Read(text, language).ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 3, 20));

    [Fact]
    public void A_vague_word_has_no_date_and_is_not_ambiguous()
    {
        var promise = Read("We will pay soon.").ShouldHaveSingleItem();
        promise.Date.ShouldBeNull();
        promise.Ambiguous.ShouldBeFalse();
    }

    [Fact]
    public void Two_days_with_their_invoices_are_two_promises()
    {
        var promises = Read("INV-10023 will be paid on 20 March and 10024 on 27 March.", "en", Items);
        promises.Select(p => (p.Date, p.Invoices.Single())).ShouldBe([(new DateOnly(2026, 3, 20), "INV-10023"), (new DateOnly(2026, 3, 27), "INV-10024")]);
    }

    [Fact]
    public void The_rest_is_what_is_left_of_the_open_items()
    {
        var promises = Read("We will pay EUR 400.00 on 20 March and the rest on 27 March.", "en", Items);
        promises.Select(p => p.Amount).ShouldBe([400m, 800m]);
    }

    [Fact]
    public void The_date_of_the_invoice_is_not_the_date_of_payment() =>
        Read("Your invoice dated 3 February will be paid on 20 March.").ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 3, 20));

    [Fact]
    public void A_day_that_has_gone_by_is_no_promise()
    {
        var promise = Read("We will pay on 1 March 2026.").ShouldHaveSingleItem();
        promise.Date.ShouldBeNull();
        promise.Ambiguous.ShouldBeTrue();
    }

    [Fact]
    public void An_invoice_number_is_found_by_its_tail_and_an_unknown_one_is_marked()
    {
        InvoiceReader.Find("concerning 10023 and invoice INV-99999", Items).Select(i => (i.Number, i.Known)).ShouldBe([("INV-10023", true), ("INV-99999", false)]);
        InvoiceReader.Find("invoice RE-2026/0815, thanks", []).ShouldHaveSingleItem().Number.ShouldBe("RE-2026/0815");
    }

    [Theory]
    [InlineData("We will pay INV-1001 on 12 March 2026", "INV-1001")]
    [InlineData("Wir zahlen RE-2026-0815 am Freitag", "RE-2026-0815")]
    [InlineData("please see inv-77/2026", "inv-77/2026")]
    public void A_number_whose_prefix_looks_like_a_label_comes_back_whole(string text, string number) =>
        InvoiceReader.Find(text, []).ShouldHaveSingleItem().Number.ShouldBe(number);

    [Fact]
    public void Ordinals_and_abbreviations_do_not_end_a_sentence() =>
        Sentences.Split("Wir zahlen am 3. Mai. Rechnung Nr. 15 folgt. Danke!").Count.ShouldBe(3);
}
