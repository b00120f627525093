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
        Vocabulary = NumberWords.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            foreach (var item in reading.Items)
            {
                var objection = item.Kind switch
                {
                    ItemKind.UnknownNumber when !G18UnknownNumber.LooksLikeNumber(reading.Part, item) => "number without a fact",
                    ItemKind.Duration => "span of time without a fact",
                    ItemKind.Count when !item.Values.Any(value => IsCount(value, facts) || IsRest(value, reading, facts)) => "wrong count",
                    _ => null,
                };
                if (objection is not null) return reading.Part.Found("G21", Verdict.Block, item.Start, item.Length, objection);
            }

            foreach (var sentence in reading.Part.Sentences)
            {
                if (NumberWords.Find(sentence, value => IsCount(value, facts)) is { } words)
                    return reading.Part.Found("G21", Verdict.Block, words.Start, words.Length, "number in words");
            }
        }

        return null;
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
