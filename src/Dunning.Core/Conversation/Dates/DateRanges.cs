using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>
/// Stretches of days: the last day counts as promised only where the wording commits to it ("by … at the latest",
/// "within 3 to 5 days"); else both ends are alternatives.
/// </summary>
internal static partial class DateRanges
{
    private const int LooksAround = 32;

    /// <summary>The stretch from one day to another, at its place in the text.</summary>
    public static DateMention Between(DateOnly from, DateOnly to, string folded, int start, int end)
    {
        if (to < from) return DateMention.Unclear("range", DateDoubt.SeveralDays, from, to);
        return Commits(folded, start, end) ? DateMention.Sure("range", to) with { Alternatives = [] } : DateMention.Unclear("range", DateDoubt.SeveralDays, from, to);
    }

    /// <summary>Two phrases joined by "to", "and", "or" or a dash become one stretch.</summary>
    public static IReadOnlyList<DateMention> Join(string folded, List<DateMention> found, DateLexicon? lexicon)
    {
        if (lexicon is null) return found;
        var joiners = lexicon.Words.RangeWord.Split('|');
        for (var i = found.Count - 1; i > 0; i--)
        {
            var (left, right) = (found[i - 1], found[i]);
            var between = folded[(left.Span.Start + left.Span.Length)..right.Span.Start].Trim().TrimStart(',').TrimStart();
            var joins = between is "-" or "/" || Array.IndexOf(joiners, between.Split(' ')[0]) >= 0 && between.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).All(w => Small.Contains(w));
            if (!joins || left.Rule is "ago" or "yesterday") continue;
            var span = new TextSpan(left.Span.Start, right.Span.Start + right.Span.Length - left.Span.Start);
            found[i - 1] = (left.Value is { } l && right.Value is { } r ? Between(l, r, folded, span.Start, span.Start + span.Length)
                : DateMention.Unclear("range", DateDoubt.SeveralDays, [.. Days(left), .. Days(right)])) with { Span = span };
            found.RemoveAt(i);
        }
        return found;
    }

    // What may stand between "and" and the second day of a stretch; a verb there begins something new.
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "the", "on", "by", "to", "at", "maybe", "possibly", "rather", "latest", "am", "den", "dem", "der", "zum", "bis", "eher", "vielleicht", "spatestens", "le", "la", "du", "au", "plutot", "peut-etre", "el", "dia", "al", "del",
        "quizas", "il", "giorno", "forse", "piuttosto", "de", "op", "tot", "met", "liever", "misschien", "uiterlijk", "even", "sogar", "in", "en", "a", "next", "this", "week", "l'",
    };

    private static IEnumerable<DateOnly> Days(DateMention mention) => mention.Value is { } day ? [day] : mention.Alternatives;

    private static bool Commits(string folded, int start, int end) =>
        Latest().IsMatch(folded[Math.Max(0, start - LooksAround)..Math.Min(folded.Length, end + LooksAround)]) || Within().IsMatch(folded[Math.Max(0, start - 12)..Math.Min(folded.Length, start + 14)]);

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:latest|(?:no|not) later than|(?:aller)?spatestens|au plus tard|a mas tardar|como (?:muy )?tarde|como maximo|al piu tardi|non oltre|uiterlijk|op zijn laatst|ten laatste)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Latest();

    [GeneratedRegex(@"\b(?:within|inside|innerhalb|binnen|sous|entro|dentro de|en un plazo|nel giro di|d'ici|by week|bis (?:zur )?kw)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Within();
}
