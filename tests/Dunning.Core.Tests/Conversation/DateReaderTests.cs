using Dunning.Core.Conversation;
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

    [Theory]
    [InlineData("en", "between 16 and 18 March", "2026-03-16", "2026-03-18")]
    [InlineData("en", "in 3 to 5 days", "2026-03-14", "2026-03-16")]
    [InlineData("en", "in week 13", "2026-03-23", "2026-03-27")]
    [InlineData("en", "the week of 15 June", "2026-06-15", "2026-06-19")]
    [InlineData("en", "in the first week of April", "2026-04-01", "2026-04-03")]
    [InlineData("en", "still this week", "2026-03-09", "2026-03-13")]
    [InlineData("de", "vom 10. bis 12. Juni", "2026-06-10", "2026-06-12")]
    [InlineData("de", "zwischen dem 16. und 18.", "2026-03-16", "2026-03-18")]
    [InlineData("de", "noch diese Woche", "2026-03-09", "2026-03-13")]
    [InlineData("de", "KW 13 bis 14", "2026-03-23", "2026-04-03")]
    [InlineData("fr", "entre le 16 et le 18 mars", "2026-03-16", "2026-03-18")]
    [InlineData("fr", "semaine 13", "2026-03-23", "2026-03-27")]
    [InlineData("es", "la semana del 20", "2026-03-16", "2026-03-20")]
    [InlineData("it", "nella settimana 14", "2026-03-30", "2026-04-03")]
    [InlineData("nl", "week 13", "2026-03-23", "2026-03-27")]
    public void A_stretch_of_days_commits_to_its_last_one(string language, string text, string since, string until)
    {
        var mention = Only(text, language);
        mention.Value.ShouldBe(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        mention.Since.ShouldBe(DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("en", "Thursday or Friday", DateDoubt.SeveralDays)]
    [InlineData("en", "16 or 18 March", DateDoubt.SeveralDays)]
    [InlineData("en", "around 16 to 18 March", DateDoubt.Approximate)]
    [InlineData("en", "before week 13", DateDoubt.SeveralDays)]
    [InlineData("en", "early week 13", DateDoubt.Vague)]
    [InlineData("en", "week 13 or 14", DateDoubt.SeveralDays)]
    [InlineData("en", "early this week", DateDoubt.Vague)]
    [InlineData("de", "nach KW 13", DateDoubt.NotBefore)]
    [InlineData("de", "am 16. und 18. März", DateDoubt.SeveralDays)]
    [InlineData("fr", "la semaine prochaine", DateDoubt.Vague)]
    [InlineData("nl", "de week van 10 of 17 maart", DateDoubt.SeveralDays)]
    public void A_choice_and_a_part_of_a_stretch_stay_in_doubt(string language, string text, DateDoubt doubt)
    {
        var mention = Only(text, language);
        mention.Value.ShouldBeNull();
        mention.Doubt.ShouldBe(doubt);
    }

    [Fact]
    public void A_week_ends_on_its_last_working_day()
    {
        var closed = new DateOnly(2026, 4, 3);
        var context = new DateContext(Today, "en", IsBusinessDay: d => d != closed && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        DateReader.Find("in week 14", context).ShouldHaveSingleItem().Value.ShouldBe(closed.AddDays(-1));
    }

    [Theory]
    [InlineData("en", "on 05/06/2026", DateDoubt.DayOrMonth, "2026-05-06", "2026-06-05")]
    [InlineData("en", "next Friday", DateDoubt.WhichWeek, "2026-03-13", "2026-03-20")]
    [InlineData("de", "nächsten Freitag", DateDoubt.WhichWeek, "2026-03-13", "2026-03-20")]
    [InlineData("en", "on Wednesday", DateDoubt.WhichWeek, "2026-03-11", "2026-03-18")]
    [InlineData("en", "the Friday after next", DateDoubt.WhichWeek, "2026-03-20", "2026-03-27")]
    [InlineData("fr", "la semaine prochaine", DateDoubt.Vague, "2026-03-16", "2026-03-20")]
    public void What_an_ambiguous_phrase_may_mean_is_told(string language, string text, DateDoubt doubt, string first, string second)
    {
        var mention = Only(text, language);
        mention.Doubt.ShouldBe(doubt);
        mention.Alternatives.Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("en", "Wendesday 18 March", "2026-03-18")]
    [InlineData("en", "20 Febuary 2027", "2027-02-20")]
    [InlineData("de", "am 3. Arpil", "2026-04-03")]
    [InlineData("fr", "le 3 avirl", "2026-04-03")]
    [InlineData("es", "el 3 de abirl", "2026-04-03")]
    [InlineData("it", "il 3 aprlie", "2026-04-03")]
    [InlineData("nl", "op woensadg 18 maart", "2026-03-18")]
    public void A_name_one_letter_off_is_read_as_meant(string language, string text, string expected) =>
        Only(text, language).Value.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("en", "the match on ice")]
    [InlineData("nl", "een kaart")]
    [InlineData("es", "el importe entero")]
    public void A_word_of_its_own_is_no_misspelt_month(string language, string text) => DateReader.Find(text, new DateContext(Today, language)).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "Friday week", "2026-03-20")]
    [InlineData("en", "Tuesday week", "2026-03-24")]
    [InlineData("de", "Dienstag in einer Woche", "2026-03-24")]
    [InlineData("fr", "vendredi en huit", "2026-03-20")]
    [InlineData("fr", "lundi en quinze", "2026-03-30")]
    [InlineData("es", "el viernes que viene", "2026-03-13")]
    [InlineData("it", "venerdì della prossima settimana", "2026-03-20")]
    [InlineData("nl", "volgende week vrijdag", "2026-03-20")]
    [InlineData("en", "the last working day of May", "2026-05-29")]
    [InlineData("de", "am ersten Montag im April", "2026-04-06")]
    [InlineData("it", "il quindici", "2026-03-15")]
    public void Idioms_of_the_calendar_are_known(string language, string text, string expected) =>
        Only(text, language).Value.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("en", "after 20 March", DateDoubt.NotBefore)]
    [InlineData("de", "frühestens am 20. März", DateDoubt.NotBefore)]
    [InlineData("fr", "à partir du 20 mars", DateDoubt.NotBefore)]
    [InlineData("es", "hacia el 20 de marzo", DateDoubt.Approximate)]
    [InlineData("it", "verso il 20 marzo", DateDoubt.Approximate)]
    [InlineData("nl", "rond 20 maart", DateDoubt.Approximate)]
    public void An_earliest_or_rough_day_is_no_day(string language, string text, DateDoubt doubt)
    {
        var mention = Only(text, language);
        mention.Value.ShouldBeNull();
        mention.Doubt.ShouldBe(doubt);
    }

    [Fact]
    public void The_weekday_behind_a_date_explains_it_or_contradicts_it()
    {
        Only("20 March (Friday)", "en").Value.ShouldBe(new DateOnly(2026, 3, 20));
        Only("20. März (Montag)", "de").Doubt.ShouldBe(DateDoubt.WeekdayDisagrees);
    }

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
