using Dunning.Core.Correspondence;
using Dunning.Guardrails.Grounding;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G15: a total is the total. An amount in a sentence about a sum must be one of the sums of the account, and when
/// invoices are listed with their amounts the list must add up to it, before or after credits.
/// </summary>
public static class G15Total
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G15", "total that is not the sum of its lines", "A reader adds up; a total that does not fit costs trust.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var totals = draft.Ledger.Totals().ToHashSet();
        foreach (var reading in draft.Readings)
        {
            var listed = Listed(facts.Facts, reading);
            foreach (var (sentence, items) in reading.Segments)
            {
                if (!TotalWords.In(sentence) || G14Pairing.Named(draft.Ledger, items).Count > 0) continue;
                foreach (var item in items)
                {
                    if (item.Kind != ItemKind.Money) continue;
                    var objection = !item.Values.Any(totals.Contains) ? "this is not the total" : DoesNotAddUp(item, listed, facts) ? "the lines do not add up to it" : null;
                    if (objection is not null) return reading.Part.Found("G15", Verdict.Block, item.Start, item.Length, objection);
                }
            }
        }

        return null;
    }

    private static bool DoesNotAddUp(Item item, IReadOnlyList<decimal> listed, SendFacts facts)
    {
        var set = facts.Facts;
        if (!item.Values.Contains(set.TotalOverdue) && !item.Values.Contains(set.AmountDue.Amount)) return false;
        if (set.Invoices.Count > 0 && set.Invoices.Sum(static invoice => invoice.Open) != set.TotalOverdue) return true;
        return listed.Count > 1 && listed.Sum() != set.TotalOverdue;
    }

    // One line per invoice, or per instalment of one: "- number, due date, amount".
    private static IReadOnlyList<decimal> Listed(FactSet facts, Reading reading)
    {
        var text = reading.Part.Clean.Text;
        var amounts = new List<decimal>();
        foreach (var (sentence, items) in reading.Segments)
        {
            var start = text.AsSpan(sentence.Start, sentence.Length).TrimStart();
            if (start.IsEmpty || start[0] is not ('-' or '*' or '\u2022' or '\u2013' or '|') && !char.IsAsciiDigit(start[0])) continue;
            var named = items.Where(static item => item.Kind == ItemKind.Known).Select(static item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var lines = facts.Invoices.Where(invoice => named.Contains(invoice.Number.Trim())).ToList();
            if (lines.Select(static line => line.Number).Distinct(StringComparer.OrdinalIgnoreCase).Count() != 1) continue;
            var line = lines.Find(candidate => items.Any(item => item.Kind == ItemKind.Money && item.Values.Contains(candidate.Open)));
            if (line is not null) amounts.Add(line.Open);
        }

        return amounts;
    }
}
