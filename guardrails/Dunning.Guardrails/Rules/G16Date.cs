using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G16: every date is a fact, has one reading only (03/05 in English has two, unless another date of the mail shows
/// the order), stands beside its own invoice or payment, and agrees with the weekday beside it. A weekday alone stands
/// for a near date of the facts.
/// </summary>
public static class G16Date
{
    private const int NearDays = 8;
    private const int WeekdayGap = 8;
    private const int ListGap = 22;

    private static readonly Phrases DueWords = Phrases.Of("""
        due|payable|maturity|fallig|faellig|falligkeit|faelligkeit|zahlbar|echue|echues|echu|echus|echeance|exigible|exigibles|vencimiento|vencimientos|vence|vencia|vencian|vencida|vencidas|vencido|vencidos|vencio|vencieron|vto|vcto
        scadenza|scadenze|scaduta|scadute|scaduto|scaduti|scade|scadeva|scad|vervaldatum|vervaldag|verviel|vervallen|vervalt
        """);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G16", "date that is no fact, ambiguous, or of another invoice", "A wrong date makes a claim wrong and a promise worthless.", Verdict.Block, Judge)
    {
        Vocabulary = DueWords.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var dates = draft.Ledger.Dates().ToHashSet();
        foreach (var reading in draft.Readings)
        {
            var order = DateOrder.Shown(reading.Items);
            for (var i = 0; i < reading.Segments.Count; i++)
            {
                var (_, items) = reading.Segments[i];
                for (var at = 0; at < items.Count; at++)
                {
                    if (Objection(items, at, dates, order) is { } objection) return reading.Part.Found("G16", Verdict.Block, items[at].Start, items[at].Length, objection);
                }

                if (LoneWeekday(items, dates, facts.Facts.Today) is { } weekday)
                    return reading.Part.Found("G16", Verdict.Block, weekday.Start, weekday.Length, "weekday without a date of the facts");
                if (Elsewhere(draft.Ledger, reading, i) is { } date) return reading.Part.Found("G16", Verdict.Block, date.Start, date.Length, "date of another invoice or payment");
            }
        }

        return null;
    }

    private static string? Objection(IReadOnlyList<Item> items, int at, HashSet<DateOnly> dates, DateOrder order)
    {
        var item = items[at];
        if (item.Kind == ItemKind.MonthOfYear)
        {
            var (month, year) = MonthAndYear(item.Name);
            return dates.Any(date => date.Month == month && date.Year == year) ? null : "month without a fact";
        }

        if (item.Kind != ItemKind.Date) return null;
        var possible = order.Readings(item);
        if (possible.Count == 2 && item.Name.AsSpan().IndexOfAny('/', '-') >= 0) return "day and month could be swapped";
        var readings = possible.Where(dates.Contains).ToList();
        if (readings.Count == 0) return "date without a fact";
        return WeekdayBeside(items, at) is { } day && !readings.Exists(date => date.DayOfWeek == day) ? "weekday and date disagree" : null;
    }

    // "Thursday, 5 March" and "5 March (Thursday)".
    private static DayOfWeek? WeekdayBeside(IReadOnlyList<Item> items, int at)
    {
        if (at > 0 && items[at - 1] is { Kind: ItemKind.Weekday } before && items[at].Start - before.End <= WeekdayGap) return Values.WeekdayOf(before.Name);
        return at + 1 < items.Count && items[at + 1] is { Kind: ItemKind.Weekday } after && after.Start - items[at].End <= 2 ? Values.WeekdayOf(after.Name) : null;
    }

    private static Item? Elsewhere(Ledger ledger, Reading reading, int segment)
    {
        var items = reading.Segments[segment].Items;
        var named = items.Any(item => G14Pairing.InvoiceOf(ledger, item) is not null);
        List<Item> found = [.. items.Where(item => item.Kind == ItemKind.Date && (named || SaysDue(reading, segment, item)))];
        if (found.Count == 0) return Settlements.WrongDay(reading, segment, ledger, static _ => false);
        if (!named) found = [.. items.Where(item => item.Kind == ItemKind.Date && item.Dates.Any(ledger.IsDueDate))];
        var pairing = new Pairing((date, number) => Belongs(ledger, date, number, SaysDue(reading, segment, date)));
        return pairing.Misplaced(Topics.With(reading, segment, ledger, found), item => G14Pairing.InvoiceOf(ledger, item))
            ?? Settlements.WrongDay(reading, segment, ledger, date => SaysDue(reading, segment, date));
    }

    private static bool Belongs(Ledger ledger, Item date, string number, bool due)
    {
        var lines = ledger.Lines(number).ToList();
        return lines.Count == 0 || date.Dates.Any(day => lines.Exists(line => (due ? ledger.DueDatesOf(line) : ledger.DatesOf(line)).Contains(day)));
    }

    // "due on 5 March and on 9 March": the second leaves the word to the first.
    private static bool SaysDue(Reading reading, int segment, Item item)
    {
        var (sentence, items) = reading.Segments[segment];
        if (SaysDue(reading.Part, sentence, item)) return true;
        var before = items.LastOrDefault(other => other.Start < item.Start);
        return before is { Kind: ItemKind.Date } && item.Start - before.End <= ListGap && SaysDue(reading.Part, sentence, before) &&
            !reading.Part.Clean.Text.AsSpan(before.End, item.Start - before.End).Contains('\n');
    }

    private static bool SaysDue(Part part, Sentence sentence, Item item)
    {
        var before = sentence.Tokens.Where(token => token.Start < item.Start).TakeLast(3).ToArray();
        return before.Length > 0 && DueWords.Find(before) is { } found && part.Clean.Text.IndexOf(',', before[found.Last].Start, item.Start - before[found.Last].Start) < 0;
    }

    private static Item? LoneWeekday(IReadOnlyList<Item> items, HashSet<DateOnly> dates, DateOnly today)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind != ItemKind.Weekday) continue;
            if (i + 1 < items.Count && items[i + 1].Kind is ItemKind.Date or ItemKind.Weekday && items[i + 1].Start - items[i].End <= WeekdayGap) continue;
            if (i > 0 && items[i - 1].Kind is ItemKind.Weekday && items[i].Start - items[i - 1].End <= WeekdayGap) continue;
            if (i > 0 && items[i - 1].Kind is ItemKind.Date && items[i].Start - items[i - 1].End <= 2) continue;
            var day = Values.WeekdayOf(items[i].Name);
            if (!dates.Any(date => date.DayOfWeek == day && Math.Abs(date.DayNumber - today.DayNumber) <= NearDays)) return items[i];
        }

        return null;
    }

    private static (int Month, int Year) MonthAndYear(string written)
    {
        var words = written.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return (Values.MonthOf(words[0]), int.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
