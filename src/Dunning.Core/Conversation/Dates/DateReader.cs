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
    /// <summary>Date phrases of a text in their order; ranges ("10 to 15 June") come as their last day.</summary>
    public static IReadOnlyList<DateMention> Find(string text, DateContext context)
    {
        var folded = Folding.Fold(text);
        var patterns = DatePatterns.For(context.Language);
        List<DateMention> found = [];
        foreach (var (name, pattern) in patterns.Rules)
            foreach (Match match in pattern.Matches(folded))
            {
                var at = Trimmed(folded, match);
                if (at.Length == 0 || Touches(folded, at) || found.Exists(f => f.Span.Start < at.Start + at.Length && at.Start < f.Span.Start + f.Span.Length)) continue;
                if (DateResolver.Resolve(name, match, folded, patterns.Words, context) is { } mention) found.Add(mention with { Span = at });
            }
        found.Sort((l, r) => l.Span.Start.CompareTo(r.Span.Start));
        return Ranges(folded, found, patterns.Words);
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

    private static IReadOnlyList<DateMention> Ranges(string folded, List<DateMention> found, DateWords? words)
    {
        for (var i = found.Count - 1; words is not null && i > 0; i--)
        {
            var (left, right) = (found[i - 1], found[i]);
            var between = folded[(left.Span.Start + left.Span.Length)..right.Span.Start].Trim();
            var joined = left.Rule != "ago" && (between == "-" || Array.IndexOf(words.RangeWord.Split('|'), between.Split(' ')[0]) >= 0 && between.Length <= 12 && !between.Contains(',', StringComparison.Ordinal) && !between.Any(char.IsDigit));
            if (!joined) continue;
            // "and" between two days of payment is two dates only when something is named between them; the later one holds for both.
            var value = left.Value is { } l && right.Value is { } r ? r >= l ? r : (DateOnly?)null : null;
            found[i - 1] = new DateMention(new TextSpan(left.Span.Start, right.Span.Start + right.Span.Length - left.Span.Start), value, value is null, "range");
            found.RemoveAt(i);
        }
        return found;
    }

    internal static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
