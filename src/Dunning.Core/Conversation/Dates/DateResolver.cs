using System.Text.RegularExpressions;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Turns one match into a day.</summary>
internal static class DateResolver
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static DateMention? Resolve(string rule, Match m, string folded, DateWords? words, DateContext context)
    {
        var today = context.Today;
        return rule switch
        {
            "iso" => Of(rule, DateMath.Day(Int(m, "y"), Int(m, "m"), Int(m, "d"))),
            "numeric" => Numeric(m, words, context),
            "part" or "unclear" => Unclear(rule),
            "end_of_month_name" => EndOfNamedMonth(m, words!, context),
            "day_month" or "month_day" => Named(rule, m, words!, context),
            "end_of" => EndOf(m, today),
            "weekday_next_week" => Sure(rule, DateMath.Monday(today).AddDays(7 + WeekdayOf(m, words!))),
            "weekday" => Weekday(m, words!, context),
            "ago" => Shifted(rule, m, words!, context, -1),
            "within" => CountsFromElsewhere(m, folded, words!) ? Unclear(rule) : Shifted(rule, m, words!, context, 1),
            "after_tomorrow" => Sure(rule, today.AddDays(2)),
            "tomorrow" => IsGreetingOrThisMorning(m, folded) ? null : Sure(rule, today.AddDays(1)),
            "yesterday" => Sure(rule, today.AddDays(-1)),
            "today" => Sure(rule, today),
            "week_number" => WeekNumber(Int(m, "w"), today),
            "day_of_month" => DayOfMonth(m, folded, context),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "unknown date rule"),
        };
    }

    private static DateMention Numeric(Match m, DateWords? words, DateContext context)
    {
        var (a, b, year) = (Int(m, "a"), Int(m, "b"), DateMath.Year(m.Groups["y"].Value));
        DateOnly? Day(int day, int month) => year is { } y ? DateMath.Day(y, month, day) : DateMath.Yearless(month, day, context);
        var (dayFirst, monthFirst) = (Day(a, b), Day(b, a));
        var order = context.Order != DateOrder.Unknown ? context.Order : m.Value.Contains('.', StringComparison.Ordinal) ? DateOrder.DayFirst : words?.Order ?? DateOrder.Unknown;
        var value = order switch
        {
            DateOrder.DayFirst => dayFirst,
            DateOrder.MonthFirst => monthFirst,
            DateOrder.Unknown => a == b || monthFirst is null ? dayFirst : dayFirst is null ? monthFirst : ByWeekday(m, words, dayFirst.Value, monthFirst.Value),
        };
        return Checked("numeric", value, m, words);
    }

    // "Friday 05/06" can be only one of the two when the other is no Friday.
    private static DateOnly? ByWeekday(Match m, DateWords? words, DateOnly left, DateOnly right)
    {
        if (words is null || !m.Groups["wd"].Success) return null;
        var weekday = WeekdayOf(m, words);
        return (DateMath.Weekday(left) == weekday, DateMath.Weekday(right) == weekday) switch { (true, false) => left, (false, true) => right, _ => null };
    }

    private static DateMention Named(string rule, Match m, DateWords words, DateContext context)
    {
        var (day, month, year) = (Int(m, "d"), MonthOf(m, words), DateMath.Year(m.Groups["y"].Value));
        return Checked(rule, year is { } y ? DateMath.Day(y, month, day) : DateMath.Yearless(month, day, context), m, words);
    }

    private static DateMention EndOfNamedMonth(Match m, DateWords words, DateContext context)
    {
        var month = MonthOf(m, words);
        var first = DateMath.Year(m.Groups["y"].Value) is { } y ? DateMath.Day(y, month, 1) : month == context.Today.Month ? new DateOnly(context.Today.Year, month, 1) : DateMath.Yearless(month, 1, context);
        return first is { } day ? Sure("end_of", DateMath.EndOfMonth(day)) : Unclear("end_of");
    }

    private static DateMention EndOf(Match m, DateOnly today)
    {
        var next = m.Groups["next"].Success ? 1 : 0;
        if (m.Groups["week"].Success)
            // Offices end their week on Friday; on the weekend "the end of this week" is gone or a week away.
            return next == 0 && DateMath.Weekday(today) > 4 ? Unclear("end_of") : Sure("end_of", DateMath.Monday(today).AddDays(7 * next + 4));
        if (m.Groups["month"].Success) return Sure("end_of", DateMath.EndOfMonth(new DateOnly(today.Year, today.Month, 1).AddMonths(next)));
        if (m.Groups["quarter"].Success) return Sure("end_of", DateMath.EndOfQuarter(new DateOnly(today.Year, today.Month, 1).AddMonths(3 * next)));
        return Sure("end_of", new DateOnly(today.Year + next, 12, 31));
    }

    private static DateMention Weekday(Match m, DateWords words, DateContext context)
    {
        var (weekday, today) = (WeekdayOf(m, words), context.Today);
        if (m.Groups["last"].Success) return Sure("weekday", DateMath.Nearest(today, weekday, backward: true));
        if (m.Groups["day"] is { Success: true } day)
        {
            // "Friday the 12th": the day of the month decides and the weekday must agree.
            var number = int.Parse(string.Concat(day.Value.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
            var value = NextDay(today, number, context.Backward);
            return value is { } v && DateMath.Weekday(v) == weekday ? Sure("weekday", v) : Unclear("weekday");
        }
        var nearest = DateMath.Nearest(today, weekday, context.Backward);
        if (context.Backward) return Sure("weekday", nearest);
        if (m.Groups["next"].Success)
            return words.NextIsAmbiguous && nearest < DateMath.Monday(today).AddDays(7) ? Unclear("weekday") : Sure("weekday", nearest);
        // Said on a Friday, "on Friday" is today or in a week.
        return DateMath.Weekday(today) == weekday ? Unclear("weekday") : Sure("weekday", nearest);
    }

    private static DateMention Shifted(string rule, Match m, DateWords words, DateContext context, int sign)
    {
        var count = Count(m.Groups["n"].Value, words) * sign;
        if (Math.Abs(count) > 366) return Unclear(rule);
        if (m.Groups["bd"].Success) return sign < 0 ? Unclear(rule) : Sure(rule, DateMath.AddWorkingDays(context.Today, count, context.IsBusinessDay));
        if (m.Groups["weeks"].Success) return Sure(rule, context.Today.AddDays(7 * count));
        return Sure(rule, m.Groups["months"].Success ? context.Today.AddMonths(count) : context.Today.AddDays(count));
    }

    private static DateMention WeekNumber(int week, DateOnly today)
    {
        if (week is < 1 or > 53) return Unclear("week_number");
        var year = System.Globalization.ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue));
        DateOnly Friday(int y) => DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(y, week, DayOfWeek.Friday));
        return Sure("week_number", Friday(year) is var day && day.AddDays(60) < today ? Friday(year + 1) : day);
    }

    private static DateMention? DayOfMonth(Match m, string folded, DateContext context)
    {
        var end = m.Index + m.Length;
        // "le 15 factures", "il 20 %", "the 2nd reminder": a number of things, not a day.
        if (!m.Groups["next"].Success && Regex.IsMatch(folded[end..Math.Min(folded.Length, end + 20)], @"^\s?(?:%|\d|€|eur|mal\b|(?:notice|reminder|request|time|mail|email|attempt|invoice|mahnung|rechnung|quarter|instal?lment|rate|facture|fattura|factura|factuur)s?\b)", Options)) return null;
        var day = Int(m, "d");
        var from = m.Groups["next"].Success ? new DateOnly(context.Today.Year, context.Today.Month, 1).AddMonths(1) : context.Today;
        return day is < 1 or > 31 ? null : NextDay(from, day, context.Backward) is { } value ? Sure("day_of_month", value) : Unclear("day_of_month");
    }

    private static DateOnly? NextDay(DateOnly from, int day, bool backward)
    {
        for (var i = 0; i < 12; i++)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(backward ? -i : i);
            if (DateMath.Day(month.Year, month.Month, day) is { } value && (backward ? value <= from : value >= from)) return value;
        }
        return null;
    }

    private static bool CountsFromElsewhere(Match m, string folded, DateWords words)
    {
        var rest = folded[(m.Index + m.Length)..Math.Min(folded.Length, m.Index + m.Length + 30)];
        return Regex.IsMatch(rest, $@"^\s+(?:{words.CountsFrom})", Options) && !Regex.IsMatch(rest, @"^\s+(?:from|ab|vanaf|a partir de|a compter d')\s*(?:now|today|heute|jetzt|vandaag|nu|hoy|aujourd'hui)", Options);
    }

    private static bool IsGreetingOrThisMorning(Match m, string folded) =>
        Regex.IsMatch(folded[Math.Max(0, m.Index - 12)..m.Index], @"(?:guten|goede|heute|esta|gestern|por la|de la|jeden|dieser)\s+$", Options);

    private static DateMention Checked(string rule, DateOnly? value, Match m, DateWords? words) =>
        value is { } day && words is not null && m.Groups["wd"].Success && DateMath.Weekday(day) != WeekdayOf(m, words) ? Unclear(rule) : Of(rule, value);

    private static DateMention Of(string rule, DateOnly? value) => value is { } day ? Sure(rule, day) : Unclear(rule);
    private static DateMention Sure(string rule, DateOnly value) => new(default, value, false, rule);
    private static DateMention Unclear(string rule) => new(default, null, true, rule);
    private static int Int(Match m, string group) => DateReader.Number(m.Groups[group].Value);
    private static int MonthOf(Match m, DateWords words) => Array.FindIndex(words.Months, w => w.Split('|').Contains(m.Groups["m"].Value)) + 1;
    private static int WeekdayOf(Match m, DateWords words) => Array.FindIndex(words.Weekdays, w => w.Split('|').Contains(m.Groups["wd"].Value));

    private static int Count(string text, DateWords words) => char.IsAsciiDigit(text[0])
        ? DateReader.Number(text) : Array.FindIndex(words.Numbers, w => Regex.IsMatch(text, $"^(?:{w})$", Options)) + 1;
}
