using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Clauses with a past form that speak of a payment to come. Spanish "pagamos" is "we pay" and "we paid" alike: the day, or a word beside it, tells which.</summary>
internal static partial class PresentOrPast
{
    private const int Near = 120;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>"Paid on Monday by bank transfer": a report without a subject, and a weekday that has been.</summary>
    public static bool Reports(string clause, IReadOnlyList<DateMention> dates, string language) =>
        language == "en" && dates.All(d => d.Rule is "weekday" or "yesterday" or "ago") && Report().IsMatch(Folding.Fold(clause));

    /// <summary>Whether a clause that looks past speaks of a payment to come.</summary>
    public static bool IsPresent(string clause, IReadOnlyList<DateMention> dates, ReadingContext context)
    {
        if (dates.Count == 0) return false;
        // "Tomorrow it is paid" tells of no past.
        if (dates.All(d => d.Rule is "tomorrow" or "after_tomorrow" or "weekday_next_week" or "weekday_after_next_week" or "within" or "stretch" || d.Rule is "end_of" && d.Value > context.Today)) return true;
        // A day named in full, and still to come, cannot be told of as past.
        if (dates.All(d => d.Rule is ("day_month" or "month_day" or "numeric" or "iso" or "range" or "week_of" or "week_number" or "first_week") && d.Value > context.Today && d.Value <= context.Today.AddDays(Near))) return true;
        var folded = Folding.Fold(clause);
        // "All paid by 31 December" told before that day: a deadline, not a memory.
        if (dates.All(d => d.Value > context.Today) && (Latest().IsMatch(folded) || dates.All(d => Deadline().IsMatch(folded[..NumberOf(folded, d)])))) return true;
        if (context.Language != "es") return false;
        if (!BothTenses().IsMatch(folded) || Told().IsMatch(folded)) return false;
        return ToCome().IsMatch(folded) || dates.All(d => d.Rule != "weekday" && d.Value > context.Today);
    }

    [GeneratedRegex(@"^\W*(?:hi|hello|hey)?\W*(?:was |already |just )?(?:paid|settled|transferred|wired|remitted|sent) (?:it |this |that |these |both |all |in full )?(?:on |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Report();

    private static int NumberOf(string folded, DateMention date)
    {
        var at = date.Span.Start;
        while (at < date.Span.Start + date.Span.Length && !char.IsAsciiDigit(folded[at])) at++;
        return at;
    }

    [GeneratedRegex(@"\b(?:spatestens|(?:at the )?latest|au plus tard|a mas tardar|como (?:muy )?tarde|al piu tardi|entro e non oltre|uiterlijk|ten laatste)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Latest();

    [GeneratedRegex(@"\b(?:by|before|bis|bis zum|d'ici|avant|antes del?|para|pa|entro|voor|tegen)\s+(?:(?:the|den|dem|le|la|el|il|de|dia|\w+day|\w+tag|\w+di|\w+es|\w+dag),?\s+)*(?:l')?$", Options, PatternTime.Milliseconds)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\b(?:pagamos|abonamos|transferimos|liquidamos|ingresamos|quedara|quedaran|estara|estaran|quedan?|queda|teneis|tienes?|tienen|tendra\w*|tendre\w*)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex BothTenses();

    [GeneratedRegex(@"\b(?:ya|hemos|pasado|ayer|anteayer|hace|la semana pasada|anterior)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:sin falta|sin problemas?|que viene|proxim[oa]|este|a mas tardar|manana|hoy mismo|tendra\w*|tendre\w*|quedara|quedaran|estara|estaran)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex ToCome();
}
