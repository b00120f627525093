using System.Globalization;

namespace Dunning.Mail.Zoning;

/// <summary>Recognises the lines that introduce a quote: "On … X wrote:". Hand-written, linear in the line.</summary>
internal static class Attributions
{
    private const int Longest = 500;
    private const int MostLines = 5;

    /// <summary>
    /// How many lines from this one on are an attribution; 0 when none. A strong one names a day with its year and an author
    /// or time: such a line also ends new text when the quote bears no marks.
    /// </summary>
    public static int Length(IReadOnlyList<string> lines, int at, out bool strong)
    {
        strong = false;
        var joined = "";
        var open = 0;
        for (var count = 1; count <= MostLines && at + count <= lines.Count; count++)
        {
            var line = lines[at + count - 1].Trim();
            if (line.Length == 0 || line.Length + joined.Length > Longest || count > 1 && QuoteMarks.IsQuoted(line))
                return open;
            joined = count == 1 ? Plain.Fold(line) : $"{joined} {Plain.Fold(line)}";
            // A line of soft hyphens alone folds to nothing.
            if (count == 1 && (joined.Length == 0 || !MayBegin(joined)))
                return 0;
            if (!Is(joined, out strong))
                continue;
            if (strong || joined.AsSpan().TrimEnd("*_ -") is [.., ':'] || joined.StartsWith("---", StringComparison.Ordinal))
                return count;
            open = count; // Without its colon it may go on in the next line.
        }
        return open;
    }

    /// <summary>Whether a line above an attribution is the first half of its author's name.</summary>
    public static bool IsNameAbove(IReadOnlyList<string> lines, int at) =>
        at > 0 && lines[at].AsSpan().TrimStart() is ['<', ..] && NameBlocks.IsName(lines[at - 1]) && (at == 1 || lines[at - 2].AsSpan().Trim().IsEmpty);

    private static bool MayBegin(string line)
    {
        var text = line.TrimStart('*', '-', ' ', '>', '_');
        return Array.Exists(Phrases.Attributions, p => text.StartsWith(p.Start, StringComparison.Ordinal))
            || Plain.StartsWithAny(text, Phrases.Quoting)
            || line.EndsWith(':') || line.Contains('@', StringComparison.Ordinal) || char.IsAsciiDigit(line[0]) || Plain.ContainsAny(line, Phrases.BareVerbs);
    }

    private static bool Is(string text, out bool strong)
    {
        strong = false;
        // Zoho frames its attribution by hyphens and writes no colon.
        var framed = text.StartsWith("---", StringComparison.Ordinal) && text.EndsWith("---", StringComparison.Ordinal);
        var trimmed = framed ? text.Trim('-', ' ') + ":" : text.TrimEnd(' ', '*', '\t', '_').TrimStart('*', '_', '[');
        if (!trimmed.Any(char.IsAsciiDigit) && !trimmed.Contains('@', StringComparison.Ordinal))
            return false;
        var hasAddress = trimmed.Contains('@', StringComparison.Ordinal);
        var hasTime = HasTime(trimmed);
        var framedByWords = Array.Exists(Phrases.Attributions, p => trimmed.StartsWith(p.Start, StringComparison.Ordinal) && trimmed.Contains(p.Verb, StringComparison.Ordinal));
        if (!trimmed.EndsWith(':') && GoesOnWithQuote(trimmed))
            return strong = true;
        if (!trimmed.EndsWith(':'))
            return framedByWords && hasTime && HasYear(trimmed) && trimmed.Length < 120; // Only before a marked quote: it is not strong.
        strong = (hasAddress || hasTime) && HasYear(trimmed) || framedByWords && hasAddress && hasTime;
        if (framedByWords)
            return hasAddress || hasTime || HasYear(trimmed);
        if (Plain.ContainsAny(trimmed, Phrases.BareVerbs))
            return hasAddress || hasTime;
        if (Plain.StartsWithAny(trimmed, Phrases.Quoting))
            return hasAddress || strong;
        if (hasAddress && hasTime && HasYear(trimmed))
        {
            // Whatever its words are, then; they must stand before a marked quote, unless it is "2026-03-04 9:30 GMT+01:00 Name <name@example>:" of older Gmail.
            strong = char.IsAsciiDigit(trimmed[0]) && trimmed.EndsWith(">:", StringComparison.Ordinal);
            return true;
        }
        return false;
    }

    /// <summary>Yahoo's phone program writes the quote behind the colon: "On … X &lt;x@example&gt; wrote: Hello".</summary>
    private static bool GoesOnWithQuote(string text)
    {
        foreach (var (start, verb) in Phrases.Attributions)
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && Math.Max(text.IndexOf(verb + ":", StringComparison.Ordinal), text.IndexOf(verb + " :", StringComparison.Ordinal)) is > 0 and var at)
                return text.AsSpan(0, at).Contains('@') && HasTime(text[..at]) && HasYear(text[..at]);
        }
        return false;
    }

    private static bool HasTime(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' or 'h' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3])))
                return true;
        }
        return false;
    }

    private static bool HasYear(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (int.TryParse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100)
                return true;
        }
        // Two-digit years as in 04.03.26 or 3/4/26.
        for (var i = 0; i + 5 < text.Length; i++)
        {
            if (text[i] is '.' or '/' && text.AsSpan(i + 1, Math.Min(4, text.Length - i - 1)).IndexOfAny('.', '/') is > 0 and < 3 && char.IsAsciiDigit(text[i + 1]))
                return true;
        }
        return false;
    }
}
