using System.Diagnostics;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

/// <summary>What must hold for any text, tried on random texts made of the words extraction reacts to.</summary>
public sealed class ExtractionPropertyTests
{
    private static readonly DateOnly Today = new(2026, 3, 11);
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl", "und"];
    private static readonly OpenItemRef[] Items = [new("INV-10023", 500m, "EUR") { Issued = new(2026, 1, 9) }, new("INV-10024", 700m, "EUR") { Issued = new(2026, 2, 9) }];

    private static readonly string[] Words =
    [
        "pay", "zahlen", "paierons", "pagaremos", "pagheremo", "betalen", "on", "am", "le", "el", "il", "op", "Friday", "Freitag", "vendredi", "viernes", "venerdì", "vrijdag", "next", "nächsten",
        "prochain", "que viene", "prossimo", "volgende", "week", "Woche", "semaine", "of", "the", "end", "Ende", "fin", "fine", "eind", "month", "Monat", "mois", "mes", "mese", "maand", "12", "31.", "3rd",
        "14 Tagen", "03/04/2026", "30.2.", "2026-13-45", "99", "within", "innerhalb", "sous", "dentro de", "entro", "binnen", "ten", "zehn", "days", "Tagen", "jours", "dias", "giorni", "dagen", "not", "nicht",
        "if", "wenn", "€1.2k", "1.234,56 EUR", "1,-", "half", "30 %", "the rest", "both", "INV-10023", "1001-1004", "…0023", "KW 60", "Q2", "or", "oder", "-", ",", ".", "?", "\n", "März", "Febuary", "mai", "fortnight",
        "in", "a", "last working day", "first", "Monday", "\"", "(", ")", "😀", "\u0000", "ß", "Ⅻ", "١٢", "kr", "fifteen hundred pounds", "zweitausend Euro",
    ];

