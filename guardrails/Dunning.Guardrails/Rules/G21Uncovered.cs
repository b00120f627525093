using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G21: nothing numeric is left over. Every digit belongs to a value that was read back, spans other than days overdue
/// are no facts, counts of invoices are right, and numbers in words do not stand beside money, percent, time or
/// instalments.
/// </summary>
public static class G21Uncovered
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G21", "digit or number word without a fact", "What cannot be checked cannot be sent.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = NumberWords.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var spans = new Spans(draft.Ledger, facts.Facts);
        Finding? doubt = null;
        foreach (var reading in draft.Readings)
        {
            foreach (var item in reading.Items)
            {
                if (Objection(draft, reading, item, spans, facts) is not { } objection) continue;
                var finding = reading.Part.Found("G21", objection.Severity, item.Start, item.Length, objection.Why);
                if (finding.Severity == Verdict.Block) return finding;
                if (doubt is null || doubt.Severity < finding.Severity) doubt = finding;
            }

            for (var i = 0; i < reading.Segments.Count; i++)
            {
                var near = Near(draft.Ledger, reading, i);
                if (NumberWords.Find(reading.Segments[i].Sentence, facts.Facts.Language, value => IsCount(value, facts) || near.Contains((int)value), (value, unit, start) => IsSpan(draft.Ledger, spans, value, unit, facts, reading.Segments[i], start)) is { } words)
                    return reading.Part.Found("G21", Verdict.Block, words.Start, words.Length, "number in words");
            }
        }

        return doubt;
    }

    private static (Verdict Severity, string Why)? Objection(Draft draft, Reading reading, Item item, Spans spans, SendFacts facts) => item.Kind switch
    {
        ItemKind.UnknownNumber when !G18UnknownNumber.LooksLikeNumber(reading.Part, item) && !IsYear(draft.Ledger, item) => (Verdict.Block, "number without a fact"),
        ItemKind.Duration when Spans.IsHour(item.Name) => (Verdict.Hold, "hours without a fact"),
        ItemKind.Duration when !item.Values.Any(value => spans.AreWeeksOrMonths(value, item.Name, SegmentOf(reading, item).Sentence, item.Start, G14Pairing.Named(draft.Ledger, SegmentOf(reading, item).Items ?? []))) => (Verdict.Block, "span of time without a fact"),
        ItemKind.Time => (Verdict.Hold, "time of day without a fact"),
        // An address in a signature is no figure of the account: a person who reads it first decides, and is told.
        ItemKind.Street => (draft.Level >= Core.Autonomy.AutonomyLevel.AutoVeto ? Verdict.Hold : Verdict.Pass, "postal address that is not in the facts"),
        ItemKind.Count when !item.Values.Any(value => IsCount(value, facts) || IsRest(value, reading, facts) || IsNamed(draft.Ledger, reading, item, value)) => (Verdict.Block, "wrong count"),
        _ => null,
    };

    private static (Text.Sentence? Sentence, IReadOnlyList<Item>? Items) SegmentOf(Reading reading, Item item) => reading.Segments.FirstOrDefault(segment => segment.Items.Contains(item));

    // A bare year in which something of the account happened.
    private static bool IsYear(Ledger ledger, Item item) =>
        item.Name.Length == 4 && int.TryParse(item.Name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && ledger.Dates().Any(date => date.Year == year);

    private static bool IsSpan(Ledger ledger, Spans spans, decimal value, string unit, SendFacts facts, (Text.Sentence Sentence, IReadOnlyList<Item> Items) segment, int start)
    {
        var named = G14Pairing.Named(ledger, segment.Items);
        return spans.AreWeeksOrMonths(value, unit, segment.Sentence, start, named) ||
            (Reading.IsDays($"2 {unit}") && !Spans.LiesAhead(segment.Sentence, start) && (named.Count > 0 ? named : facts.Facts.Invoices).Any(invoice => ledger.DaysOverdue(invoice) == value));
    }

    // How many invoices a segment names, it and the one before it, it and the one behind it.
    private static HashSet<int> Near(Ledger ledger, Reading reading, int segment)
    {
        HashSet<int> counts = [];
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(segment, segment), (segment - 1, segment - 1), (segment + 1, segment + 1)])
        {
            if (from < 0 || to >= reading.Segments.Count) continue;
            var count = reading.Segments[from].Items.Select(item => G14Pairing.InvoiceOf(ledger, item)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (count > 1) counts.Add(count);
        }

        return counts;
    }

    private static bool IsNamed(Ledger ledger, Reading reading, Item item, decimal value)
    {
        for (var i = 0; i < reading.Segments.Count; i++)
        {
            if (reading.Segments[i].Items.Contains(item)) return Near(ledger, reading, i).Contains((int)value);
        }

        return false;
    }

    private static bool IsCount(decimal value, SendFacts facts) =>
        value == facts.Facts.Invoices.Count || value == facts.Facts.Attachments.Count || value == facts.Facts.DisputedInvoices.Count;

    // "INV-1, INV-2 and 3 more": with those named it makes the whole.
    private static bool IsRest(decimal value, Reading reading, SendFacts facts)
    {
        IReadOnlyList<string>[] groups = [[.. facts.Facts.Invoices.Select(static invoice => invoice.Number)], facts.Facts.Attachments, facts.Facts.DisputedInvoices];
        var named = reading.Items.Where(static item => item.Kind == ItemKind.Known).Select(static item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return value > 0 && groups.Any(group => group.Count(named.Contains) is > 0 and var count && count + value == group.Count);
    }
}
