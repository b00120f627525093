using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Puts phrases together that say one day twice: "20 March (Friday)", "Friday by close of business".</summary>
internal static partial class DateNeighbours
{
    private const int Close = 28;

    public static void Merge(string folded, List<DateMention> found, DateLexicon? lexicon)
    {
        for (var i = found.Count - 1; lexicon is not null && i > 0; i--) Count(folded, found, i);
        for (var i = found.Count - 1; lexicon is not null && i > 0; i--)
        {
            var (left, right) = (found[i - 1], found[i]);
            var between = folded[(left.Span.Start + left.Span.Length)..right.Span.Start];
            if (between.Length > Close) continue;
            if (InAnotherMonth(folded, left, right, lexicon)) found[i] = DateMention.Unclear(right.Rule, DateDoubt.Vague) with { Span = right.Span };
            if (left.Rule == "day_end" || right.Rule == "day_end")
            {
                if (left.Rule == "day_end" && right.Rule != "day_end") found.RemoveAt(i - 1);
                else found.RemoveAt(i);
            }
            else if (Beside(between) && !(between.Contains('(', StringComparison.Ordinal) && TellsOfDay(folded, right)) && Both(left, right, folded) is { } one)
            {
                found[i - 1] = one;
                found.RemoveAt(i);
            }
        }
    }

    // "27 May (Monday is a bank holiday)": the weekday begins a remark of its own.
    private static bool TellsOfDay(string folded, DateMention day) =>
        folded.AsSpan(day.Span.Start + day.Span.Length) is var rest && (rest.StartsWith(" is ", StringComparison.Ordinal) || rest.StartsWith(" ist ", StringComparison.Ordinal) || rest.StartsWith(" est ", StringComparison.Ordinal) || rest.StartsWith(" es ", StringComparison.Ordinal) || rest.StartsWith(" e ", StringComparison.Ordinal));

    // "Mid March, on the 15th" told in January: the month was said before the day.
    private static bool InAnotherMonth(string folded, DateMention left, DateMention right, DateLexicon? lexicon)
    {
        if (lexicon is null || left.Rule is not ("part" or "mid_month" or "first_week" or "end_of") || right.Rule is not ("day_of_month" or "day_word") || right.Value is not { } day) return false;
        if (left.Value is { } end) return end.Month != day.Month && end.Day != day.Day;
        var said = folded.Substring(left.Span.Start, left.Span.Length).Split(' ', '-', '.', '\'');
        var month = Array.FindIndex(lexicon.Words.Months, m => m.Split('|').Intersect(said).Any());
        return month >= 0 && month + 1 != day.Month;
    }

    private static void Count(string folded, List<DateMention> found, int i)
    {
        var (left, right) = (found[i - 1], found[i]);
        var between = folded[(left.Span.Start + left.Span.Length)..right.Span.Start];
        // "Tomorrow in a week", "a week tomorrow": counted from that day.
        if (left.Rule is "tomorrow" or "after_tomorrow" && right.Rule is "within" or "stretch" && between.Trim().Length == 0) Shift(found, i, left, right);
        else if (right.Rule is "tomorrow" or "after_tomorrow" && left.Rule is "within" or "stretch" && FromToday(between)) Shift(found, i, right, left);
        // "Today in two weeks", "thirty days from today".
        else if (left.Rule == "today" && right.Rule is "within" or "stretch" && between.Trim().Length == 0) found.RemoveAt(i - 1);
        else if (right.Rule == "today" && left.Rule is "within" or "stretch" && FromToday(between)) found.RemoveAt(i);
    }

    private static void Shift(List<DateMention> found, int right, DateMention from, DateMention count)
    {
        var days = from.Rule == "tomorrow" ? 1 : 2;
        found[right - 1] = count with
        {
            Span = new TextSpan(found[right - 1].Span.Start, found[right].Span.Start + found[right].Span.Length - found[right - 1].Span.Start),
            Value = count.Value?.AddDays(days), Alternatives = [.. count.Alternatives.Select(d => d.AddDays(days))],
        };
        found.RemoveAt(right);
    }

    private static bool FromToday(string between) => between.Trim() is "from" or "" or "ab" or "von" or "vanaf" or "a partir de" or "a contar desde" or "da" or "a compter d'";

