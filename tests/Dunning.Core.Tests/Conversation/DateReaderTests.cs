using Dunning.Core.Conversation.Dates;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

public sealed class DateReaderTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 3, 11);

    private static DateMention Only(string text, string language, DateOrder order = DateOrder.Unknown, DateOnly? today = null) =>
        DateReader.Find(text, new DateContext(today ?? Today, language, order)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("en", "on 3 May", "2026-05-03")]
    [InlineData("en", "by the end of next week", "2026-03-20")]
    [InlineData("en", "within 5 working days", "2026-03-18")]
    [InlineData("en", "Friday 05/06/2026", "2026-06-05")]
    [InlineData("de", "bis Ende des Monats", "2026-03-31")]
    [InlineData("de", "am Freitag, den 20. März", "2026-03-20")]
    [InlineData("de", "bis zum 5.6.", "2026-06-05")]
    [InlineData("fr", "d'ici la fin du mois", "2026-03-31")]
    [InlineData("es", "pasado mañana", "2026-03-13")]
    [InlineData("it", "entro 5 giorni lavorativi", "2026-03-18")]
    [InlineData("nl", "op de 15e", "2026-03-15")]
    public void A_phrase_with_one_reading_gives_that_day(string language, string text, string expected) =>
        Only(text, language).Value.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("en", "on 05/06/2026")]
    [InlineData("en", "next Friday")]
    [InlineData("en", "on Wednesday")]
    [InlineData("en", "Monday, 18 March")]
    [InlineData("en", "next week")]
    [InlineData("en", "in mid April")]
    [InlineData("en", "within 30 days of the invoice date")]
    [InlineData("de", "am Montag, den 18. März")]
    [InlineData("de", "nächsten Freitag")]
    public void A_phrase_with_two_readings_gives_no_day(string language, string text)
    {
        var mention = Only(text, language);
        mention.Ambiguous.ShouldBeTrue();
        mention.Value.ShouldBeNull();
    }

    [Fact]
    public void The_locale_decides_the_order_of_day_and_month()
    {
        Only("05/06/2026", "en", DateOrder.MonthFirst).Value.ShouldBe(new DateOnly(2026, 5, 6));
        Only("05/06/2026", "en", DateOrder.DayFirst).Value.ShouldBe(new DateOnly(2026, 6, 5));
    }

    [Fact]
    public void A_range_means_its_last_day() => Only("between 16 and 18 March", "en").Value.ShouldBe(new DateOnly(2026, 3, 18));

    [Fact]
    public void A_yearless_day_after_new_year_belongs_to_the_next_year() =>
        Only("on 5 January", "en", today: new DateOnly(2026, 12, 28)).Value.ShouldBe(new DateOnly(2027, 1, 5));

    [Fact]
    public void A_greeting_is_not_tomorrow() => DateReader.Find("Guten Morgen zusammen", new DateContext(Today, "de")).ShouldBeEmpty();

    [Fact]
    public void Looking_back_a_weekday_is_the_last_one() =>
        DateReader.Find("on Friday", new DateContext(Today, "en", Backward: true)).ShouldHaveSingleItem().Value.ShouldBe(new DateOnly(2026, 3, 6));

    [Fact]
    public void Every_day_is_read_back_from_its_ISO_and_German_forms()
    {
        var days = Gen.Choose(0, 700).Select(n => Today.AddDays(n)).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(days, day =>
            Only($"by {day:yyyy-MM-dd}.", "en").Value == day && Only($"am {day:dd.MM.yyyy} sicher", "de").Value == day));
    }

    [Fact]
    public void Any_text_is_read_without_error_and_with_spans_inside_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
            new[] { "en", "de", "fr", "es", "it", "nl", "und" }.All(l => DateReader.Find(text.Get + " am 3. on Friday 12/13", new DateContext(Today, l))
                .All(m => m.Span.Start >= 0 && m.Span.Start + m.Span.Length <= text.Get.Length + 22))));
}
