using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;
using Dunning.Core.Ledger;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>Finds amounts with their currency in the notations of the six languages.</summary>
public static partial class AmountReader
{
    /// <summary>Amounts of a text in their order. A number needs a currency beside it, or the shape of an amount after a paying verb.</summary>
    public static IReadOnlyList<AmountMention> Find(string text, string language, IReadOnlyList<OpenItemRef> openItems) =>
        Sentences.Read(text, part => In(part, language, openItems), static (m, by) => m with { Span = new(m.Span.Start + by, m.Span.Length) });

    private static IReadOnlyList<AmountMention> In(string text, string language, IReadOnlyList<OpenItemRef> openItems)
    {
        var folded = OtherNumbers.Mask(Folding.Fold(text));
        List<AmountMention> found = [];
        foreach (Match m in WithCurrency().Matches(folded)) Add(found, Read(m, language, openItems));
        foreach (Match m in Dashed().Matches(folded)) Add(found, Read(m, language, openItems));
        foreach (var mention in NumberWords.Find(folded, language, openItems)) Add(found, mention);
        foreach (Match m in Bare().Matches(folded)) Add(found, Read(m, language, openItems));
        foreach (var share in AmountShares.Find(folded, openItems)) Add(found, share);
        found.Sort((l, r) => l.Span.Start.CompareTo(r.Span.Start));
        return found;
    }

    private static void Add(List<AmountMention> found, AmountMention mention)
    {
        if (!found.Exists(f => f.Span.Start < mention.Span.Start + mention.Span.Length && mention.Span.Start < f.Span.Start + f.Span.Length)) found.Add(mention);
    }

    private static AmountMention Read(Match m, string language, IReadOnlyList<OpenItemRef> openItems)
    {
        var currency = Currencies.Of(m.Groups["c"].Value, openItems);
        var scale = m.Groups["k"].Value.Trim() switch
        {
            "k" or "tsd" or "tsd." or "mil" or "mila" or "mille" or "thousand" or "tausend" or "duizend" => 1000m,
            "m" or "mio" or "mio." or "mn" or "million" or "millionen" or "millions" or "millones" or "milioni" or "miljoen" => 1_000_000m,
            _ => 1m,
        };
        // "1.2k" and "1,234 Mio" are never grouped thousands.
        var value = scale > 1 ? Parse(m.Groups["n"].Value.Replace(',', '.')) : Number(m.Groups["n"].Value, language, currency, openItems);
        var (start, end) = (m.Groups["c"].Length > 0 ? Math.Min(m.Groups["c"].Index, m.Groups["n"].Index) : m.Groups["n"].Index, m.Index + m.Length);
        return new AmountMention(new TextSpan(start, end - start), value * scale, currency);
    }

    /// <summary>
    /// Reads a number. "1.234" and "1,234" have two readings where the language groups and separates with the same sign;
    /// the minor unit of the currency, the language's own custom, or an open item of exactly that amount decides, else null.
    /// </summary>
    public static decimal? Number(string raw, string language, string? currency, IReadOnlyList<OpenItemRef> openItems)
    {
        var digits = string.Concat(raw.Where(c => c is not (' ' or '\'' or '\u00a0')));
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0) return Parse(digits);
        var (sign, decimals) = (digits[last], digits.Length - last - 1);
        var grouped = Parse(digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal));
        var fractional = Parse(digits[..last].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + "." + digits[(last + 1)..]);
        if (digits.IndexOf(sign, StringComparison.Ordinal) != last) return grouped;
        if (decimals != 3 || digits.IndexOfAny(['.', ',']) != last) return decimals == 3 && Money.MinorDigits(currency ?? "EUR") != 3 ? grouped : fractional;
        if (openItems.Any(i => i.Open == grouped)) return grouped;
        if (Money.MinorDigits(currency ?? "EUR") != 3) return grouped;
        return language switch { "en" => sign == ',' ? grouped : null, _ => sign == '.' ? grouped : null };
    }

    internal static decimal? Parse(string digits) => decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000m ? value : null;

    private const string Digits = @"(?<n>\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?)(?:[,.]-{1,2})?";
    private const string Scale = @"(?:\s?(?<k>k|mio\.?|mn|tsd\.?|mila|mille|mil|thousand|tausend|duizend|million(?:en|s)?|millones|milioni|miljoen)\b)?";

    [GeneratedRegex($@"(?:^|\b|[^\w])(?<c>{Currencies.Signs})\.?:?\s?{Digits}{Scale}\b|\b{Digits}{Scale}\.?(?:\s?(?:de|d'|di))?\s?(?<c>{Currencies.Signs})(?:\b|$|[^\w])", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex WithCurrency();

    // "1.500,-" is an amount by its shape alone.
    [GeneratedRegex(@"\b(?<n>\d{1,3}(?:[.' ]\d{3})+|\d+)[,.]-{1,2}(?<c>)(?<k>)", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"\b(?:pay|transfer|wire|send|remit|settle|sum of|amount of|balance of|be|zahlen|uberweisen|begleichen|betrag von|betrag uber|summe von|betrag i\.?h\.?v\.?|in hohe von|payer|regler|verser|virer|montant de|importe de|somme de|cantidad de|importo di|somma di|bedrag van|pagar|pagaremos|abonar|abonaremos|pagare|pagheremo|verseremo|betalen|overmaken|paierons|reglerons|verserons)\s+(?:you\s+|ihnen\s+|les\s+|vi\s+|u\s+)?(?<n>\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{2})?|\d+[.,]\d{2})(?<c>)(?<k>)\b", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex Bare();
}
