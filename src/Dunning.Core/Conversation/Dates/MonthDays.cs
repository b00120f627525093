using System.Text.RegularExpressions;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Days told by their place in a month, quarter or year.</summary>
internal static class MonthDays
{
    /// <summary>First day of the month a phrase names; without a name this month, or the next where it says so.</summary>
    public static DateOnly First(Match m, DateWords words, DateContext context)
    {
        var today = context.Today;
        if (!m.Groups["m"].Success) return new DateOnly(today.Year, today.Month, 1).AddMonths(m.Groups["next"].Success ? 1 : 0);
        var month = DateResolver.MonthOf(m, words);
        if (DateResolver.Year(m) is { } y) return new DateOnly(Math.Clamp(y, 2000, 2100), month, 1);
        return month == today.Month ? new DateOnly(today.Year, month, 1) : DateMath.Yearless(month, 1, context)!.Value;
    }

    public static DateOnly EndOfNamedQuarter(int quarter, int? year, DateOnly today)
    {
        var end = DateMath.EndOfMonth(new DateOnly(year is >= 2000 and <= 2100 ? year.Value : today.Year, quarter * 3, 1));
        return year is null && end < today ? end.AddYears(1) : end;
    }

    public static DateMention EndOf(Match m, DateOnly today)
    {
        var next = m.Groups["next"].Success ? 1 : 0;
        if (m.Groups["week"].Success)
        {
            // Offices end their week on Friday; on the weekend "the end of this week" is gone or a week away.
            var friday = DateMath.Monday(today).AddDays(7 * next + 4);
            return next == 0 && DateMath.Weekday(today) > 4 ? DateMention.Unclear("end_of", DateDoubt.WhichWeek, today, friday.AddDays(7)) : DateMention.Sure("end_of", friday);
        }
        var first = new DateOnly(today.Year, today.Month, 1);
        if (m.Groups["month"].Success) return DateMention.Sure("end_of", DateMath.EndOfMonth(first.AddMonths(next)));
        if (m.Groups["quarter"].Success) return DateMention.Sure("end_of", DateMath.EndOfQuarter(first.AddMonths(3 * next)));
        return DateMention.Sure("end_of", new DateOnly(today.Year + next, 12, 31));
    }

    public static DateOnly LastWorkingDay(DateOnly first, DateContext context)
    {
        var day = DateMath.EndOfMonth(first);
        while (!context.Works(day) && day.Day > 1) day = day.AddDays(-1);
        return day;
    }

    public static DateMention FirstWorkingDay(Match m, DateWords words, DateContext context)
    {
        var day = First(m, words, context);
        while (!context.Works(day) && day.Day < 28) day = day.AddDays(1);
        // "The first working day of the month", written later in it, is that of the next.
        return day < context.Today && !m.Groups["m"].Success
            ? DateMention.Unclear("first_working_day", DateDoubt.GoneBy, day) : DateMention.Sure("first_working_day", day);
    }

    /// <summary>"The first Monday of April", "the last Friday of the month".</summary>
    public static DateMention NthWeekday(Match m, DateWords words, DateContext context)
    {
        var (first, weekday) = (First(m, words, context), DateResolver.WeekdayOf(m, words));
        var nth = Enumerable.Range(0, 5).First(n => m.Groups[$"n{n}"].Success);
        var day = nth == 4 ? DateMath.EndOfMonth(first) is var end ? end.AddDays(-((DateMath.Weekday(end) - weekday + 7) % 7)) : end
            : first.AddDays((weekday - DateMath.Weekday(first) + 7) % 7 + 7 * nth);
        return DateMention.Sure("nth_weekday", day);
    }

    public static DateMention OfNextMonth(int day, DateContext context)
    {
        var month = new DateOnly(context.Today.Year, context.Today.Month, 1).AddMonths(1);
        return DateMention.Of("month_then_day", DateMath.Day(month.Year, month.Month, day));
    }

    public static DateMention? DayOfMonth(string rule, Match m, string folded, DateLexicon lexicon, DateContext context)
    {
        var end = m.Index + m.Length;
        var word = m.Groups["dw"] is { Success: true } name ? name.Value : null;
        var day = word is null ? DateResolver.Int(m, "d") : lexicon.Numbers.Day(word);
        // "le 15 factures", "il 20 %", "the 2nd reminder": a number of things, not a day.
        if (!m.Groups["next"].Success && CountedThings.Follow(folded, end)) return null;
        if (word is not null && !CountedThings.Ends(folded, end)) return null;
        if (day is < 1 or > 31) return null;
        if (m.Groups["next"].Success) return OfNextMonth(day, context) with { Rule = rule };
        if (m.Groups["this"].Success)
            return DateMention.Of(rule, DateMath.Day(context.Today.Year, context.Today.Month, day));
        return DateMention.Of(rule, NextDay(context.Today, day, context.Backward));
    }

    /// <summary>"Between the 20th and the 25th"; the days of a month that is not named.</summary>
    public static DateMention? DaysOfMonth(Match m, string folded, DateContext context)
    {
        var (first, last, end) = (DateResolver.Int(m, "d"), DateResolver.Int(m, "d2"), m.Index + m.Length);
        if (first is < 1 or > 31 || last is < 1 or > 31 || CountedThings.Follow(folded, end) || char.IsAsciiDigit(folded[end - 1]) && !CountedThings.Ends(folded, end) || NextDay(context.Today, first, context.Backward) is not { } from) return null;
        return NextDay(from, last, backward: false) is { } to ? DateRanges.Of(from, to, m.Groups["join"].Value, folded, m.Index, end) : null;
    }

    public static DateOnly? NextDay(DateOnly from, int day, bool backward)
    {
        for (var i = 0; i < 12; i++)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(backward ? -i : i);
            if (DateMath.Day(month.Year, month.Month, day) is { } value && (backward ? value <= from : value >= from)) return value;
        }
        return null;
    }
}
