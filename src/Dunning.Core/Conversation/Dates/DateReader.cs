using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>
/// Finds date phrases and resolves each to one day, or says that it has no single reading. A wrong day would be
/// worse than none, so everything with two readings comes back without a value.
/// </summary>
public static class DateReader
{
    /// <summary>
    /// Date phrases of a text in their order. A stretch ("10 to 15 June") is one phrase; it has a day only where the wording
    /// commits to its last one.
    /// </summary>
    public static IReadOnlyList<DateMention> Find(string text, DateContext context) =>
        Sentences.Read(text, part => In(part, context), static (m, by) => m with { Span = new(m.Span.Start + by, m.Span.Length) });

    private static IReadOnlyList<DateMention> In(string text, DateContext context)
    {
        var folded = Folding.Fold(text);
        if (DateTypos.Correct(folded, context.Language) is not { } corrected) return Read(folded, context);
        return [.. Read(corrected.Text, context).Select(m => m with { Span = Back(m.Span, corrected.Origin) })];
    }

    private static TextSpan Back(TextSpan span, int[] origin) => new(origin[span.Start], origin[span.Start + span.Length - 1] + 1 - origin[span.Start]);

    private static IReadOnlyList<DateMention> Read(string folded, DateContext context)
    {
        var patterns = DatePatterns.For(context.Language);
        List<DateMention> found = [];
        // Each rule leaves alone what an earlier one has claimed; marks keep that linear on a text full of dates.
        var claimed = new bool[folded.Length];
        foreach (var (name, pattern) in patterns.Rules)
            foreach (Match match in pattern.Matches(folded))
            {
                var at = Trimmed(folded, match);
                if (at.Length == 0 || Touches(folded, at) || claimed.AsSpan(at.Start, at.Length).Contains(true)) continue;
                if (DateResolver.Resolve(name, match, folded, patterns.Lexicon, context) is not { } mention) continue;
                found.Add(mention with { Span = at });
                claimed.AsSpan(at.Start, at.Length).Fill(true);
            }
        found.Sort((l, r) => l.Span.Start.CompareTo(r.Span.Start));
        DateNeighbours.Merge(folded, found, patterns.Lexicon);
        var joined = DateRanges.Join(folded, found, patterns.Lexicon);
        return patterns.Lexicon is { } lexicon ? [.. joined.Select(m => DateBounds.Apply(m, folded, lexicon, context))] : joined;
    }

    private static TextSpan Trimmed(string folded, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start < end && char.IsWhiteSpace(folded[start])) start++;
        while (end > start && char.IsWhiteSpace(folded[end - 1])) end--;
        return new TextSpan(start, end - start);
    }

    // A piece of a longer number, an e-mail address or a document number is no date.
    private static bool Touches(string folded, TextSpan at)
    {
        if (at.Start > 0 && folded[at.Start - 1] is '/' or '-' or '.' or ',' or '@' or '_' or '#' && char.IsLetterOrDigit(folded[at.Start]) && at.Start > 1 && char.IsLetterOrDigit(folded[at.Start - 2])) return true;
        var end = at.Start + at.Length;
        return end < folded.Length && (char.IsDigit(folded[end]) || folded[end] is '@' or '_' || folded[end] is '/' or '-' or '.' && end + 1 < folded.Length && char.IsDigit(folded[end + 1]) && char.IsDigit(folded[end - 1]));
    }

    internal static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
