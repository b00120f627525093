using Dunning.Core.Correspondence;
using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G14: the amount beside an invoice is that invoice's, in whatever order a sentence or a row of a table puts them;
/// and an amount beside a due date or a count of days, with no number named, is of one and the same invoice as that.
/// </summary>
public static class G14Pairing
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G14", "amount beside the wrong invoice", "Two right numbers in the wrong places are still a false claim.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var ledger = draft.Ledger;
        var pairing = new Pairing((amount, number) => Belongs(ledger, amount, number));
        foreach (var reading in draft.Readings)
        {
            var sums = new Sums(ledger, facts.Facts, reading);
            for (var i = 0; i < reading.Segments.Count; i++)
            {
                var amounts = Amounts(reading, i, sums, ledger);
                var wrong = pairing.Misplaced(Topics.With(reading, i, ledger, amounts), item => InvoiceOf(ledger, item)) ?? Tuples.Wrong(reading, i, ledger, amounts);
                if (wrong is not null) return reading.Part.Found("G14", Verdict.Block, wrong.Start, wrong.Length, "amount of another invoice");
            }
        }

        return null;
    }

    /// <summary>The distinct invoices a sentence names, in order.</summary>
    public static List<InvoiceFact> Named(Ledger ledger, IReadOnlyList<Item> items) =>
        [.. items.Where(static item => item.Kind == ItemKind.Known).Select(item => ledger.Invoice(item.Name)).OfType<InvoiceFact>().Distinct()];

    /// <summary>The invoice number an item is; null for any other item.</summary>
    internal static string? InvoiceOf(Ledger ledger, Item item) => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name) ? item.Name : null;

    // Sums have no place beside an invoice: those spoken of as such, and the account's behind a list of invoices with their amounts.
    private static List<Item> Amounts(Reading reading, int segment, Sums sums, Ledger ledger)
    {
        var items = reading.Segments[segment].Items;
        var bound = sums.Bound(segment).Where(item => item.Values.Any(sums.Allowed(segment, item).Contains)).ToHashSet();
        List<Item> amounts = [.. items.Where(item => item.Kind == ItemKind.Money && !bound.Contains(item) && !sums.IsStatedSum(segment, item))];
        var named = Named(ledger, items).Count;
        if (named > 1 && amounts.Count > named && !amounts[^1].Values.Any(ledger.IsOpenAmount) && amounts[^1].Values.Any(ledger.IsAccountTotal)) amounts.RemoveAt(amounts.Count - 1);
        return amounts;
    }

    private static bool Belongs(Ledger ledger, Item amount, string number)
    {
        var lines = ledger.Lines(number).ToList();
        return lines.Count == 0 || amount.Values.Any(value => lines.Exists(line => ledger.AmountsOf(line).Contains(value)));
    }
}