    private static bool Beside(string between) => DayTime().Replace(between, "").Trim(' ', ',', '(', '-', '\t') is "" or "on" or "on the" or "am" or "a" or "i.e." or "that is" or "namely" or "which is" or "being" or "meaning" or "das ist" or "das ware" or "d. h." or "soit" or "c'est-a-dire" or "o sea" or "es decir" or "esto es" or "cioe" or "ossia" or "vale a dire" or "dus" or "oftewel" or "dat is" or "also" or "also am" or "also bis" or "also bis zum" or "soit le" or "o sea el" or "es decir el" or "cioe il" or "dus op" or "dus de" or "genauer gesagt" or "genauer" or "genauer gesagt am" or "genau am" or "to be precise" or "to be exact" or "plus precisement" or "plus precisement le" or "concretamente" or "concretamente el" or "para ser exactos" or "para ser exactos el" or "per la precisione" or "per la precisione il" or "precisamente" or "om precies te zijn" or "om precies te zijn op" or "om precies te zijn de" or "that is by" or "i.e. by" or "which is by" or "meaning by" or "so by" or "das heist bis" or "d.h. bis" or "d. h. bis" or "soit d'ici le" or "soit avant le" or "es decir antes del" or "ossia entro il" or "cioe entro il" or "dus uiterlijk" or "dus voor" or "d.h." or "den" or "dem" or "le" or "el" or "il" or "de" or "op" or "nl.";

    // A bare weekday or "tomorrow" beside a day of the calendar explains it, or contradicts it.
    private static DateMention? Both(DateMention left, DateMention right, string folded)
    {
        if (MonthParts.DayOfWeek(left, right) is { } inWeek) return inWeek with { Span = new TextSpan(left.Span.Start, right.Span.Start + right.Span.Length - left.Span.Start) };
        // "End of February, the 28th": that month's 28th, not the coming one.
        if (left.Rule == "end_of" && right.Rule is "day_of_month" or "day_word" && left.Value is { } last && right.Value is { } named && last.Day - named.Day is >= 0 and <= 3 && DateMath.Day(last.Year, last.Month, named.Day) is { } same) right = right with { Value = same };
        var (plain, exact) = IsPlain(left) && IsExact(right) ? (left, right) : IsPlain(right) && IsExact(left) ? (right, left) : (null, null);
        if (plain is null || exact?.Value is not { } day) return null;
        var span = new TextSpan(left.Span.Start, right.Span.Start + right.Span.Length - left.Span.Start);
        var agrees = plain.Value is { } value ? value == day || plain.Rule is "within" or "stretch" && Math.Abs(value.DayNumber - day.DayNumber) == 1 || plain.Rule == "end_of" && value.DayNumber - day.DayNumber is >= 0 and <= 3 || plain.Rule == "weekday" && DateMath.Weekday(value) == DateMath.Weekday(day)
            : plain.Alternatives.Any(a => plain.Rule == "weekday" ? DateMath.Weekday(a) == DateMath.Weekday(day) : a == day);
        var clear = plain.Rule != "weekday" || folded.AsSpan(plain.Span.Start, plain.Span.Length).IndexOf(' ') < 0 || plain.Value == day || plain.Alternatives.Contains(day);
        return agrees && clear ? exact with { Span = span } : DateMention.Unclear(exact.Rule, DateDoubt.WeekdayDisagrees, [day, .. plain.Value is { } other ? [other] : plain.Alternatives]) with { Span = span };
    }

    private static bool IsPlain(DateMention mention) => mention.Rule is "weekday" or "weekday_next_week" or "weekday_this_week" or "weekday_week" or "within" or "stretch" or "end_of" or "tomorrow" or "after_tomorrow" or "today";
    private static bool IsExact(DateMention mention) => mention.Rule is "numeric" or "iso" or "day_month" or "month_day" or "day_of_month" or "day_word";

    // "Thursday lunchtime, 11 February".
    [GeneratedRegex(@"\b(?:morning|lunchtime|noon|midday|afternoon|evening|vormittag|mittag|nachmittag|abend|matin|midi|apres-midi|soir|por la manana|a mediodia|por la tarde|mattina|mattino|pomeriggio|sera|ochtend|middag|avond)\b|'s (?:post|mail)\b", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex DayTime();
}
