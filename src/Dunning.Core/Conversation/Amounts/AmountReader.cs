using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;
using Dunning.Core.Ledger;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>An invoice that is open, as far as reading needs it.</summary>
/// <param name="Number">Invoice number as the ledger writes it.</param>
/// <param name="Open">Open amount in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record OpenItemRef(string Number, decimal Open, string Currency);

/// <summary>Share of the debt named by a word.</summary>
public enum AmountWord { None, Half, Rest, All }

/// <summary>An amount found in a text.</summary>
/// <param name="Value">Null when the number has two readings that nothing decides, or a word whose base is unknown.</param>
/// <param name="Currency">ISO 4217 code; null when neither text nor open items tell it.</param>
public sealed record AmountMention(TextSpan Span, decimal? Value, string? Currency, AmountWord Word = AmountWord.None);

/// <summary>Finds amounts with their currency in the notations of the six languages.</summary>
public static partial class AmountReader
{
    /// <summary>Amounts of a text in their order. A number needs a currency beside it, or the shape of an amount after a paying verb.</summary>
    public static IReadOnlyList<AmountMention> Find(string text, string language, IReadOnlyList<OpenItemRef> openItems)
    {
        var folded = Folding.Fold(text);
        List<AmountMention> found = [];
        foreach (Match m in WithCurrency().Matches(folded)) found.Add(Read(m, language, openItems));
        foreach (Match m in Bare().Matches(folded))
            if (!found.Exists(f => Overlap(f.Span, m))) found.Add(Read(m, language, openItems));
        var total = openItems.Select(i => i.Currency).Distinct().Count() == 1 ? openItems.Sum(i => i.Open) : (decimal?)null;
        foreach (Match m in Words().Matches(folded))
        {
            var word = m.Groups["half"].Success ? AmountWord.Half : m.Groups["rest"].Success ? AmountWord.Rest : AmountWord.All;
            var value = word switch { AmountWord.Half => total / 2, AmountWord.All => total, AmountWord.Rest or AmountWord.None => null };
            found.Add(new AmountMention(new TextSpan(m.Index, m.Length), value is { } v ? Math.Round(v, 2, MidpointRounding.ToEven) : null, total is null ? null : openItems[0].Currency, word));
        }
        found.Sort((l, r) => l.Span.Start.CompareTo(r.Span.Start));
        return found;
    }

    private static AmountMention Read(Match m, string language, IReadOnlyList<OpenItemRef> openItems)
    {
        var currency = CurrencyOf(m.Groups["c"].Value) ?? (openItems.Select(i => i.Currency).Distinct().Take(2).ToArray() is [var only] ? only : null);
        var scale = m.Groups["k"].Value switch { "k" or "tsd" or "mil" => 1000m, "m" or "mio" or "mn" => 1_000_000m, _ => 1m };
        var value = Number(m.Groups["n"].Value, language, currency, openItems) * scale;
        return new AmountMention(new TextSpan(m.Index, m.Length), value, currency);
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

    private static decimal? Parse(string digits) => decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? CurrencyOf(string sign) => sign.Trim('.', ' ') switch
    {
        "€" or "eur" or "euro" or "euros" => "EUR",
        "$" or "usd" or "us$" or "dollar" or "dollars" => "USD",
        "£" or "gbp" or "pound" or "pounds" => "GBP",
        "chf" or "sfr" or "fr" or "franken" or "francs" => "CHF",
        "jpy" or "¥" or "yen" => "JPY",
        "" => null,
        var code => code.ToUpperInvariant(),
    };

    private static bool Overlap(TextSpan span, Match m) => span.Start < m.Index + m.Length && m.Index < span.Start + span.Length;

    private const string Digits = @"(?<n>\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?)(?:,-)?";
    private const string Sign = "€|us\\$|\\$|£|¥|euros?|eur|usd|gbp|chf|sfr|jpy|sek|nok|dkk|pln|czk|huf|cad|aud|kwd|bhd|tnd|dollars?|pounds?|franken|francs|yen";

    [GeneratedRegex($@"(?:\b|[^\w])(?<c>{Sign})\.?\s?{Digits}\s?(?<k>k|mio|tsd)?\b|\b{Digits}\s?(?<k>k|mio|tsd)?\.?\s?(?<c>{Sign})(?:\b|$|[^\w])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex WithCurrency();

    [GeneratedRegex(@"\b(?:pay|transfer|wire|send|remit|sum of|amount of|balance of|be|zahlen|uberweisen|betrag von|betrag uber|summe von|payer|montant de|importe de|somme de|importo di|bedrag van|pagar|pagare|betalen)\s+(?:you\s+)?(?<n>\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{2})?|\d+[.,]\d{2})(?<c>)(?<k>)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?<half>half|50 ?%|50 percent|die halfte|halfte|la moitie|moitie|la mitad|mitad|la meta|meta dell|de helft|helft)\b|\b(?<rest>the rest|remainder|remaining (?:amount|balance|part)|den rest|der rest|restbetrag|le reste|le solde restant|el resto|il resto|de rest|restant)\b|\b(?<all>full amount|in full|everything|whole (?:lot|amount|balance)|complete (?:sum|amount)|vollstandig|gesamtbetrag|gesamten betrag|alles|la totalite|integralite|la totalidad|l'intero importo|volledig(?:e bedrag)?)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
