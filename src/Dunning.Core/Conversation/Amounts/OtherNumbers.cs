using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>Blanks out numbers that are never amounts: bank accounts, telephone and document numbers, dates with a year.</summary>
internal static partial class OtherNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>The text with such numbers replaced one character for one, so that positions stay.</summary>
    public static string Mask(string folded)
    {
        folded = Blank(Iban().Replace(folded, Underscores), Phone());
        return Blank(Blank(folded, Date()), Document());
    }

    private static string Blank(string text, Regex pattern) => pattern.Replace(text, Underscores);

    private static string Underscores(Match m) => m.Groups["x"] is { Success: true } x
        ? string.Concat(m.Value.AsSpan(0, x.Index - m.Index), new string('_', x.Length), m.Value.AsSpan(x.Index - m.Index + x.Length))
        : new string('_', m.Length);

    [GeneratedRegex(@"\b(?<x>[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){3,7}(?:\s?[a-z0-9]{1,3})?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<x>(?:\+|\b00)\d[\d\s()/.-]{6,22}\d)\b|\b(?:tel(?:efon|ephone|efono)?|phone|fax|mobile?|mobil|handy|movil|cell(?:ulare)?|portable|gsm)\b\.?:?\s*(?<x>[\d+(][\d\s()/.-]{5,22}\d)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?<x>\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d|20\d\d-\d{1,2}-\d{1,2})\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Date();

    // A labelled number, or one with letters or strokes in it; "invoice 500 EUR" without a number keeps its amount when a
    // currency stands before it only.
    [GeneratedRegex(@"\b(?:invoices?|inv|rechnung(?:en|s)?(?:s?nummer|snr)?|rg|factures?|facturas?|fatture?|fattura|factuur|facturen|order|po|bestellung|auftrag|commande|pedido|ordine|bestelling|customer|kunden(?:nummer|nr)?|client|cliente|klant|account|konto|ref|reference|referenz|vat|ust)\b\.?\s*(?:(?:no|nr|number|nummer|num|numero|n|id)\b\.?|n?[°º]|#)?:?\s*#?\s?(?<x>[a-z]{0,6}[-/]?\d{3,}[\w/-]*)|\b(?<x>[a-z]{1,6}[-/]?\d{3,}[\w/-]*|\d+[/-]\d{3,}[\w/-]*)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Document();
}
