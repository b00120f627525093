using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>An invoice number found in a text.</summary>
/// <param name="Number">As the ledger writes it when it is an open item, else as written.</param>
/// <param name="Known">It is one of the open items (always true when none were given).</param>
public sealed record InvoiceMention(TextSpan Span, string Number, bool Known);

/// <summary>Finds invoice numbers: against the open items when there are some, else by their shape.</summary>
public static partial class InvoiceReader
{
    private const int ShortestTail = 4;

    /// <summary>Mentions in their order, each number once.</summary>
    public static IReadOnlyList<InvoiceMention> Find(string text, IReadOnlyList<OpenItemRef> openItems)
    {
        List<InvoiceMention> found = [];
        foreach (Match m in Token().Matches(text))
            // "March 2026" ends like INV-2026 and names no invoice.
            if (!(m.Length == 4 && m.Value.StartsWith("20", StringComparison.Ordinal) && !openItems.Any(i => i.Number == m.Value)) && KnownAs(m.Value, openItems) is { } number) Add(found, new InvoiceMention(new TextSpan(m.Index, m.Length), number, true));
        var folded = Folding.Fold(text);
        foreach (Match m in Written().Matches(folded))
        {
            // "INV-1001": the label is part of the number, which the prefixed form finds whole.
            foreach (Match part in Piece().Matches(m.Groups["list"].Value))
                if (part.ValueSpan[0] is not ('-' or '/')) AddWritten(found, text, m.Groups["list"].Index + part.Index, part.Length, openItems);
        }

        foreach (Match m in Prefixed().Matches(folded)) AddWritten(found, text, m.Index, m.Length, openItems);
        foreach (Match m in Tail().Matches(folded))
            if (KnownAs(m.Groups["n"].Value, openItems) is { } number) Add(found, new InvoiceMention(new TextSpan(m.Index, m.Length), number, true));
        foreach (var mention in InvoiceWords.Find(text, openItems)) Add(found, mention);
        foreach (var mention in InvoiceByAmount.Find(folded, openItems)) Add(found, mention);
        if (InvoiceByAmount.Other(folded, openItems, found) is { } other) Add(found, other);
        found.Sort((l, r) => l.Span.Start.CompareTo(r.Span.Start));
        return found;
    }

    private static void AddWritten(List<InvoiceMention> found, string text, int start, int length, IReadOnlyList<OpenItemRef> openItems)
    {
        var span = new TextSpan(start, length);
        var number = text.Substring(start, length).TrimEnd('.', '-', '/', ',');
        if (number.Count(char.IsAsciiDigit) < 3 || found.Exists(f => f.Span.Start < start + length && start < f.Span.Start + f.Span.Length)) return;
        Add(found, KnownAs(number, openItems) is { } known ? new InvoiceMention(span, known, true) : new InvoiceMention(span, number, openItems.Count == 0));
    }

    private static void Add(List<InvoiceMention> found, InvoiceMention mention)
    {
        if (!found.Exists(f => f.Number == mention.Number)) found.Add(mention);
    }

    // People drop prefixes, dashes and leading zeros; a tail counts only when it fits one open item alone.
    internal static string? KnownAs(string written, IReadOnlyList<OpenItemRef> openItems)
    {
        var plain = Plain(written);
        if (plain.Length < 3) return null;
        var exact = openItems.Where(i => Plain(i.Number) == plain).Select(i => i.Number).Distinct().Take(2).ToArray();
        if (exact is [var one]) return one;
        if (plain.Length < ShortestTail || !plain.Any(char.IsAsciiDigit) || plain.Length <= ShortestTail && !plain.All(char.IsAsciiDigit)) return null;
        return openItems.Where(i => Plain(i.Number).EndsWith(plain, StringComparison.Ordinal)).Select(i => i.Number).Distinct().Take(2).ToArray() is [var tail] ? tail : null;
    }

    private static string Plain(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant().TrimStart('0');

    // "…4711", "ending in 4711".
    [GeneratedRegex(@"(?:\.\.\.?|\u2026|\*+|\b(?:ending (?:in|with|on)|ends (?:in|with)|endet auf|endend auf|mit endung|finissant par|se terminant par|terminad[ao] en|acaba en|que termina en|che finisce (?:con|per)|terminante (?:con|in)|eindigend op|eindigt op))\s*(?<n>\d{4,})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(?:[A-Za-z]{1,6}[-/])*[A-Za-z]{0,6}[-/#]?\d[\dA-Za-z]*(?:[-/._][\dA-Za-z]+)*\b", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(?:invoices?|inv|rechnung(?:en|s)?(?:nummer)?|belege?|rg|re|factures?|facturas?|fatture?|facture?n?|factuur|facturen|bill|document|piece|documento|stuk)\b\.?\s*(?:(?:no|nr|number|nummer|num|n)\b\.?|n[°º]|#)?:?\s*#?\s?(?<list>[a-z]{0,6}[-/]?\d[\w\-/.]*(?:\s*(?:,|and|und|et|y|e|en|&|\+)\s*#?[a-z]{0,6}[-/]?\d{3,}[\w\-/]*)*)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"[a-z]{0,6}[-/]?\d[\w\-/.]*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"\b(?:inv|re|rg|fa|fv|ft|fac|si|ar|bill|rn|f|r)[-/ ]?\d{4,}(?:[-/]\d+)*\b|\b(?:inv|re|rg|fa|fv|ft|fac|si|ar|bill|rn|f|r)[-/](?:\d+[-/])?\d{2,}\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();
}
