using Dunning.Guardrails.Grounding;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G17: a count of days is the number of days an invoice is overdue, reckoned from today and its due date, and that of
/// the invoice the sentence names.
/// </summary>
public static class G17DaysOverdue
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G17", "wrong count of days overdue", "Off by one at midnight is still wrong.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var all = facts.Facts.Invoices.Select(invoice => (decimal)draft.Ledger.DaysOverdue(invoice)).Where(static days => days > 0).ToHashSet();
        foreach (var reading in draft.Readings)
        {
            foreach (var (_, items) in reading.Segments)
            {
                var invoices = G14Pairing.Named(draft.Ledger, items);
                var counts = items.Where(static item => item.Kind == ItemKind.DayCount).ToList();
                for (var i = 0; i < counts.Count; i++)
                {
                    var own = invoices.Count == 1 ? invoices[0] : invoices.Count == counts.Count ? invoices[i] : null;
                    var right = own is null ? counts[i].Values.Any(all.Contains) : counts[i].Values.Contains(draft.Ledger.DaysOverdue(own)) && draft.Ledger.DaysOverdue(own) > 0;
                    if (!right) return reading.Part.Found("G17", Verdict.Block, counts[i].Start, counts[i].Length, "count of days");
                }
            }
        }

        return null;
    }
}
