using Dunning.Core.Correspondence;
using Dunning.Guardrails.Grounding;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G15: a total is the total. The amount a word such as "total" speaks of must be a sum of the account, or of the
/// invoices named just before; and when invoices are listed with their amounts the list must add up to it, before or
/// after credits.
/// </summary>
public static class G15Total
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G15", "total that is not the sum of its lines", "A reader adds up; a total that does not fit costs trust.", Verdict.Block, Judge)
    {
        Vocabulary = TotalWords.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            var sums = new Sums(draft.Ledger, facts.Facts, reading);
            var listed = Listed(facts.Facts, reading);
            for (var i = 0; i < reading.Segments.Count; i++)
            {
                foreach (var item in sums.Bound(i))
                {
                    var objection = !IsSum(draft.Ledger, reading, sums, i, item) ? "this is not the total" : DoesNotAddUp(item, listed, facts) ? "the lines do not add up to it" : null;
                    if (objection is not null) return reading.Part.Found("G15", Verdict.Block, item.Start, item.Length, objection);
                }
            }
        }

        return null;
    }

    // "The total of invoice INV-1 is …" speaks of that invoice, as long as the mail has no other to add.
    private static bool IsSum(Ledger ledger, Reading reading, Sums sums, int segment, Item item)
    {
        if (item.Values.Any(sums.Allowed(segment, item).Contains) || item.Values.Any(sums.Derived().Contains)) return true;
        var named = G14Pairing.Named(ledger, reading.Items);
        return named is [var invoice] && item.Values.Any(ledger.AmountsOf(invoice).Contains);
    }

    private static bool DoesNotAddUp(Item item, IReadOnlyList<decimal> listed, SendFacts facts)
    {
        var set = facts.Facts;
        if (!item.Values.Contains(set.TotalOverdue) && !item.Values.Contains(set.AmountDue.Amount)) return false;
        if (set.Invoices.Count > 0 && set.Invoices.Sum(static invoice => invoice.Open) != set.TotalOverdue) return true;
        return listed.Count > 1 && listed.Sum() != set.TotalOverdue;
    }

    // One line per invoice, or per instalment of one, in any order of columns.
    private static IReadOnlyList<decimal> Listed(FactSet facts, Reading reading)
    {
        var text = reading.Part.Clean.Text;
        var amounts = new List<decimal>();
        foreach (var (sentence, items) in reading.Segments)
        {
            var named = items.Where(static item => item.Kind == ItemKind.Known).Select(static item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var lines = facts.Invoices.Where(invoice => named.Contains(invoice.Number.Trim())).ToList();
            if (lines.Select(static line => line.Number).Distinct(StringComparer.OrdinalIgnoreCase).Count() != 1 || !IsRow(text.AsSpan(sentence.Start, sentence.Length), lines[0].Number)) continue;
            var line = lines.Find(candidate => items.Any(item => item.Kind == ItemKind.Money && item.Values.Contains(candidate.Open)));
            if (line is not null) amounts.Add(line.Open);
        }

        return amounts;
    }

    private static bool IsRow(ReadOnlySpan<char> written, string number)
    {
        var row = written.Trim();
        return !row.IsEmpty && (row[0] is '-' or '*' or '\u2022' or '\u2013' or '|' || char.IsAsciiDigit(row[0]) || row.Contains('|') || row.StartsWith(number, StringComparison.OrdinalIgnoreCase) && !row.EndsWith("."));
    }
}
