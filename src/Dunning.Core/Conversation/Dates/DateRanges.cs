using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>
/// Stretches of days. "Between the 10th and the 12th", "from Monday to Wednesday" commit to their last day; a choice ("Thursday or
/// Friday") or a list ("the 10th and the 12th") does not, unless a deadline is set on it, and both days are alternatives.
/// </summary>
internal static partial class DateRanges
{
    private const int LooksAround = 32, Opens = 24;

    /// <summary>The days from one to another, joined by a word or sign, at their place in the text.</summary>
    public static DateMention Of(DateOnly from, DateOnly to, string joiner, string folded, int start, int end) =>
        to >= from && (Stretches(joiner, folded[Math.Max(0, start - Opens)..Math.Min(folded.Length, start + Opens)]) || Commits(folded, start, end))
            ? DateMention.Until("range", from, to) : DateMention.Unclear("range", DateDoubt.SeveralDays, from, to);

    /// <summary>Two phrases joined by "to", "and", "or" or a dash become one.</summary>
    public static IReadOnlyList<DateMention> Join(string folded, List<DateMention> found, DateLexicon? lexicon)
    {
        if (lexicon is null) return found;
        var joiners = lexicon.Words.RangeWord.Split('|');
        for (var i = found.Count - 1; i > 0; i--)
        {
            var (left, right) = (found[i - 1], found[i]);
            var between = folded[(left.Span.Start + left.Span.Length)..right.Span.Start].Trim().TrimStart(',').TrimStart();
            var words = between.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var joins = between is "-" or "/" || words.Length > 0 && Array.IndexOf(joiners, words[0]) >= 0 && words.Skip(1).All(w => Small.Contains(w) || Unsure.Contains(w));
            if (!joins || left.Rule is "ago" or "yesterday") continue;
            var span = new TextSpan(left.Span.Start, right.Span.Start + right.Span.Length - left.Span.Start);
            var joiner = words.Any(Unsure.Contains) ? "or" : words[0];
            found[i - 1] = (left.Value is { } l && right.Value is { } r ? Of(l, r, joiner, folded, span.Start, span.Start + span.Length)
                : DateMention.Unclear("range", DateDoubt.SeveralDays, [.. Days(left), .. Days(right)])) with { Span = span };
            found.RemoveAt(i);
        }
        return found;
    }

    private static bool Stretches(string joiner, string around) => joiner switch
    {
        "" or "/" or "or" or "oder" or "ou" or "o" or "of" => false,
        "and" or "und" or "et" or "y" or "e" or "en" => Between().IsMatch(around),
        _ => true,
    };

    // What may stand between "and" and the second day of a stretch; a verb there begins something new.
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "the", "on", "by", "to", "at", "latest", "am", "den", "dem", "der", "zum", "bis", "spatestens", "le", "la", "du", "au", "el", "dia", "al", "del",
        "il", "giorno", "de", "op", "tot", "met", "uiterlijk", "in", "en", "a", "next", "this", "week", "l'",
    };

    // Words that make a choice of it.
    private static readonly HashSet<string> Unsure = new(StringComparer.Ordinal)
    {
        "maybe", "possibly", "rather", "even", "eher", "vielleicht", "sogar", "plutot", "peut-etre", "quizas", "forse", "piuttosto", "liever", "misschien",
    };

    private static IEnumerable<DateOnly> Days(DateMention mention) => mention.Value is { } day ? [day] : mention.Alternatives;

    private static bool Commits(string folded, int start, int end) =>
        Latest().IsMatch(folded[Math.Max(0, start - LooksAround)..Math.Min(folded.Length, end + LooksAround)]) || Within().IsMatch(folded[Math.Max(0, start - 12)..Math.Min(folded.Length, start + 14)]);

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:latest|(?:no|not) later than|(?:aller)?spatestens|au plus tard|a mas tardar|como (?:muy )?tarde|como maximo|al piu tardi|non oltre|uiterlijk|op zijn laatst|ten laatste)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Latest();

    [GeneratedRegex(@"\b(?:between|zwischen|entre|tra|fra|tussen)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:within|inside|innerhalb|binnen|sous|entro|dentro de|en un plazo|nel giro di|d'ici)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Within();
}
