using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>
/// Open items named without their number: a range, "both", "the older one", "the March invoice". A phrase that does not
/// pick out items for certain picks none.
/// </summary>
internal static partial class InvoiceWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int LongestRange = 50;

    public static IEnumerable<InvoiceMention> Find(string text, IReadOnlyList<OpenItemRef> items)
    {
        if (items.Count == 0) return [];
        var folded = Folding.Fold(text);
        return [.. Ranges(folded, items), .. Both(folded, items), .. ByAge(folded, items), .. ByMonth(folded, items)];
    }

    private static IEnumerable<InvoiceMention> Ranges(string folded, IReadOnlyList<OpenItemRef> items)
    {
        foreach (Match m in Range().Matches(folded))
        {
            if (Single(m.Groups["from"].Value, items) is not { } from || Single(m.Groups["to"].Value, items) is not { } to) continue;
            var (low, high) = (Serial(from), Serial(to));
            if (low.Prefix != high.Prefix || high.Value - low.Value is < 1 or > LongestRange) continue;
            foreach (var number in items.Select(i => i.Number).Distinct().Where(n => Serial(n) is var s && s.Prefix == low.Prefix && s.Value >= low.Value && s.Value <= high.Value))
                yield return new InvoiceMention(new TextSpan(m.Index, m.Length), number, true);
        }
    }

    private static IEnumerable<InvoiceMention> Both(string folded, IReadOnlyList<OpenItemRef> items)
    {
        var numbers = items.Select(i => i.Number).Distinct().ToArray();
        return numbers.Length == 2 && BothWords().Match(folded) is { Success: true } m ? numbers.Select(n => new InvoiceMention(new TextSpan(m.Index, m.Length), n, true)) : [];
    }

    private static IEnumerable<InvoiceMention> ByAge(string folded, IReadOnlyList<OpenItemRef> items)
    {
        if (items.Any(i => i.Issued is null) || items.Count < 2) yield break;
        foreach (Match m in Age().Matches(folded))
        {
            var day = m.Groups["old"].Success ? items.Min(i => i.Issued) : items.Max(i => i.Issued);
            // "The older one" of three invoices could be either of two.
            if (m.Groups["two"].Success && items.Count != 2) continue;
            if (items.Where(i => i.Issued == day).ToArray() is [var one]) yield return new InvoiceMention(new TextSpan(m.Index, m.Length), one.Number, true);
        }
    }

    private static IEnumerable<InvoiceMention> ByMonth(string folded, IReadOnlyList<OpenItemRef> items)
    {
        foreach (Match m in OfMonth().Matches(folded))
        {
            var month = 1 + Enumerable.Range(0, 12).First(i => m.Groups[$"m{i + 1}"].Success);
            var issued = items.Where(i => i.Issued?.Month == month).ToArray();
            // "The March invoice" is one; with several of them it is not clear which.
            if (issued.Length == 0 || issued.Length > 1 && !Plural().IsMatch(m.Value)) continue;
            foreach (var item in issued) yield return new InvoiceMention(new TextSpan(m.Index, m.Length), item.Number, true);
        }
    }

    private static string? Single(string written, IReadOnlyList<OpenItemRef> items) => InvoiceReader.KnownAs(written, items);

    private static (string Prefix, long Value) Serial(string number)
    {
        var at = number.Length;
        while (at > 0 && number.Length - at < 15 && char.IsAsciiDigit(number[at - 1])) at--;
        return (number[..at], at == number.Length ? -1 : long.Parse(number.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private const string Months =
        "(?:(?<m1>january|januar|janvier|enero|gennaio|januari)|(?<m2>february|februar|fevrier|febrero|febbraio|februari)|(?<m3>march|marz|maerz|mars|marzo|maart)|(?<m4>april|avril|abril|aprile)|(?<m5>may|mai|mayo|maggio|mei)|(?<m6>june|juni|juin|junio|giugno)|(?<m7>july|juli|juillet|julio|luglio)|(?<m8>august|aout|agosto|augustus)|(?<m9>september|septembre|septiembre|settembre)|(?<m10>october|oktober|octobre|octubre|ottobre)|(?<m11>november|novembre|noviembre)|(?<m12>december|dezember|decembre|diciembre|dicembre))";

    [GeneratedRegex(@"\b(?<from>[a-z]{0,6}[-/]?\d{3,}(?:[-/]\d+)?)\s*(?:-|to|through|till|until|bis|a|au|al|tot(?: en met)?|t/m|hasta|hasta la|fino a(?:lla)?)\s*(?<to>[a-z]{0,6}[-/]?\d{3,}(?:[-/]\d+)?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:both(?: invoices| bills| of them)?|beide[nr]?(?: rechnungen)?|les deux(?: factures)?|ambas(?: facturas)?|las dos(?: facturas)?|entrambe(?: le fatture)?|le due fatture|beide(?: facturen)?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex BothWords();

    [GeneratedRegex(@"\b(?:(?<old>the oldest (?:one|invoice|bill)|die alteste(?: rechnung)?|la plus ancienne(?: facture)?|la (?:factura )?mas antigua|la (?:fattura )?piu vecchia|de oudste(?: factuur)?)|(?<old>(?<two>the older (?:one|invoice|bill)|die altere(?: rechnung)?))|(?<new>the (?:newest|latest|most recent) (?:one|invoice|bill)|die neueste(?: rechnung)?|la plus recente(?: facture)?|la (?:factura )?mas reciente|la (?:fattura )?piu recente|de (?:nieuwste|laatste) factuur)|(?<new>(?<two>the (?:newer|more recent) (?:one|invoice|bill)|die neuere(?: rechnung)?)))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Age();

    [GeneratedRegex($@"\b{Months}[- ]?(?:invoices?|bills?|rechnung(?:en)?|factu(?:ur|ren))\b|\b(?:invoices?|bills?|rechnung(?:en)?|factures?|facturas?|fattur[ae]|factu(?:ur|ren))\s+(?:for|of|from|aus|vom|fur|de|d'|du mois de|di|van)\s?{Months}\b", Options, PatternTime.Milliseconds)]
    private static partial Regex OfMonth();

    [GeneratedRegex(@"\b\w*(?:invoices|bills|rechnungen|factures|facturas|fatture|facturen)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Plural();
}
