using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

public sealed class PlainPromiseTests
{
    private static readonly OpenItemRef[] Items = [new("INV-10023", 500m, "EUR"), new("INV-10024", 700m, "EUR")];

    // Wednesday, 11 March 2026.
    private static IReadOnlyList<PromiseReading> Read(string text, string language) =>
        PromiseReader.Read(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0, 0, 0, false))],
            new ReadingContext(new DateOnly(2026, 3, 11), language, DateOrder.Unknown, null, Items, true, false));

    private static bool IsSure(PromiseReading promise) => promise is { Date: not null, Ambiguous: false, Conditional: false };

    [Theory]
    [InlineData("en", "The plumber we work with gets his money from us on 20 March.")]
    [InlineData("en", "I very much doubt the money will be with you by 20 March.")]
    [InlineData("en", "We get the money on 20 March.")]
    [InlineData("en", "The invoice is approved on 20 March.")]
    [InlineData("en", "You will make the payment on 20 March.")]
    [InlineData("it", "Il mio responsabile rientra il 20 marzo e firma lui i mandati.")]
    [InlineData("en", "Our director is back on 20 March and signs the payments.")]
    [InlineData("de", "Meine Chefin ist am 20. März zurück und gibt die Zahlungen frei.")]
    [InlineData("fr", "Notre directeur rentre le 20 mars et fait les virements.")]
    [InlineData("es", "La directora vuelve el 20 de marzo y hace las transferencias.")]
    [InlineData("nl", "Mijn baas is op 20 maart terug en doet de betalingen.")]
    [InlineData("de", "Der Lieferant erhält sein Geld am 20. März.")]
    [InlineData("de", "Es hieß, es werde am 20. März gezahlt.")]
    [InlineData("de", "Morgen rufe ich wegen der Zahlung an.")]
    [InlineData("fr", "Ma collègue prétend que le virement part le 20 mars.")]
    [InlineData("fr", "Notre repreneur paiera les dettes le 20 mars.")]
    [InlineData("es", "Supongamos que pagamos el 20 de marzo.")]
    [InlineData("it", "Dobbiamo incassare prima del 20 marzo per pagarvi.")]
    [InlineData("nl", "Uw overboeking aan ons komt 20 maart.")]
    public void What_is_not_recognised_as_the_writers_own_promise_is_never_sure(string language, string text) => Read(text, language).ShouldNotContain(p => IsSure(p));

    [Theory]
    [InlineData("en", "Don't worry about chasing, Nordwind does that too, but our supplier's bank holds the money until 20 March.")]
    [InlineData("en", "Our auditors transfer the payment on 20 March.")]
    public void A_payment_in_unknown_words_keeps_its_day_for_a_person(string language, string text)
    {
        foreach (var promise in Read(text, language).Where(p => p.Doubt == DateDoubt.NotOutright))
        {
            promise.Date.ShouldBeNull();
            promise.Ambiguous.ShouldBeTrue();
            promise.Alternatives.ShouldBe([new DateOnly(2026, 3, 20)]);
        }
        Read(text, language).ShouldNotContain(p => IsSure(p));
    }

    [Theory]
    [InlineData("en", "Don't chase us, we're paying on 20 March.")]
    [InlineData("en", "Your payment is scheduled for 20 March.")]
    [InlineData("en", "My colleague Sarah in accounts will transfer it on 20 March.")]
    [InlineData("de", "Bitte nicht mehr mahnen, wir überweisen am 20. März.")]
    [InlineData("de", "Da unsere Buchhaltung bis zum 16. März im Urlaub ist, erfolgt die Zahlung am 20. März.")]
    [InlineData("fr", "En raison de Pâques, notre campagne de paiement est décalée au 20 mars.")]
    [InlineData("es", "No es broma, pagamos el 20 de marzo.")]
    [InlineData("it", "Poiché il 19 è festivo, il pagamento verrà eseguito il 20 marzo.")]
    [InlineData("nl", "U hoeft niet meer te manen, we betalen op 20 maart.")]
    public void What_stands_around_an_outright_promise_leaves_its_day(string language, string text)
    {
        var promise = Read(text, language).ShouldHaveSingleItem();
        promise.Date.ShouldBe(new DateOnly(2026, 3, 20));
        IsSure(promise).ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "Payment will leave our Halvorsen business current account on 20 March.")]
    [InlineData("en", "The full amount will be remitted via our parent group's treasury platform on 20 March.")]
    [InlineData("de", "Die Wartungsrechnung wird am 20. März durch unsere Niederlassung in Linz überwiesen.")]
    [InlineData("fr", "La somme vous sera versée le 20 mars par l'intermédiaire de notre centrale de paiement.")]
    [InlineData("es", "El importe íntegro les será transferido el día 20 de marzo por nuestra central de tesorería.")]
    [InlineData("it", "Salderemo il dovuto il 20 marzo mediante bonifico istantaneo dal nostro conto Varesina.")]
    [InlineData("nl", "Het bedrag wordt u op 20 maart via onze holding in Zutphen overgemaakt.")]
    public void Unknown_words_that_say_how_and_whence_leave_the_day(string language, string text)
    {
        var promise = Read(text, language).ShouldHaveSingleItem();
        promise.Date.ShouldBe(new DateOnly(2026, 3, 20));
        IsSure(promise).ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "Our bank spreads transfers on 20 March.")]
    [InlineData("en", "We pay with the symposium on 20 March.")]
    [InlineData("en", "Payment is made by Halvorsen Trust on 20 March.")]
    [InlineData("en", "The transfer is tentatively made on 20 March.")]
    [InlineData("de", "In Ihrem Schreiben nennen Sie den 20. März als Zahlungstermin.")]
    [InlineData("de", "Mit etwas Glück ist das Geld am 20. März bei Ihnen.")]
    [InlineData("fr", "Notre banque rejette le virement le 20 mars.")]
    [InlineData("es", "El pago será hecho por la mutua el 20 de marzo.")]
    [InlineData("it", "Con un po' di fortuna il bonifico sarà da voi il 20 marzo.")]
    [InlineData("nl", "Met een beetje geluk staat de overboeking op 20 maart bij u.")]
    public void Unknown_verbs_events_payers_and_luck_find_no_shelter(string language, string text) => Read(text, language).ShouldNotContain(p => IsSure(p));

    [Fact]
    public void A_promise_for_a_stretch_of_days_keeps_its_first_one()
    {
        var promise = Read("We will pay between 18 and 20 March.", "en").ShouldHaveSingleItem();
        (promise.Since, promise.Date).ShouldBe((new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 20)));
        IsSure(promise).ShouldBeTrue();
    }

    [Theory]
    [InlineData("We will pay on Thursday or Friday.")]
    [InlineData("We will pay around the middle of April.")]
    [InlineData("We will pay next week.")]
    [InlineData("We will pay before week 13.")]
    public void A_choice_a_rough_day_and_next_week_are_not_firm(string text) => Read(text, "en").ShouldNotContain(p => IsSure(p));

    [Theory]
    [InlineData("en", "We will pay the first instalment on 20 March, the second on 20 April.")]
    [InlineData("de", "Die erste Rate zahlen wir am 20. März, die zweite am 20. April.")]
    [InlineData("fr", "Un premier versement interviendra le 20 mars, le second le 20 avril.")]
    public void Instalments_without_figures_are_two_days_whose_amounts_a_person_settles(string language, string text)
    {
        var promises = Read(text, language);
        promises.Select(p => p.Date).ShouldBe([new DateOnly(2026, 3, 20), new DateOnly(2026, 4, 20)]);
        promises.ShouldAllBe(p => p.Confidence == 0);
    }

    [Theory]
    [InlineData("en", "We will pay a part of it on 20 March.")]
    [InlineData("en", "We will pay between 300 and 500 EUR on 20 March.")]
    [InlineData("de", "Wir leisten am 20. März eine Teilzahlung.")]
    [InlineData("nl", "Wij betalen een deel op 20 maart.")]
    public void A_part_that_no_figure_tells_is_not_everything(string language, string text) => Read(text, language).ShouldHaveSingleItem().Confidence.ShouldBe(0);

    [Fact]
    public void A_slip_of_typing_is_read_and_another_form_of_the_word_is_not()
    {
        Read("The tranfser goes out on 20 March.", "en").ShouldContain(p => IsSure(p));
        Read("Addebitate l'importo il 20 marzo.", "it").ShouldNotContain(p => IsSure(p));
    }
}
