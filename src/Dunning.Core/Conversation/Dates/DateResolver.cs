using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Turns one match into a day.</summary>
internal static class DateResolver
{
    public static DateMention? Resolve(string rule, Match m, string folded, DateLexicon? lexicon, DateContext context)
    {
        var today = context.Today;
        return rule switch
        {
            "iso" => DateMention.Of(rule, DateMath.Day(Int(m, "y"), Int(m, "m"), Int(m, "d"))),
            "numeric" => Numeric(m, lexicon?.Words, context),
            "day_month" or "month_day" => Named(rule, m, lexicon!, folded, context),
            "terms" => DateMention.Unclear(rule, DateDoubt.CountsFromAnEvent),
            "mid_month" => MonthParts.Mid(m, lexicon!.Words, context),
            "first_week" => MonthParts.FirstWeek(m, lexicon!.Words, context),
            "part" or "unclear" => DateMention.Unclear(rule, DateDoubt.Vague),
            "quarter" => DateMention.Sure(rule, MonthDays.EndOfNamedQuarter(m.Groups["q"].Success ? Int(m, "q") : 1 + Enumerable.Range(0, 4).First(n => m.Groups[$"n{n}"].Success), Year(m), today)),
            "end_of_month_name" => DateMention.Sure("end_of", DateMath.EndOfMonth(MonthDays.First(m, lexicon!.Words, context))),
            "end_of" => MonthDays.EndOf(m, today),
            "last_working_day" => DateMention.Sure(rule, MonthDays.LastWorkingDay(MonthDays.First(m, lexicon!.Words, context), context)),
            "first_working_day" => MonthDays.FirstWorkingDay(m, lexicon!.Words, context),
            "nth_weekday" => MonthDays.NthWeekday(m, lexicon!.Words, context),
            "month_then_day" => MonthDays.OfNextMonth(Int(m, "d"), context),
            "day_of_month" or "day_word" => MonthDays.DayOfMonth(rule, m, folded, lexicon!, context),
            "days_of_month" => MonthDays.DaysOfMonth(m, folded, context),
            "tomorrow" => IsGreetingOrThisMorning(m, folded) ? null : DateMention.Sure(rule, today.AddDays(1)),
            "after_tomorrow" => DateMention.Sure(rule, today.AddDays(2)),
            "yesterday" => DateMention.Sure(rule, today.AddDays(-1)),
            "today" or "day_end" => DateMention.Sure(rule, today),
            _ => WeekDays.Resolve(rule, m, folded, lexicon!, context),
        };
    }

    private static DateMention Numeric(Match m, DateWords? words, DateContext context)
    {
        var (a, b, year) = (Int(m, "a"), Int(m, "b"), Year(m));
        DateOnly? Day(int day, int month) => year is { } y ? DateMath.Day(y, month, day) : DateMath.Yearless(month, day, context);
        var (dayFirst, monthFirst) = (Day(a, b), Day(b, a));
        var order = context.Order == DateOrder.Either ? DateOrder.Unknown : context.Order != DateOrder.Unknown ? context.Order : m.Value.Contains('.', StringComparison.Ordinal) ? DateOrder.DayFirst : words?.Order ?? DateOrder.Unknown;
        // A locale whose order gives no day of the calendar was not the order of this writer.
        if (order == DateOrder.DayFirst && dayFirst is not null || order == DateOrder.MonthFirst && monthFirst is null) return Checked("numeric", dayFirst, m, words);
        if (order == DateOrder.MonthFirst || dayFirst is null) return Checked("numeric", monthFirst, m, words);
        if (a == b || monthFirst is null) return Checked("numeric", dayFirst, m, words);
        return ByWeekday(m, words, dayFirst.Value, monthFirst.Value) is { } one
            ? DateMention.Sure("numeric", one) : DateMention.Unclear("numeric", DateDoubt.DayOrMonth, dayFirst.Value, monthFirst.Value);
    }

    // "Friday 05/06" can be only one of the two when the other is no Friday.
    private static DateOnly? ByWeekday(Match m, DateWords? words, DateOnly left, DateOnly right)
    {
        if (words is null || !m.Groups["wd"].Success) return null;
        var weekday = WeekdayOf(m, words);
        return (DateMath.Weekday(left) == weekday, DateMath.Weekday(right) == weekday) switch { (true, false) => left, (false, true) => right, _ => null };
    }

    private static DateMention? Named(string rule, Match m, DateLexicon lexicon, string folded, DateContext context)
    {
        var day = m.Groups["dw"] is { Success: true } name ? lexicon.Numbers.Day(name.Value) is > 0 and var ordinal ? ordinal : lexicon.Numbers.Count(name.Value) : Int(m, "d");
        var (month, year) = (MonthOf(m, lexicon.Words), Year(m));
        // "20 March 26 invoices": a number of things is no year.
        if (m.Groups["y"] is { Success: true, Length: 2 } two && CountedThings.Follow(folded, two.Index + two.Length)) return null;
        DateOnly? On(int d) => year is { } y ? DateMath.Day(y, month, d) : DateMath.Yearless(month, d, context);
        if (!m.Groups["d1"].Success) return Checked(rule, On(day), m, lexicon.Words);
        return On(Int(m, "d1")) is { } from && On(day) is { } to ? DateRanges.Of(from, to, m.Groups["join"].Value, folded, m.Index, m.Index + m.Length) : DateMention.Unclear(rule, DateDoubt.NoSuchDay);
    }

    private static bool IsGreetingOrThisMorning(Match m, string folded) =>
        GreetingBefore.IsMatch(folded.AsSpan(Math.Max(0, m.Index - 12), m.Index - Math.Max(0, m.Index - 12)));

    private static readonly Regex GreetingBefore = new(@"(?:guten|goede|heute|esta|gestern|por la|de la|jeden|dieser)\s+$", RegexOptions.CultureInvariant, PatternTime.Limit);

    private static DateMention Checked(string rule, DateOnly? value, Match m, DateWords? words) =>
        value is { } day && words is not null && m.Groups["wd"].Success && DateMath.Weekday(day) != WeekdayOf(m, words)
            ? DateMention.Unclear(rule, DateDoubt.WeekdayDisagrees, day) : DateMention.Of(rule, value);

    internal static int? Year(Match m) => DateMath.Year(m.Groups["y"].Value);
    internal static int Int(Match m, string group) => DateReader.Number(m.Groups[group].Value);
    internal static int MonthOf(Match m, DateWords words) => Array.FindIndex(words.Months, w => w.Split('|').Contains(m.Groups["m"].Value)) + 1;
    internal static int WeekdayOf(Match m, DateWords words) => Array.FindIndex(words.Weekdays, w => w.Split('|').Contains(m.Groups["wd"].Value));
}