    private static IEnumerable<(string Text, string Language)> Texts(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return (string.Join(random.Next(8) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)])), Languages[i % Languages.Length]);
    }

    private static IReadOnlyList<PromiseReading> Read(string text, string language) =>
        PromiseReader.Read(text, Scored(text), Context(language));

    private static ScoredSentence[] Scored(string text) => [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0.1, 0.9, 0.9, false))];

    private static ReadingContext Context(string language) => new(Today, language, DateOrder.Unknown, null, Items, true, true);

    [Fact]
    public void Random_texts_are_read_without_error_and_within_their_limits()
    {
        foreach (var (text, language) in Texts(2500, 41))
        {
            foreach (var date in DateReader.Find(text, new DateContext(Today, language)))
            {
                (date.Span.Start >= 0 && date.Span.Length > 0 && date.Span.Start + date.Span.Length <= text.Length).ShouldBeTrue(text);
                (date.Value is null).ShouldBe(date.Ambiguous, text);
                date.Alternatives.SequenceEqual(date.Alternatives.Distinct().Order()).ShouldBeTrue(text);
            }
            foreach (var amount in AmountReader.Find(text, language, Items))
            {
                (amount.Span.Start >= 0 && amount.Span.Start + amount.Span.Length <= text.Length).ShouldBeTrue(text);
                if (amount.Value is { } value) value.ShouldBeGreaterThanOrEqualTo(0m, text);
            }
            foreach (var promise in Read(text, language))
            {
                if (promise.Date is { } day) day.ShouldBeGreaterThanOrEqualTo(Today, text);
                if (promise.Ambiguous) promise.Date.ShouldBeNull(text);
                promise.Confidence.ShouldBeInRange(0, 1, text);
                promise.Invoices.Where(n => n.StartsWith("INV", StringComparison.Ordinal)).ShouldBeSubsetOf(["INV-10023", "INV-10024", .. promise.Invoices.Where(n => text.Contains(n, StringComparison.OrdinalIgnoreCase))], text);
            }
            ClaimReader.Payments(text, Scored(text), Context(language));
            ClaimReader.Disputes(text, Scored(text), Context(language), 0.5);
            ClaimReader.Documents(text, Scored(text), Context(language));
        }
    }

    [Theory]
    [InlineData("en", "We will pay 1.234,56 soon, many thanks for your patience with us")]
    [InlineData("de", "Wir zahlen bald und danken für Ihre Geduld, die Firma ist umgezogen")]
    [InlineData("fr", "Nous allons payer bientôt, merci de votre patience et de votre aide")]
    [InlineData("es", "Vamos a pagar pronto, gracias por la paciencia y por todo lo demás")]
    [InlineData("it", "Stiamo per pagare, grazie della pazienza e di tutto il resto")]
    [InlineData("nl", "Wij gaan binnenkort betalen, dank voor het geduld en voor de hulp")]
    public void No_day_comes_out_of_a_text_that_names_none(string language, string text)
    {
        // The words of the sentence in any order still name no day.
        var words = text.Split(' ');
        for (var seed = 0; seed < 40; seed++)
        {
            new Random(seed).Shuffle(words);
            Read(string.Join(' ', words) + ".", language).ShouldAllBe(p => p.Date == null && p.Alternatives.Count == 0);
        }
    }

    [Fact]
    public void A_day_read_from_an_absolute_date_stands_in_the_text()
    {
        var random = new Random(5);
        foreach (var (language, form) in new[] { ("en", "We will pay on {0:d MMMM yyyy}."), ("en", "Payment on {0:yyyy-MM-dd}."), ("de", "Wir zahlen am {0:dd.MM.yyyy}."), ("fr", "Nous paierons le {0:dd/MM/yyyy}."), ("es", "Pagaremos el {0:dd/MM/yyyy}."), ("it", "Pagheremo il {0:dd/MM/yyyy}."), ("nl", "Wij betalen op {0:dd-MM-yyyy}.") })
            for (var i = 0; i < 60; i++)
            {
                var day = Today.AddDays(random.Next(0, 400));
                Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, day), language).ShouldHaveSingleItem().Date.ShouldBe(day);
            }
    }

    [Theory]
    [InlineData("en", "We will pay on 20 March.", "Thank you for your patience.", "The weather in our town is fine.", "Our warehouse has moved to the ground floor.")]
    [InlineData("de", "Wir zahlen am 20. März.", "Vielen Dank für Ihre Geduld.", "Das Lager ist umgezogen.", "Beste Grüße aus dem Norden.")]
    [InlineData("fr", "Nous paierons le 20 mars.", "Merci de votre patience.", "Notre dépôt a changé d'étage.", "Bien à vous.")]
    [InlineData("es", "Pagaremos el 20 de marzo.", "Gracias por la paciencia.", "El almacén tiene otra planta.", "Un saludo cordial.")]
    [InlineData("it", "Pagheremo il 20 marzo.", "Grazie per la pazienza.", "Il magazzino ha un altro piano.", "Un cordiale saluto.")]
    [InlineData("nl", "Wij betalen op 20 maart.", "Dank voor uw geduld.", "Het magazijn is verhuisd.", "Met vriendelijke groet.")]
    public void Sentences_about_something_else_change_nothing(string language, string promise, params string[] others)
    {
        var alone = Read(promise, language).ShouldHaveSingleItem();
        foreach (var text in new[] { $"{others[0]} {promise}", $"{promise} {others[1]}", $"{others[2]}\n{promise}\n{others[0]}", $"{others[0]} {others[1]} {promise} {others[2]}" })
        {
            // The classifier finds no promise in the other sentences.
            var sentences = Sentences.Split(text).Select(s => new ScoredSentence(s, text.Substring(s.Start, s.Length) == promise ? 0.9 : 0.1, 0, 0, 0, false)).ToArray();
            var read = PromiseReader.Read(text, sentences, Context(language)).ShouldHaveSingleItem(text);
            (read.Date, read.Amount, read.Conditional, read.Ambiguous).ShouldBe((alone.Date, alone.Amount, alone.Conditional, alone.Ambiguous), text);
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1,000 ")]
    [InlineData("20.03.")]
    [InlineData("in 3-")]
    [InlineData("end of the ")]
    [InlineData("next week ")]
    [InlineData("Friday or ")]
    [InlineData("invoice 1001, ")]
    [InlineData("the the ")]
    [InlineData("only 3 of ")]
    [InlineData("a-")]
    public void The_time_to_read_grows_no_faster_than_the_text(string piece)
    {
        foreach (var language in new[] { "en", "de" })
        {
            // Once to build the patterns.
            Time(piece, language, 2_000);
            var (small, large) = (Time(piece, language, 5_000), Time(piece, language, 20_000));
            // Four times the text; a quadratic reader would need sixteen times as long. A floor takes out what is too short to measure.
            large.ShouldBeLessThan(Math.Max(small, 60) * 10, $"{piece}: {small} ms, then {large} ms");
        }
    }

    private static double Time(string piece, string language, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var clock = Stopwatch.StartNew();
        DateReader.Find(text, new DateContext(Today, language));
        AmountReader.Find(text, language, Items);
        InvoiceReader.Find(text, Items);
        Read(text, language);
        return clock.Elapsed.TotalMilliseconds;
    }
}
