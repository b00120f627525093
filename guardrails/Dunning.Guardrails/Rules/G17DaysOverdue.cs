using Dunning.Guardrails.Grounding;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G17: a count of days is the number of days an invoice is overdue, reckoned from today and its due date, and that of
/// the invoice it stands beside; or a term of payment, or the days since a payment, where the words say so.
/// </summary>
public static class G17DaysOverdue
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G17", "wrong count of days overdue", "Off by one at midnight is still wrong.", Verdict.Block, Judge)
    {
        Vocabulary = Spans.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var ledger = draft.Ledger;
        var spans = new Spans(ledger, facts.Facts);
        foreach (var reading in draft.Readings)
        {
            for (var i = 0; i < reading.Segments.Count; i++)
            {
                var (sentence, items) = reading.Segments[i];
                List<Item> counts = [.. items.Where(static item => item.Kind == ItemKind.DayCount)];
                var pairing = new Pairing((count, number) => Belongs(ledger, spans, sentence, count, number));
                var wrong = counts.Find(count => !spans.AreDays(count, sentence, null)) ?? pairing.Misplaced(Topics.With(reading, i, ledger, counts), item => G14Pairing.InvoiceOf(ledger, item));
                if (wrong is not null) return reading.Part.Found("G17", Verdict.Block, wrong.Start, wrong.Length, "count of days");
            }
        }

        return null;
    }

    private static bool Belongs(Ledger ledger, Spans spans, Text.Sentence sentence, Item count, string number)
    {
        var lines = ledger.Lines(number).ToList();
        return lines.Count == 0 || spans.AreDays(count, sentence, lines);
    }
}
