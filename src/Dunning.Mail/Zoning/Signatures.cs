namespace Dunning.Mail.Zoning;

/// <summary>Recognises signatures, closing formulas and disclaimers at the end of new text. When in doubt a line counts as new: noise costs less than a lost promise.</summary>
internal static class Signatures
{
    private const int LongestSignature = 25;
    private const int LongestParagraph = 30;

    /// <summary>Marks what of a block of new lines is signature or disclaimer.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds)
    {
        MarkDisclaimers(lines, start, end, kinds);
        var tail = TailStart(lines, start, end);
        for (var i = start; i < end; i++)
        {
            if (kinds[i] != ZoneKind.New)
                continue;
            if (lines[i] is "-- " or "--" or "—")
            {
                MarkNameBlock(lines, i, end, kinds, strict: false);
                return;
            }
            if (IsDeviceLine(lines[i]) && end - i <= 6)
                kinds[i] = ZoneKind.Signature;
            else if (i >= tail && IsClosing(lines[i]))
            {
                MarkNameBlock(lines, i, end, kinds, strict: true);
                return;
            }
        }
    }

    private static bool IsDeviceLine(string line) =>
        line.Length < 120 && StartsWithAny(line.Trim(' ', '\t', '<', '[', '*', '_').ToLowerInvariant(), Phrases.Devices);

    /// <summary>A closing formula stands alone on its line, perhaps with the name behind a comma.</summary>
    private static bool IsClosing(string line)
    {
        var text = line.Trim(' ', '\t', '*', '_', '.', '!').ToLowerInvariant();
        if (text.Length is 0 or > 160)
            return false;
        foreach (var formula in Phrases.Closings)
        {
            if (!text.StartsWith(formula, StringComparison.Ordinal))
                continue;
            var rest = text[formula.Length..];
            if (rest.Length == 0 || rest[0] is ',' or '.' or '!' or ' ' or '/' or '-' && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= (formula.StartsWith("veuillez", StringComparison.Ordinal) || formula.StartsWith("je vous", StringComparison.Ordinal) ? 20 : 5))
                return !rest.Any(char.IsAsciiDigit);
        }
        return false;
    }

    /// <summary>Where the last lines begin among which a closing formula can stand; further up it is part of the text.</summary>
    private static int TailStart(IReadOnlyList<string> lines, int start, int end)
    {
        var at = end;
        for (var count = 0; at > start && count < LongestSignature * 2; at--)
            count += lines[at - 1].AsSpan().Trim().IsEmpty ? 0 : 1;
        return at;
    }

    private static void MarkNameBlock(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, bool strict)
    {
        kinds[start] = ZoneKind.Signature;
        var writing = false;
        for (int i = start + 1, used = 0; i < end; i++)
        {
            if (kinds[i] != ZoneKind.New)
                continue;
            var blank = lines[i].AsSpan().Trim().IsEmpty;
            if (blank)
                writing = false;
            else if (IsPostscript(lines[i]) || strict && IsSentence(lines[i]))
                writing = true;
            if (writing || ++used > LongestSignature * (strict ? 1 : 4))
                continue;
            kinds[i] = ZoneKind.Signature;
        }
    }

    private static bool IsPostscript(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("PS", StringComparison.Ordinal) && (text.Length == 2 || text[2] is ':' or '.' or ' ' or ',')
            || text.StartsWith("P.S", StringComparison.Ordinal) || text.StartsWith("P. S.", StringComparison.Ordinal) || text.StartsWith("NB:", StringComparison.Ordinal) || text.StartsWith("N.B.", StringComparison.Ordinal);
    }

    /// <summary>Prose rather than a name, role, address or register number.</summary>
    private static bool IsSentence(string line)
    {
        var text = line.Trim();
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains('|', StringComparison.Ordinal))
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lower = words.Count(w => char.IsLower(w[0]));
        return words.Length >= 5 && lower * 2 >= words.Length || words.Length >= 3 && text[^1] is '?' or '!' && lower > 0;
    }

    private static void MarkDisclaimers(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && !lines[i - 1].AsSpan().Trim().IsEmpty && !QuoteMarks.IsRule(lines[i - 1]))
                continue;
            if (!StartsWithAny(lines[i].Trim(' ', '\t', '*', '_').ToLowerInvariant(), Phrases.Disclaimers))
                continue;
            var last = i;
            while (last + 1 < end && last < i + LongestParagraph && !lines[last + 1].AsSpan().Trim().IsEmpty)
                last++;
            var paragraph = string.Join(' ', Enumerable.Range(i, last - i + 1).Select(n => lines[n])).ToLowerInvariant();
            if (!Array.Exists(Phrases.DisclaimerWords, w => paragraph.Contains(w, StringComparison.Ordinal)))
                continue;
            for (var n = i; n <= last; n++)
                kinds[n] = ZoneKind.Disclaimer;
            i = last;
        }
    }

    private static bool StartsWithAny(string text, string[] starts) =>
        Array.Exists(starts, s => text.StartsWith(s, StringComparison.Ordinal));
}
