using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Open items named by their amount ("the 500 EUR invoice") or as the one not named yet ("the other one").</summary>
internal static partial class InvoiceByAmount
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly string[] Languages = ["en", "de"];

    /// <summary>Items whose open amount, whole or without its cents, is written beside the word for an invoice; two of the same amount give none.</summary>
    public static IEnumerable<InvoiceMention> Find(string folded, IReadOnlyList<OpenItemRef> items)
    {
        foreach (Match m in Beside().Matches(folded))
        {
            var currency = Currencies.Of(m.Groups["c"].Value, items);
            var values = Languages.Select(l => AmountReader.Number(m.Groups["n"].Value, l, currency, items)).OfType<decimal>().ToArray();
            var meant = items.Where(i => (currency is null || i.Currency == currency) && values.Any(v => i.Open == v || v == decimal.Truncate(v) && v == decimal.Truncate(i.Open))).Select(i => i.Number).Distinct().Take(2).ToArray();
            var noun = m.Groups["w"];
            if (meant is [var one]) yield return new InvoiceMention(new TextSpan(noun.Index, noun.Length), one, true);
        }
    }

    /// <summary>"The other one" of two, when the text names the first.</summary>
    public static InvoiceMention? Other(string folded, IReadOnlyList<OpenItemRef> items, IReadOnlyList<InvoiceMention> found)
    {
        var numbers = items.Select(i => i.Number).Distinct().ToArray();
        if (numbers.Length != 2 || found.Where(f => f.Known).Select(f => f.Number).Distinct().ToArray() is not [var named]) return null;
        return OtherOne().Match(folded) is { Success: true } m && numbers.FirstOrDefault(n => n != named) is { } other
            ? new InvoiceMention(new TextSpan(m.Index, m.Length), other, true) : null;
    }

    private const string Amount = $@"(?:(?<c>{Currencies.Signs})\s?(?<n>\d[\d.,' ]*\d|\d)|(?<n>\d[\d.,' ]*\d|\d)(?:\s|-)?(?:(?<c>{Currencies.Signs}))?)";
    private const string Noun = "(?<w>invoices?|bills?|rechnung(?:en)?|factures?|facturas?|fattur[ae]|factu(?:ur|ren)|one)";

    [GeneratedRegex($@"\b(?:the|die|der|den|la|le|de|our|your|ihre|unsere)\s{Amount}(?:\s|-){Noun}\b|\b{Noun}\s(?:over|of|for|uber|in hohe von|i\.?h\.?v\.?|de|d'|por|di|da|van|t\.?w\.?v\.?)\s?{Amount}(?:\b|$|\W)", Options, PatternTime.Milliseconds)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:the other (?:one|invoice|bill)|die andere(?: rechnung)?|l'autre(?: facture)?|la otra(?: factura)?|l'altra(?: fattura)?|de andere(?: factuur)?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex OtherOne();
}
