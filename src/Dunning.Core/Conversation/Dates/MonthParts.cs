using System.Text.RegularExpressions;

namespace Dunning.Core.Conversation.Dates;

/// <summary>
/// The middle and the first week of a month. The week commits to its last working day; the middle leaves several days unless it
/// is a deadline ("by mid-April"). What it leaves is kept as an alternative, so that a person who decides sees it at a glance.
/// </summary>
internal static class MonthParts
{
    private const int Middle = 15;

    /// <summary>The words of one language: the middle of a month, its first week, and what makes a deadline of them.</summary>
    public sealed record Words(string Mid, string FirstWeek, string By);

    public static Words For(string language) => language switch
    {
        "de" => new("mitte(?: des)?", "(?:in )?(?:der |die )?ersten? woche", "(?:bis|spatestens|bis spatestens|vor)"),
        "fr" => new("mi|milieu(?: du mois)?", "(?:la )?premiere semaine", "(?:d'ici(?: a)?(?: la)?|avant(?: la)?|au plus tard(?: a)?(?: la)?|pour la)"),
        "es" => new("mediados", "(?:la )?primera semana", "(?:antes de|a mas tardar a|como muy tarde a)"),
        "it" => new("meta", "(?:la )?prima settimana", "(?:entro(?: la)?|prima di|al piu tardi a)"),
        "nl" => new("medio|midden|half", "(?:de )?eerste week", "(?:uiterlijk|voor|tegen)"),
        _ => new("mid(?:dle)?|the middle", "(?:the )?first week", "(?:by(?: the)?|before|no later than|latest|not later than)"),
    };

    /// <summary>Patterns by rule name; <paramref name="month"/> names the months, <paramref name="whichMonth"/> what may follow a part of a month.</summary>
    public static IEnumerable<(string Rule, string Pattern)> Rules(string language, string whichMonth)
    {
        var words = For(language);
        yield return ("mid_month", $@"(?:\b(?<by>{words.By})\s+)?\b(?:{words.Mid})[\s-]+{whichMonth}");
        yield return ("first_week", $@"\b(?:{words.FirstWeek})\s+{whichMonth}");
    }

    /// <summary>"Mid-April" may be several days; by mid-April is by the 15th.</summary>
    public static DateMention Mid(Match m, DateWords words, DateContext context)
    {
        var first = MonthDays.First(m, words, context);
        var day = first.AddDays(Middle - 1);
        return m.Groups["by"].Success && day >= context.Today ? DateMention.Sure("mid_month", day) : DateMention.Unclear("mid_month", DateDoubt.Vague, day);
    }

    /// <summary>The working days up to the first Friday, or to the last working day before it.</summary>
    public static DateMention FirstWeek(Match m, DateWords words, DateContext context)
    {
        var first = MonthDays.First(m, words, context);
        while (!context.Works(first) && first.Day < Middle) first = first.AddDays(1);
        var last = DateMath.Monday(first).AddDays(4);
        while (last > first && !context.Works(last)) last = last.AddDays(-1);
        return DateMention.Until("first_week", first, last);
    }

    /// <summary>"Week 24 (Friday)": the weekday tells which day of the week; null where the two are no such pair.</summary>
    public static DateMention? DayOfWeek(DateMention left, DateMention right)
    {
        var (week, day) = left.Rule == "week_number" ? (left, right) : (right, left);
        if (week.Rule != "week_number" || day.Rule != "weekday" || (week.Since ?? week.Alternatives.Cast<DateOnly?>().FirstOrDefault()) is not { } first) return null;
        if ((day.Value ?? day.Alternatives.FirstOrDefault()) is not { Year: > 1 } named) return null;
        return DateMention.Sure("week_number", DateMath.Monday(first).AddDays(DateMath.Weekday(named)));
    }
}
