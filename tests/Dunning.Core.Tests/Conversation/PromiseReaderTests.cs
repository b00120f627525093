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

    private static readonly OpenItemRef[] Three =
    [
        new("INV-1001", 100m, "EUR") { Issued = new(2026, 1, 12) }, new("INV-1002", 200m, "EUR") { Issued = new(2026, 2, 10) }, new("INV-1004", 400m, "EUR") { Issued = new(2026, 2, 20) },
    ];

    [Theory]
    [InlineData("invoices 1001-1004", "INV-1001,INV-1002,INV-1004")]
    [InlineData("INV-1001 to INV-1002 are approved", "INV-1001,INV-1002")]
    [InlineData("Rechnungen 1001 bis 1002", "INV-1001,INV-1002")]
    [InlineData("the invoice ending in 1004", "INV-1004")]
    [InlineData("die Rechnung …1004", "INV-1004")]
    [InlineData("the oldest invoice", "INV-1001")]
    [InlineData("la facture la plus ancienne, la plus ancienne facture", "INV-1001")]
    [InlineData("the January invoice", "INV-1001")]
    [InlineData("die Januarrechnung", "INV-1001")]
    [InlineData("la factura de enero", "INV-1001")]
    [InlineData("the February invoice", "")]
    [InlineData("the February invoices", "INV-1002,INV-1004")]
    [InlineData("both invoices", "")]
    [InlineData("the older one", "")]
    [InlineData("in March 2026", "")]
    public void Invoices_are_named_in_many_ways_and_an_unclear_one_names_none(string text, string numbers) =>
        string.Join(',', InvoiceReader.Find(text, Three).Where(i => i.Known).Select(i => i.Number).Order(StringComparer.Ordinal)).ShouldBe(numbers);

    [Theory]
    [InlineData("en", "We will pay both on 20 March.")]
    [InlineData("de", "Wir zahlen beide Rechnungen am 20. März.")]
    [InlineData("fr", "Nous paierons les deux factures le 20 mars.")]
    [InlineData("es", "Pagaremos ambas el 20 de marzo.")]
    [InlineData("it", "Pagheremo entrambe il 20 marzo.")]
    [InlineData("nl", "Wij betalen beide facturen op 20 maart.")]
    public void Both_are_the_two_that_are_open(string language, string text) =>
        Read(text, language, Items).ShouldHaveSingleItem().Invoices.ShouldBe(["INV-10023", "INV-10024"]);

    [Theory]
    [InlineData("en", "My boss says we pay on 20 March.")]
    [InlineData("en", "We should be able to pay on 20 March.")]
    [InlineData("de", "Wir versuchen, am 20. März zu zahlen.")]
    [InlineData("de", "Mein Chef sagt, wir zahlen am 20. März.")]
    [InlineData("fr", "Nous devrions pouvoir payer le 20 mars.")]
    [InlineData("es", "Intentaremos pagar el 20 de marzo.")]
    [InlineData("it", "Cercheremo di pagare il 20 marzo.")]
    [InlineData("nl", "Wij hopen op 20 maart te betalen.")]
    public void Hope_attempt_and_hearsay_are_kept_as_conditional(string language, string text) => Read(text, language).ShouldHaveSingleItem().Conditional.ShouldBeTrue();

    [Theory]
    [InlineData("en", "Our customer will pay us on 20 March.")]
    [InlineData("en", "Please give us until 20 March.")]
    [InlineData("en", "Nothing will be paid before 20 March.")]
    [InlineData("de", "Unser Kunde zahlt uns am 20. März.")]
    [InlineData("de", "Wir bitten um Stundung bis 20. März.")]
    [InlineData("fr", "Notre client nous paie le 20 mars.")]
    [InlineData("fr", "Nous demandons un délai jusqu'au 20 mars.")]
    [InlineData("es", "Nuestro cliente nos paga el 20 de marzo.")]
    [InlineData("it", "Chiediamo una proroga fino al 20 marzo.")]
    [InlineData("nl", "Wij vragen uitstel tot 20 maart.")]
    public void Payments_of_others_and_requests_for_time_promise_nothing(string language, string text) => Read(text, language).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "We hope you are well. Payment will be made on 20 March.")]
    [InlineData("en", "Should you have questions, call me. We will pay on 20 March.")]
    [InlineData("de", "Sollten Sie Fragen haben, rufen Sie an. Wir zahlen am 20. März.")]
    [InlineData("en", "Our head office will pay on 20 March.")]
    [InlineData("de", "Unsere Bank überweist Ihnen das Geld am 20. März.")]
    public void What_only_looks_like_a_gate_leaves_the_promise(string language, string text)
    {
        var promise = Read(text, language).ShouldHaveSingleItem();
        promise.Date.ShouldBe(new DateOnly(2026, 3, 20));
        promise.Conditional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "We received your reminder of 2 March and will pay on 20 March.")]
    [InlineData("en", "The goods arrive on 16 March and we will pay on 20 March.")]
    [InlineData("de", "Ihre Rechnung vom 15. Januar zahlen wir am 20. März.")]
    [InlineData("fr", "Votre facture du 3 février sera payée le 20 mars.")]
    [InlineData("es", "La factura vencía el 1 de marzo, la pagaremos el 20 de marzo.")]
    [InlineData("it", "Sono in ferie fino al 16 marzo, la collega pagherà il 20 marzo.")]
    [InlineData("nl", "Uw factuur van 3 februari wordt op 20 maart betaald.")]
    public void Days_of_invoices_deliveries_and_absences_are_no_days_of_payment(string language, string text) =>
        Read(text, language).ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 3, 20));

    [Fact]
    public void An_ambiguous_promise_keeps_the_days_it_may_mean_and_says_why()
    {
        var promise = Read("We will pay on 03/04/2026.").ShouldHaveSingleItem();
        promise.Date.ShouldBeNull();
        promise.Alternatives.ShouldBe([new DateOnly(2026, 4, 3)]);
        var open = Read("We will pay on 04/05/2026.").ShouldHaveSingleItem();
        open.Alternatives.ShouldBe([new DateOnly(2026, 4, 5), new DateOnly(2026, 5, 4)]);
        open.Doubt.InWords(open.Alternatives).ShouldBe("day and month of the date may be swapped: 5 April 2026 or 4 May 2026");
    }

    [Fact]
    public void A_share_of_the_named_invoice_is_taken_of_it() =>
        Read("We will pay 30 % of INV-10023 on 20 March.", "en", Items).ShouldHaveSingleItem().Amount.ShouldBe(150m);

    [Theory]
    [InlineData("en", "Only 8 of 10 boxes arrived.", 2)]
    [InlineData("en", "3 pieces are missing.", 3)]
    [InlineData("de", "Es fehlen 4 Stück.", 4)]
    [InlineData("fr", "Il manque 5 cartons.", 5)]
    [InlineData("es", "Faltan 2 cajas.", 2)]
    [InlineData("it", "Mancano 6 pezzi.", 6)]
    [InlineData("nl", "Er ontbreken 7 stuks.", 7)]
    public void The_quantity_in_dispute_is_read(string language, string text, int quantity) =>
        ClaimReader.Disputes(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0, 0, 0, 0.9, false))],
            new ReadingContext(new DateOnly(2026, 3, 11), language, DateOrder.Unknown, null, [], false, false), 0.5).ShouldHaveSingleItem().Quantity.ShouldBe(quantity);

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
