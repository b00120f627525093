using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G16: every date is a fact, has one reading only (03/05 in English has two), stands beside its own invoice, and
/// agrees with the weekday in front of it. A weekday alone stands for a near date of the facts.
/// </summary>
public static class G16Date
{
    private const int NearDays = 8;

    private static readonly Phrases DueWords = Phrases.Of("""
        due|payable|fallig|faellig|zahlbar|echue|echeance|exigible|vencimiento|vence|vencia|vencida|vencio|scadenza|scaduta|scade|vervaldatum|verviel|vervallen
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
            foreach (var (sentence, items) in reading.Segments)
            {
                var own = G14Pairing.Named(draft.Ledger, items) is [{ } invoice] ? (draft.Ledger.DatesOf(invoice).ToHashSet(), draft.Ledger.DueDatesOf(invoice).ToHashSet()) : ((HashSet<DateOnly>, HashSet<DateOnly>)?)null;
                for (var i = 0; i < items.Count; i++)
                {
                    var before = i > 0 ? items[i - 1] : null;
                    if (Objection(reading.Part, sentence, items[i], before, dates, own) is { } objection)
                        return reading.Part.Found("G16", Verdict.Block, items[i].Start, items[i].Length, objection);
                }

                if (LoneWeekday(reading.Part, items, dates, facts.Facts.Today) is { } weekday)
                    return reading.Part.Found("G16", Verdict.Block, weekday.Start, weekday.Length, "weekday without a date of the facts");
            }
        }

        return null;
    }

    private static string? Objection(Part part, Sentence sentence, Item item, Item? before, HashSet<DateOnly> dates, (HashSet<DateOnly> All, HashSet<DateOnly> Due)? own)
    {
        if (item.Kind == ItemKind.MonthOfYear)
        {
            var (month, year) = MonthAndYear(item.Name);
            return dates.Any(date => date.Month == month && date.Year == year) ? null : "month without a fact";
        }

        if (item.Kind != ItemKind.Date) return null;
        var written = item.Name.AsSpan();
        if (item.Dates.Count == 2 && written.IndexOfAny('/', '-') >= 0) return "day and month could be swapped";
        var readings = item.Dates.Where(dates.Contains).ToList();
        if (readings.Count == 0) return "date without a fact";
        if (own is { } mine)
        {
            if (!readings.Exists(mine.All.Contains)) return "date of another invoice";
            if (SaysDue(part, sentence, item) && !readings.Exists(mine.Due.Contains)) return "not the due date";
        }

        return before is { Kind: ItemKind.Weekday } && item.Start - before.End <= 6 && Values.WeekdayOf(Bare(before.Name)) is { } day &&
            !readings.Exists(date => date.DayOfWeek == day) ? "weekday and date disagree" : null;
    }

    private static bool SaysDue(Part part, Sentence sentence, Item item)
    {
        var before = sentence.Tokens.Where(token => token.Start < item.Start).TakeLast(3).ToArray();
        return before.Length > 0 && DueWords.Find(before) is { } found && part.Clean.Text.IndexOf(',', before[found.Last].Start, item.Start - before[found.Last].Start) < 0;
    }

    private static Item? LoneWeekday(Part part, IReadOnlyList<Item> items, HashSet<DateOnly> dates, DateOnly today)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind != ItemKind.Weekday) continue;
            if (i + 1 < items.Count && items[i + 1].Kind is ItemKind.Date or ItemKind.Weekday && items[i + 1].Start - items[i].End <= 8) continue;
            if (i > 0 && items[i - 1].Kind is ItemKind.Weekday && items[i].Start - items[i - 1].End <= 8) continue;
            var day = Values.WeekdayOf(Bare(items[i].Name));
            if (!dates.Any(date => date.DayOfWeek == day && Math.Abs(date.DayNumber - today.DayNumber) <= NearDays)) return items[i];
        }

        return null;
    }

    private static (int Month, int Year) MonthAndYear(string written)
    {
        var words = written.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return (Values.MonthOf(words[0]), int.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Bare(string weekday) => weekday.Trim();
}
