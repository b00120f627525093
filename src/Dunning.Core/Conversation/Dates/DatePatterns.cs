using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Dunning.Core.Conversation.Dates;

/// <summary>The expressions of one language, in the order in which they claim text.</summary>
internal sealed class DatePatterns
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Year = @"(?:,?\s+(?<y>20\d\d)\b|\s?'(?<y>\d\d)\b)?";
    private static readonly ConcurrentDictionary<string, DatePatterns> Known = new(StringComparer.Ordinal);

    public required DateWords? Words { get; init; }
    public required IReadOnlyList<(string Name, Regex Pattern)> Rules { get; init; }

    public static DatePatterns For(string language) => Known.GetOrAdd(language, static l => Build(DateWords.For(l)));

    private static DatePatterns Build(DateWords? w)
    {
        List<(string, string)> rules = [("iso", @"\b(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})\b")];
        if (w is null)
        {
            rules.Add(("numeric", Numeric("")));
            return new DatePatterns { Words = null, Rules = Compile(rules) };
        }
        var (month, weekday) = (Any(w.Months), Any(w.Weekdays));
        var article = $"(?:(?:{w.Article})\\s*)?";
        var wd = $@"(?:\b(?<wd>{weekday})\b\.?,?\s+(?:\(?{article})?)?";
        var ordinal = $@"(?:{w.OrdinalSuffix}|\.)?";
        var of = w.Of.Length == 0 ? "" : $@"(?:(?:{w.Of})\s*)?";
        var earlier = $@"(?:(?<d1>\d{{1,2}}){ordinal}\s?(?:-|{w.RangeWord})\s?{article})?";
        var year = w.Of.Length == 0 ? Year : $@"(?:,?\s+(?:(?:{w.Of}|del)\s*)?(?<y>20\d\d)\b)?";
        rules.Add(("numeric", wd + Numeric(@"|(?:am|zum|bis|den|vom|le|il|el|op|on|by|the|entro)\s+(?<a>\d{1,2})\.(?<b>\d{1,2})(?:\.(?:\s?(?<y>20\d\d|\d\d)\b)?)?")));
        rules.Add(("part", $@"\b(?:{w.PartOf})(?:\s+(?:{w.ThisUnit}|{w.NextUnit}|de|di|del|of|des))*\s*(?:{month}|(?:{w.MonthUnit})(?:\s+(?:{w.NextUnitAfter}))?|(?:{w.WeekUnit}))\b{Year}"));
        rules.Add(("end_of_month_name", $@"\b(?:{w.EndOf})\s*(?:{w.Of}\s*)?(?<m>{month})\b\.?{year}"));
        rules.Add(("day_month", $@"{wd}\b{earlier}(?<d>\d{{1,2}}){ordinal}\s?{of}(?<m>{month})\b\.?{year}"));
        if (w.MonthBeforeDay) rules.Add(("month_day", $@"{wd}\b(?<m>{month})\.?\s+(?:the\s+)?(?:(?<d1>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|to|and|or)\s?)?(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b{year}"));
        rules.Add(("end_of", EndOf(w)));
        rules.Add(("weekday_next_week", $@"\b(?:{w.NextWeekBefore})\s+(?:{article})?(?<wd>{weekday})\b|\b(?<wd>{weekday})\s+(?:{w.NextWeekAfter})\b"));
        var after = w.NextAfter.Length == 0 ? "" : $@"(?:\s+(?<next>{w.NextAfter})\b)?";
        var lastAfter = w.LastAfter.Length == 0 ? "" : $@"(?:\s+(?<last>{w.LastAfter})\b)?";
        rules.Add(("weekday", $@"(?:\b(?:(?<coming>{w.Coming})|(?<next>{w.Next})|(?<last>{w.Last}))\s+)?\b(?<wd>{Long(w)})\b{after}{lastAfter}(?:\s+(?<day>{DayAlone(w)}))?"));
        var number = $@"(?<n>\d{{1,3}}|{Any(w.Numbers)})";
        var unit = $@"(?:(?<bd>{w.WorkingDays})|(?<days>{w.Days})|(?<weeks>{w.Weeks})|(?<months>{w.MonthsUnit}))\b";
        var span = $@"(?:(?:\d{{1,3}}|{Any(w.Numbers)})\s?(?:-|{w.RangeWord})\s?)?{number}\s+{unit}";
        rules.Add(("ago", w.AgoBefore.Length > 0 ? $@"\b(?:{w.AgoBefore})\s+{number}\s+{unit}" : $@"\b{number}\s+{unit}\s+(?:{w.AgoAfter})\b"));
        rules.Add(("within", $@"\b(?:{w.Within})\s+(?:the\s+|den\s+|les\s+)?{span}|\b{number}\s+{unit}\s+from\s+(?:now|today)"));
        rules.Add(("unclear", $@"\b(?:{w.Unclear})\b"));
        rules.Add(("after_tomorrow", $@"\b(?:{w.AfterTomorrow})\b"));
        rules.Add(("tomorrow", $@"\b(?:{w.Tomorrow})\b"));
        rules.Add(("yesterday", $@"\b(?:{w.Yesterday})\b"));
        rules.Add(("today", $@"\b(?:{w.Today})\b"));
        rules.Add(("week_number", $@"\b(?:{w.WeekNumber})\s?(?<w>\d{{1,2}})\b"));
        rules.Add(("day_of_month", $@"\b{w.DayOfMonth}(?:{w.OfMonth})?"));
        return new DatePatterns { Words = w, Rules = Compile(rules) };
    }

    // Two-letter weekday names stand only beside a date ("Mo 12.06."); alone they are other words ("do", "so", "di").
    private static string Long(DateWords w) => Any([.. w.Weekdays.Select(d => string.Join('|', d.Split('|').Where(x => x.Length > 2)))]);

    private static string DayAlone(DateWords w) => $@"(?:{w.Article})\s*(?:\d{{1,2}})(?:{w.OrdinalSuffix}|\.)?\b|\d{{1,2}}(?:st|nd|rd|th)\b";

    private static string EndOf(DateWords w)
    {
        var unit = $@"(?:(?<week>{w.WeekUnit})|(?<month>{w.MonthUnit})|(?<quarter>{w.QuarterUnit})|(?<year>{w.YearUnit}))";
        var later = w.NextUnitAfter.Length == 0 ? "" : $@"(?:\s+(?<next>{w.NextUnitAfter})\b)?";
        return $@"\b(?:{w.EndOf})\s*(?:(?<next>{w.NextUnit})\s+|(?:{w.ThisUnit})\s*)*{unit}\b{later}|\b(?<month>{w.MonthEnd})\b|\b(?<week>eow|wochenende der arbeitswoche)\b|\b(?<quarter>quartalsende|quarter[- ]end)\b|\b(?<year>jahresende|year[- ]end|eoy)\b";
    }

    private static string Numeric(string more) =>
        $@"(?:\b(?<a>\d{{1,2}})\.\s?(?<b>\d{{1,2}})\.(?:\s?(?<y>20\d\d|\d\d)\b)?|\b(?<a>\d{{1,2}})/(?<b>\d{{1,2}})(?:/(?<y>20\d\d|\d\d))?\b|\b(?<a>\d{{1,2}})-(?<b>\d{{1,2}})-(?<y>20\d\d|\d\d)\b{more})";

    private static string Any(string[] words) => string.Join('|', words);

    private static IReadOnlyList<(string, Regex)> Compile(List<(string Name, string Pattern)> rules) =>
        [.. rules.Select(r => (r.Name, new Regex(r.Pattern, Options)))];
}
