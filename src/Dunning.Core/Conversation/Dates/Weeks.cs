using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Weeks as a whole: one that is named commits to its last working day, "next week" and a part of a week to none.</summary>
internal static partial class Weeks
{
    private const int LooksAround = 24, Longest = 64;

    /// <summary>"KW 13", "the end of week 13", "week 13 or 14".</summary>
    public static DateMention Numbered(Match m, string folded, DateContext context)
    {
        var week = DateResolver.Int(m, "w");
        var last = m.Groups["w2"].Success ? DateResolver.Int(m, "w2") : week;
        if (week is < 1 or > 53 || last is < 1 or > 53 || last < week) return DateMention.Unclear("week_number", DateDoubt.NoSuchDay);
        var (from, to) = (Monday(week, context.Today), Stretch("week_number", Monday(last, context.Today), context));
        if (to.Value is not { } end || m.Groups["end"].Success && last == week) return to;
        var rest = folded.AsSpan(m.Index + m.Length, Math.Min(LooksAround, folded.Length - m.Index - m.Length));
        // "Week 2 of April" is no week of the calendar; "early week 13" is a part of one.
        if (OfMonth().IsMatch(rest) || Part().IsMatch(folded.AsSpan(Math.Max(0, m.Index - LooksAround), Math.Min(LooksAround, m.Index))))
            return DateMention.Unclear("week_number", DateDoubt.Vague, from, end);
        return last == week ? to : DateRanges.Of(from, end, m.Groups["join"].Value, folded, m.Index, m.Index + m.Length) with { Rule = "week_number" };
    }

    /// <summary>"Still this week"; on a weekend it may be the one that ends or the one to come.</summary>
    public static DateMention This(DateContext context)
    {
        var (today, monday) = (context.Today, DateMath.Monday(context.Today));
        if (context.Backward) return DateMention.Unclear("this_week", DateDoubt.Vague);
        return DateMath.Weekday(today) > 4 ? DateMention.Unclear("this_week", DateDoubt.WhichWeek, today, Last(monday.AddDays(7), context)) : Stretch("this_week", monday, context);
    }

    /// <summary>"Next week" without "by the end of".</summary>
    public static DateMention Next(DateContext context) =>
        DateMath.Monday(context.Today).AddDays(7) is var monday ? DateMention.Unclear("next_week", DateDoubt.Vague, monday, Last(monday, context)) : default!;

    /// <summary>The week that begins on a Monday, by its last working day.</summary>
    public static DateMention Stretch(string rule, DateOnly monday, DateContext context) => DateMention.Until(rule, monday, Last(monday, context));

    private static DateOnly Last(DateOnly monday, DateContext context)
    {
        var day = monday.AddDays(4);
        while (day > monday && !context.Works(day)) day = day.AddDays(-1);
        return day;
    }

    // A number without a year is of the coming weeks, unless it has only just gone by.
    private static DateOnly Monday(int week, DateOnly today)
    {
        var year = ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue));
        DateOnly In(int y) => DateOnly.FromDateTime(ISOWeek.ToDateTime(y, week, DayOfWeek.Monday));
        return In(year) is var day && day.AddDays(Longest) < today ? In(year + 1) : day;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s+(?:of|in|im|des|vom|von|du|de|d'|del|di|van|voor)\s*(?:the |le |la |el |il |de |het |mes de |mois de |mese di )?(?:jan|ene|gen|feb|fev|mar|mrt|maa|apr|avr|abr|mai|may|mag|mei|jun|jui|giu|jul|lug|aug|ago|aou|sep|set|oct|okt|ott|nov|dec|dez|dic|month|monat|mois|mes|maand)", Options, PatternTime.Milliseconds)]
    private static partial Regex OfMonth();

    [GeneratedRegex(@"\b(?:early|beginning|start|mid|middle|late|first half|second half|anfang|beginn|mitte|halfte|debut|milieu|mi|principios|comienzos|inicios|mediados|inizio|meta|begin|midden|half|medio)[\s-]+(?:(?:of|in|der|von|de|du|la|di|della|van)\s+)*$", Options, PatternTime.Milliseconds)]
    private static partial Regex Part();
}
