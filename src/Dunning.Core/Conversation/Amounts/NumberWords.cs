using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>Hundreds and thousands in words beside a currency: "fifteen hundred pounds", "zweitausend Euro", "mille euros".</summary>
internal static class NumberWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    public static IEnumerable<AmountMention> Find(string folded, string language, IReadOnlyList<OpenItemRef> openItems)
    {
        if (Known.GetOrAdd(language, Pattern) is not { } pattern) yield break;
        var numbers = DateNumbers.For(language)!;
        foreach (Match m in pattern.Matches(folded))
        {
            var value = Count(m.Groups["t"], numbers, m.Groups["tu"].Success, 1000) + Count(m.Groups["h"], numbers, m.Groups["hu"].Success, 100) + Irregular(m) + Count(m.Groups["r"], numbers, m.Groups["r"].Success, 1);
            if (value > 0) yield return new AmountMention(new TextSpan(m.Index, m.Length), value, Currencies.Of(m.Groups["c"].Value, openItems));
        }
    }

    private static decimal Count(Group count, DateNumbers numbers, bool named, int unit) =>
        !named ? 0 : unit * (count.Success ? count.Value is var text && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : numbers.Count(text) : 1);

    private static decimal Irregular(Match m) => m.Groups["h5"].Success ? 500 : m.Groups["h7"].Success ? 700 : m.Groups["h9"].Success ? 900 : 0;

    private static Regex? Pattern(string language)
    {
        if (DateNumbers.For(language) is not { } numbers) return null;
        var (thousand, hundred, and) = language switch
        {
            "de" => ("tausend", "hundert", "und"),
            "nl" => ("duizend", "honderd", "en"),
            "fr" => ("mille", "cents?", "et"),
            "es" => ("mil", "cientos?|cien", "y"),
            "it" => ("mila|mille", "cento", "e"),
            _ => ("thousand", "hundred", "and"),
        };
        var n = numbers.CountWords;
        var joint = $@"[\s-]?(?:{and}\s)?";
        var thousands = $@"(?:(?<t>{n})[\s-]?)?(?<tu>{thousand})";
        // Spanish has words of their own for five, seven and nine hundred.
        var irregular = language == "es" ? "|(?<h5>quinient[oa]s)|(?<h7>setecient[oa]s)|(?<h9>novecient[oa]s)" : "";
        var hundreds = $@"(?:(?:(?<h>{n})[\s-]?)?(?<hu>{hundred}){irregular})";
        return new Regex($@"\b(?:{thousands}(?:{joint}{hundreds})?|{hundreds})(?:{joint}(?<r>{n}))?\s?(?:de\s|d')?(?<c>{Currencies.Signs})(?:\b|$|\W)", Options, PatternTime.Limit);
    }
}
