using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>The expressions of one language, in the order in which they claim text.</summary>
internal sealed class DatePatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const string Year = @"(?:,?\s+(?<y>20\d\d)\b|\s?'(?<y>\d\d)\b)?";
    private static readonly ConcurrentDictionary<string, DatePatterns> Known = new(StringComparer.Ordinal);

    public DateLexicon? Lexicon { get; init; }
    public required IReadOnlyList<(string Name, Regex Pattern)> Rules { get; init; }

    public static DatePatterns For(string language) => Known.GetOrAdd(language, static l => Build(l));

    private static DatePatterns Build(string language)
    {
        List<(string, string)> rules = [("iso", @"\b(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})\b")];
        if (DateWords.For(language) is not { } w)
        {
            rules.Add(("numeric", Numeric("")));
            return new DatePatterns { Rules = Compile(rules) };
        }
        var lexicon = new DateLexicon(language, w, DateIdioms.For(language)!, DateNumbers.For(language)!);
        AddFixed(rules, lexicon);
        AddRelative(rules, lexicon);
        return new DatePatterns { Lexicon = lexicon, Rules = Compile(rules) };
    }

    // Days of the calendar, by number, name or their place in a month.
    private static void AddFixed(List<(string, string)> rules, DateLexicon l)
    {
        var (w, i) = (l.Words, l.Idioms);
        var (month, weekday, article) = (Any(w.Months), Any(w.Weekdays), Article(w));
        var wd = $@"(?:\b(?<wd>{weekday})\b\.?,?\s+(?:\(?{article})?)?";
        var ordinal = $@"(?:{w.OrdinalSuffix}|\.)?";
        var of = w.Of.Length == 0 ? "" : $@"(?:(?:{w.Of})\s*)?";
        var earlier = $@"(?:(?<d1>\d{{1,2}}){ordinal}\s?(?<join>-|/|{w.RangeWord})\s?{article})?";
        var year = w.Of.Length == 0 ? Year : $@"(?:,?\s+(?:(?:{w.Of}|del)\s*)?(?<y>20\d\d)\b)?";
        var whichMonth = $@"(?:(?:{i.Joins})\b\s*)*(?:(?:the|this|dieses|diesen|ce|le|este|el|questo|il|deze|de|het|der|des)\s+)?(?:(?<m>{month})\b\.?{year}|(?<next>{i.NextMonth})\b|(?:{w.MonthUnit})\b)";
        var weekNumber = WeekNumber(w);
        rules.Add(("numeric", wd + Numeric(@"|\b(?:am|zum|bis|den|vom|le|il|el|op|on|by|the|entro|voor|au|al|dia|du|dem)\s+(?<a>\d{1,2})[.-](?<b>\d{1,2})(?:[.-](?:\s?(?<y>20\d\d|\d\d)\b)?)?")));
        rules.Add(("terms", @"\b\d{1,3}\s+(?:days?|tagen?|jours?|dias?|giorni|dagen)\s+(?:net\s+|netto\s+)?(?:fin de mois|fin du mois|end of month|month[- ]end|eom|fine mese|fin de mes|einde maand|monatsende|f\.?d\.?m\b|d\.?f\.?f\.?m\b)|\b(?:days?|tage|jours?|dias?|giorni|dagen)\s+(?:from|after|ab|nach|vanaf|na)\s+(?:(?:the|dem)\s+)?(?:month[- ]end|end of (?:the )?month|monatsende|einde maand)\b"));
        rules.Add(("last_working_day", $@"\b(?:{i.LastWorkingDay})\s*{whichMonth}"));
        rules.Add(("first_working_day", $@"\b(?:{i.FirstWorkingDay})\s*{whichMonth}"));
        rules.Add(("nth_weekday", $@"\b(?:{string.Join('|', i.Nth.Select((n, at) => $"(?<n{at}>{n})"))})\s+(?<wd>{Long(w)})\s+{whichMonth}"));
        rules.AddRange(MonthParts.Rules(l.Language, whichMonth));
        rules.Add(("part", $@"\b(?:{w.PartOf})(?:\s+(?:{w.ThisUnit}|{w.NextUnit}|de|di|del|of|des))*\s*(?:{month}|(?:{w.MonthUnit})(?:\s+(?:{w.NextUnitAfter}))?|(?:{w.WeekUnit})(?!\s?\d))\b{Year}"));
        rules.Add(("part", @"\b(?:fin de semana|fine settimana|week-?end)\b"));
        rules.Add(("quarter", $@"\b(?:{w.EndOf})\s*(?:(?:{i.Quarter})\s+)*(?:{string.Join('|', i.Nth.Take(4).Select((n, at) => $"(?<n{at}>{n})"))})\s+(?:{w.QuarterUnit})\b(?:\s+(?<y>20\d\d)\b)?|\b(?:{w.EndOf})\s*(?:(?:{i.Quarter})\s+)*(?:q|t|k|quartal|quarter|trimestre|kwartaal)\s?(?<q>[1-4])\b(?:[\s/]+(?<y>20\d\d)\b)?|\bq(?<q>[1-4])[- ]ende?\b"));
        rules.Add(("end_of_month_name", $@"\b(?:{w.EndOf})\s*(?:{w.Of}\s*)?(?<m>{month})\b\.?{year}"));
        rules.Add(("month_then_day", $@"\b(?:{i.NextMonth})\s*[,:(-]?\s*(?:(?:{w.DayOfMonth})|{article}(?<d>\d{{1,2}})(?:{w.OrdinalSuffix})?\b)"));
        rules.Add(("day_month", $@"{wd}\b{earlier}(?:(?<d>\d{{1,2}}){ordinal}[\s/-]{{0,3}}{of}|(?<dw>{(l.Language == "nl" ? l.Numbers.DayWords + "|" + l.Numbers.CountWords : l.Numbers.DayWords)})\s+{of})(?<m>{month})\b\.?(?:{year}|[\s/-](?<y>[23]\d)\b)"));
        if (w.MonthBeforeDay) rules.Add(("month_day", $@"{wd}\b(?<m>{month})\.?\s+(?:the\s+)?(?:(?:(?<d1>\d{{1,2}})(?:st|nd|rd|th)?\s?(?<join>-|to|and|or)\s?)?(?<d>\d{{1,2}})(?:st|nd|rd|th)?|(?<dw>{l.Numbers.DayWords}))\b{year}"));
        rules.Add(("week_number", $@"(?<end>\b(?:{w.EndOf})\s+(?:(?:of|der|van|de|du|di|della|la)\s+)*){weekNumber}"));
        rules.Add(("end_of", EndOf(w, i)));
    }

    // Days counted from the day of writing.
    private static void AddRelative(List<(string, string)> rules, DateLexicon l)
    {
        var (w, i, article) = (l.Words, l.Idioms, Article(l.Words));
        var day = $@"\b(?<wd>{Any(w.Weekdays)})\b";
        string Or(string before, string behind) => string.Join('|', new[] { before, behind }.Where(p => p.Length > 0));
        rules.Add(("weekday_after_next_week", $@"\b(?:{i.WeekAfterNext})[\s,:(-]+{article}{day}|{day}[\s,(-]+(?:{i.WeekAfterNext})\b"));
        rules.Add(("weekday_next_week", $@"\b(?:{w.NextWeekBefore})[\s,:(-]+(?:(?:on|am|op|le|il|el|op de)\s+)?{article}{day}|{day}[\s,(-]+(?:{w.NextWeekAfter})\b"));
        rules.Add(("weekday_this_week", $@"\b(?:{i.ThisWeekBefore})[\s,:(-]+(?:(?:on|am|op|le|il|el)\s+)?{article}{day}|{day}[\s,(-]+(?:{i.ThisWeekAfter})\b"));
        rules.Add(("weekday_fortnight", $@"{day}\s+(?:{i.FortnightLater})\b"));
        rules.Add(("weekday_week", Or(i.WeekLaterBefore.Length == 0 ? "" : $@"\b(?:{i.WeekLaterBefore})\s+{article}{day}", $@"{day}\s+(?:{i.WeekLater})\b")));
        rules.Add(("weekday_after_next", Or(i.AfterNextWeekday.Length == 0 ? "" : $@"\b(?:{i.AfterNextWeekday})\s+{day}", i.AfterNextBehind.Length == 0 ? "" : $@"{day}\s+(?:{i.AfterNextBehind})\b")));
        var number = $@"(?<n>\d{{1,3}}|{l.Numbers.CountWords})";
        rules.Add(("within", $@"\b{number}\s+(?<weeks>{w.Weeks})\s+(?:from|on|after|ab|nach|vanaf|a partir du|a partir del?|da|a contar del?)\s+{article}{day}"));
        var after = w.NextAfter.Length == 0 ? "" : $@"(?:\s+(?<next>{w.NextAfter})\b)?";
        var lastAfter = w.LastAfter.Length == 0 ? "" : $@"(?:\s+(?<last>{w.LastAfter})\b)?";
        rules.Add(("weekday", $@"(?:\b(?:(?<coming>{w.Coming})|(?<next>{w.Next})|(?<last>{w.Last}))\s+)?\b(?<wd>{Long(w)})(?:ochtend|middag|avond|morgen|vormittag|mittag|nachmittag|abend)?\b{after}{lastAfter}(?:,?\s+(?<day>{DayAlone(w)}))?"));
        if (i.BeforeShortWeekday.Length > 0) rules.Add(("weekday", $@"\b(?:{i.BeforeShortWeekday})\s+(?<wd>{Short(w)})\b\.?"));
        var unit = $@"(?:(?<bd>{w.WorkingDays})|(?<days>{w.Days})|(?<weeks>{w.Weeks})|(?<months>{w.MonthsUnit}))\b";
        var span = $@"(?:(?<n1>\d{{1,3}}|{l.Numbers.CountWords})\s?(?<join>-|{w.RangeWord})\s?)?{number}\s+{unit}";
        rules.Add(("ago", w.AgoBefore.Length > 0 ? $@"\b(?:{w.AgoBefore})\s+{number}\s+{unit}" : $@"\b{number}\s+{unit}\s+(?:{w.AgoAfter})\b"));
        rules.Add(("stretch", $@"\b(?<s>a fortnight|one fortnight)\s+(?:from\s+)?(?<base>today|tomorrow|now)\b|\b(?<s>{l.Numbers.StretchWords})\s+(?:from|ab)\s+(?:now|today|heute|jetzt)\b|\b(?<within>{w.Within})\s+(?:(?:the|den|les|la|der)\s+)?(?<s>{l.Numbers.StretchWords})\b"));
        rules.Add(("within", $@"\b(?<within>{w.Within})\s+(?:the\s+|den\s+|les\s+|de\s+|los\s+)?(?:(?:exactly|precisely|genau|exakt|exactement|precisement|exactamente|esattamente|precisamente|precies|exact)\s+)?(?:(?<roughly>about|around|approx\.?|approximately|roughly|circa|ca\.?|etwa|ungefahr|rund|environ|unos|aproximadamente|ongeveer|zo'n|pakweg)\s+)?{span}|\b{number}\s+{unit}(?:'? time)?\s+from\s+(?:now|today|{day})|\b{number}\s+weeks?\s+on\s+{day}|\b{number}\s+(?<weeks>weeks?)\s+(?<base>today|tomorrow)\b"));
        rules.Add(("days_of_month", $@"\b(?:{w.DayOfMonth})\s?(?<join>-|\b(?:{w.RangeWord})\b)\s?{article}(?<d2>\d{{1,2}})(?:{(w.OrdinalSuffix.Contains('º', StringComparison.Ordinal) ? "" : w.OrdinalSuffix)})"));
        rules.Add(("day_of_month", $@"\b(?:{w.DayOfMonth})(?:{w.OfMonth})"));
        rules.Add(("day_word", $@"\b(?:{DayWordBefore})\s+(?<dw>{l.Numbers.DayWords})\b(?:{w.OfMonth})"));
        rules.Add(("this_week", $@"\b(?:{i.ThisWeek})\b"));
        rules.Add(("next_week", $@"\b(?:{i.NextWeek})\b"));
        rules.Add(("unclear", $@"\b(?:{w.Unclear})\b"));
        rules.Add(("after_tomorrow", $@"\b(?:{w.AfterTomorrow})\b"));
        rules.Add(("tomorrow", $@"\b(?:{w.Tomorrow})\b"));
        rules.Add(("yesterday", $@"\b(?:{w.Yesterday})\b"));
        rules.Add(("today", $@"\b(?:{w.Today})\b"));
        rules.Add(("day_end", $@"\b(?:{i.DayEnd})\b"));
        rules.Add(("week_number", $@"(?<end>\b(?:{w.EndOf})\s+(?:(?:of|der|van|de|du|di|della|la)\s+)?)?{WeekNumber(w)}"));
        rules.Add(("day_of_month", $@"\b(?:{w.DayOfMonth})(?:{w.OfMonth})?"));
        rules.Add(("day_word", $@"\b(?:{DayWordBefore})\s+(?<dw>{l.Numbers.DayWords})\b(?:{w.OfMonth})?"));
    }

    private const string DayWordBefore = "on the|by the|the|(?:am|zum|bis zum) (?:nachsten|kommenden)|am|zum|bis zum|le|au|el|el dia|al|il|entro il|op de|uiterlijk de|voor de|de";

    private static string Article(DateWords w) => $"(?:(?:{w.Article})\\s*)?";

    // Two-letter weekday names stand only beside a date ("Mo 12.06."); alone they are other words ("do", "so", "di").
    private static string Long(DateWords w) => Any([.. w.Weekdays.Select(d => string.Join('|', d.Split('|').Where(x => x.Length > 2)))]);

    // "Zo" and "so" are words of their own even behind a preposition.
    private static string Short(DateWords w) => Any([.. w.Weekdays.SelectMany(d => d.Split('|')).Where(x => x.Length == 2 && x is not ("zo" or "so"))]);

    private static string DayAlone(DateWords w) => $@"(?:(?:{w.Article})\s*)?\d{{1,2}}(?:{w.OrdinalSuffix}|\.)?";

    private static string EndOf(DateWords w, DateIdioms i)
    {
        var unit = $@"(?:(?<week>{w.WeekUnit})|(?<month>{w.MonthUnit})|(?<quarter>{w.QuarterUnit})|(?<year>{w.YearUnit}))";
        var later = w.NextUnitAfter.Length == 0 ? "" : $@"(?:\s+(?<next>{w.NextUnitAfter})\b)?";
        return $@"\b(?:{w.EndOf})\s*(?:(?<next>{w.NextUnit})\s+|(?:{w.ThisUnit})\s*)*{unit}\b{later}|\b(?<month>{w.MonthEnd})\b|\b(?<week>eow|wochenende der arbeitswoche)\b|\b(?<quarter>quartalsende|quarter[- ]end)\b|\b(?<year>jahresende|year[- ]end|eoy)\b|\b(?:{i.RunsOut.Replace("{0}", unit, StringComparison.Ordinal)})\b";
    }

    private static string Numeric(string more) =>
        $@"(?:\b(?<a>\d{{1,2}})\.\s?(?<b>\d{{1,2}})\.(?:\s?(?<y>20\d\d|\d\d)\b)?|\b(?<a>\d{{1,2}})/(?<b>\d{{1,2}})(?:/(?<y>20\d\d|\d\d))?\b|\b(?<a>\d{{1,2}})-(?<b>\d{{1,2}})-(?<y>20\d\d|\d\d)\b{more})";

    // "KW 13-14", "week 13 or 14" are two weeks; a number behind that belongs to a date is none.
    private static string WeekNumber(DateWords w) =>
        $@"\b(?:{w.WeekNumber})\s?(?<w>\d{{1,2}})\b(?:\s?(?<join>-|/|\b(?:{w.RangeWord})\b)\s?(?:(?:{w.WeekNumber})\s?)?(?<w2>\d{{1,2}})\b(?![./-]?\d|\.?\s?[a-z]))?";

    private static string Any(string[] words) => string.Join('|', words);

    private static IReadOnlyList<(string, Regex)> Compile(List<(string Name, string Pattern)> rules) =>
        [.. rules.Select(r => (r.Name, new Regex(r.Pattern, Options, PatternTime.Limit)))];
}
