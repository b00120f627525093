using Dunning.Core.Correspondence;
using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G14: the amount beside an invoice is that invoice's. A sentence or line with one invoice may name its amounts; one
/// with as many amounts as invoices is read in order.
/// </summary>
public static class G14Pairing
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G14", "amount beside the wrong invoice", "Two right numbers in the wrong places are still a false claim.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            foreach (var (sentence, items) in reading.Segments)
            {
                if (Wrong(draft, reading.Part, sentence, items) is { } item) return reading.Part.Found("G14", Verdict.Block, item.Start, item.Length, "amount of another invoice");
            }
        }

        return null;
    }

    private static Item? Wrong(Draft draft, Part part, Sentence sentence, IReadOnlyList<Item> items)
    {
        var invoices = Named(draft.Ledger, items);
        var amounts = items.Where(static item => item.Kind == ItemKind.Money).ToList();
        if (invoices.Count == 0 || amounts.Count == 0) return null;
        if (TotalWords.In(sentence))
        {
            var totals = draft.Ledger.Totals().ToHashSet();
            amounts.RemoveAll(amount => amount.Values.Any(totals.Contains));
        }

        if (invoices.Count == 1) return amounts.Find(amount => !Belongs(draft.Ledger, amount, invoices[0]));
        if (invoices.Count != amounts.Count) return null;
        for (var i = 0; i < amounts.Count; i++)
        {
            if (!Belongs(draft.Ledger, amounts[i], invoices[i])) return amounts[i];
        }

        return null;
    }

    /// <summary>The distinct invoices a sentence names, in order.</summary>
    public static List<InvoiceFact> Named(Ledger ledger, IReadOnlyList<Item> items) =>
        [.. items.Where(static item => item.Kind == ItemKind.Known).Select(item => ledger.Invoice(item.Name)).OfType<InvoiceFact>().Distinct()];

    private static bool Belongs(Ledger ledger, Item amount, InvoiceFact invoice) => amount.Values.Any(value => ledger.AmountsOf(invoice).Contains(value));
}
