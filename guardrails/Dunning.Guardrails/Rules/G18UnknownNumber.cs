using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G18: a number that looks like an invoice, order or customer number is one of this account. Letters mixed with
/// digits always look like one; bare digits do behind a word such as "invoice".
/// </summary>
public static class G18UnknownNumber
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "invoice", "invoices", "inv", "no", "nr", "number", "numbers", "ref", "reference", "order", "po", "customer", "account", "rechnung", "rechnungen", "rechnungsnummer",
        "rechnungsnr", "kundennummer", "kundennr", "bestellung", "auftrag", "nummer", "konto", "facture", "factures", "numero", "n", "commande", "client", "compte", "factura",
        "facturas", "pedido", "cliente", "cuenta", "fattura", "fatture", "ordine", "conto", "factuur", "facturen", "factuurnummer", "klantnummer", "bestelling", "rekening",
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G18", "unknown or foreign invoice number", "It is another case's, or it is made up.", Verdict.Block, Judge)
    {
        Vocabulary = string.Join('|', Before),
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            foreach (var item in reading.Items)
            {
                if (item.Kind == ItemKind.UnknownNumber && LooksLikeNumber(reading.Part, item))
                    return reading.Part.Found("G18", Verdict.Block, item.Start, item.Length, "unknown number");
            }

            if (Twice(reading) is { } again) return reading.Part.Found("G18", Verdict.Block, again.Start, again.Length, "the same number twice in one list");
        }

        return null;
    }

    // "INV-1 and INV-1" was meant to be two numbers, and one of them is wrong.
    private static Item? Twice(Reading reading)
    {
        Item? last = null;
        foreach (var item in reading.Items.Where(static item => item.Kind == ItemKind.Known).OrderBy(static item => item.Start))
        {
            if (last is not null && item.Start > last.End && string.Equals(item.Name, last.Name, StringComparison.OrdinalIgnoreCase) && item.Name.Any(char.IsAsciiDigit) && IsListed(reading.Part.Clean.Text[last.End..item.Start]))
                return item;
            last = item;
        }

        return null;
    }

    private static bool IsListed(string between) => between is ", " || (between.Length is >= 3 and <= 5 && between[0] == ' ' && between[^1] == ' ' && (between[1] == '&' || between.Trim().All(char.IsLetter)));

    /// <summary>Whether an unexplained number reads as an identifier rather than as a quantity.</summary>
    public static bool LooksLikeNumber(Part part, Item item)
    {
        if (item.Name.Any(char.IsLetter)) return true;
        var sentence = part.Sentences.FirstOrDefault(each => item.Start >= each.Start && item.Start < each.Start + each.Length);
        return sentence is not null && sentence.Tokens.Where(token => token.Start < item.Start).TakeLast(2).Any(static token => Before.Contains(token.Word));
    }
}
