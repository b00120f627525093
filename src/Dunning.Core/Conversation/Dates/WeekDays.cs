using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Weekdays, weeks and counts of days from the day of writing.</summary>
internal static class WeekDays
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int Farthest = 366;

    public static DateMention? Resolve(string rule, Match m, string folded, DateLexicon lexicon, DateContext context)
    {
        var (today, words) = (context.Today, lexicon.Words);
        DateOnly Week(int weeks) => DateMath.Monday(today).AddDays(7 * weeks + DateResolver.WeekdayOf(m, words));
        DateOnly Near() => DateMath.Nearest(today, DateResolver.WeekdayOf(m, words), backward: false);
        return rule switch
        {
            "weekday_after_next_week" => DateMention.Sure(rule, Week(2)),
            "weekday_next_week" => DateMention.Sure(rule, Week(1)),
            "weekday_this_week" => DateMention.Sure(rule, Week(0)),
            "weekday_week" => SaidOnTheDay(m, words, today) ? Which(rule, today.AddDays(7), today.AddDays(14)) : DateMention.Sure(rule, Near().AddDays(7)),
            "weekday_fortnight" when SaidOnTheDay(m, words, today) => Which(rule, today.AddDays(14), today.AddDays(21)),
            "weekday_fortnight" when m.Groups["strict"].Success => DateMention.Sure(rule, Near().AddDays(14)),
            "weekday_fortnight" => Near().AddDays(14) is var late && late == Week(2) ? DateMention.Sure(rule, late) : Which(rule, Week(2), late),
            "weekday_after_next" => Which(rule, Near().AddDays(7), Near().AddDays(14)),
            "weekday" => Weekday(m, folded, words, context),
            "ago" => Shifted(rule, m, folded, lexicon, context, -1),
            "within" => CountsFromElsewhere(m, folded, words) ? DateMention.Unclear(rule, DateDoubt.CountsFromAnEvent) : Shifted(rule, m, folded, lexicon, context, 1),
            "stretch" => CountsFromElsewhere(m, folded, words) ? DateMention.Unclear(rule, DateDoubt.CountsFromAnEvent)
                : DateMention.Sure(rule, Base(m, today).AddDays(lexicon.Numbers.Stretch(m.Groups["s"].Value))),
            "week_number" => Weeks.Numbered(m, folded, context),
            "this_week" => Weeks.This(context),
            "next_week" => Weeks.Next(context),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "unknown date rule"),
        };
    }

    private static DateMention? Weekday(Match m, string folded, DateWords words, DateContext context)
    {
        var (weekday, today) = (DateResolver.WeekdayOf(m, words), context.Today);
        if (m.Groups["last"].Success) return DateMention.Sure("weekday", DateMath.Nearest(today, weekday, backward: true));
        if (m.Groups["day"] is { Success: true } day && !CountedThings.Follow(folded, day.Index + day.Length) && !ContinuesNumber(folded, day.Index + day.Length))
        {
            // "Friday the 12th": the day of the month decides and the weekday must agree.
            var number = int.Parse(string.Concat(day.Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
            var value = MonthDays.NextDay(today, number, context.Backward);
            return value is { } v && DateMath.Weekday(v) == weekday ? DateMention.Sure("weekday", v)
                : value is { } other ? DateMention.Unclear("weekday", DateDoubt.WeekdayDisagrees, other) : DateMention.Unclear("weekday", DateDoubt.NoSuchDay);
        }
        var nearest = DateMath.Nearest(today, weekday, context.Backward);
        if (context.Backward) return DateMention.Sure("weekday", nearest);
        if (m.Groups["next"].Success && words.NextIsAmbiguous && nearest < DateMath.Monday(today).AddDays(7)) return Which("weekday", nearest, nearest.AddDays(7));
        // Said on a Friday, "on Friday" is today or in a week.
        // "The coming Friday", unlike "this Friday", is never the day of writing.
        var coming = m.Groups["next"].Success || m.Groups["coming"] is { Success: true } word && !ThisDay.IsMatch(word.ValueSpan);
        return DateMath.Weekday(today) == weekday && !coming ? Which("weekday", today, nearest) : DateMention.Sure("weekday", nearest);
    }

    private static bool ContinuesNumber(string folded, int end) => end < folded.Length && (char.IsLetterOrDigit(folded[end]) || folded[end] is '/' or '-');

    private static DateMention Shifted(string rule, Match m, string folded, DateLexicon lexicon, DateContext context, int sign)
    {
        // "Two weeks from Friday" counts from that Friday.
        var from = m.Groups["wd"].Success ? DateMath.Nearest(context.Today, DateResolver.WeekdayOf(m, lexicon.Words), backward: false) : Base(m, context.Today);
        if (m.Groups["wd"].Success && SaidOnTheDay(m, lexicon.Words, context.Today)) return DateMention.Unclear(rule, DateDoubt.WhichWeek);
        var count = lexicon.Numbers.Count(m.Groups["n"].Value) * sign;
        if (Math.Abs(count) > Farthest) return DateMention.Unclear(rule, DateDoubt.Vague);
        if (m.Groups["bd"].Success && sign < 0) return DateMention.Unclear(rule, DateDoubt.Vague);
        DateOnly Day(int n) => m.Groups["bd"].Success ? DateMath.AddWorkingDays(from, n, context.Works)
            : m.Groups["weeks"].Success ? from.AddDays(7 * n) : m.Groups["months"].Success ? from.AddMonths(n) : from.AddDays(n);
        var value = Day(count);
        // "In acht Tagen", "dans huit jours": a week to most people, eight days to some.
        if (count == 8 && m.Groups["days"].Success && !char.IsAsciiDigit(m.Groups["n"].ValueSpan[0]) && lexicon.Language is ("de" or "fr" or "es" or "it"))
            return DateMention.Unclear(rule, DateDoubt.Approximate, value.AddDays(-1), value);
        if (m.Groups["roughly"].Success) return DateMention.Unclear(rule, DateDoubt.Approximate, value);
        if (!m.Groups["n1"].Success || lexicon.Numbers.Count(m.Groups["n1"].Value) is var least && least >= count) return DateMention.Sure(rule, value);
        return DateRanges.Of(Day(least), value, m.Groups["join"].Value, folded, m.Index, m.Index + m.Length);
    }

    private static bool SaidOnTheDay(Match m, DateWords words, DateOnly today) => DateMath.Weekday(today) == DateResolver.WeekdayOf(m, words);

    // "A week tomorrow".
    private static DateOnly Base(Match m, DateOnly today) => m.Groups["base"] is { Success: true, Value: "tomorrow" } ? today.AddDays(1) : today;

    private static DateMention Which(string rule, DateOnly one, DateOnly other) => DateMention.Unclear(rule, DateDoubt.WhichWeek, one, other);

    private static bool CountsFromElsewhere(Match m, string folded, DateWords words)
    {
        var rest = folded[(m.Index + m.Length)..Math.Min(folded.Length, m.Index + m.Length + 30)];
        return Regex.IsMatch(rest, $@"^\s+(?:{words.CountsFrom})", Options, PatternTime.Limit) && !FromNow.IsMatch(rest);
    }

    private static readonly Regex ThisDay = new("^(?:this|diese[nrsm]?|ce|este|questo|deze)$", Options, PatternTime.Limit);

    private static readonly Regex FromNow = new(@"^\s+(?:(?:from|after|ab|vanaf|a partir de|a compter d'|a contar de(?:sde)?|da)\s*)?(?:now|today|heute|jetzt|vandaag|nu|hoy|aujourd'hui|oggi|ce jour|la fecha)", Options, PatternTime.Limit);
}
