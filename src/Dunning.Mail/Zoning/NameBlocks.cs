namespace Dunning.Mail.Zoning;

/// <summary>Tells names, roles, addresses and register numbers from prose.</summary>
internal static class NameBlocks
{
    private const int LongestName = 48;

    /// <summary>One to five capitalised words without figures: a person, a role, a company.</summary>
    public static bool IsName(string line)
    {
        var text = line.Trim(' ', '\t', '*', '_', ',', '<', '>');
        if (text.Length is < 2 or > LongestName || text.Any(char.IsAsciiDigit) || text.AsSpan().ContainsAny("?!:;@=€$"))
            return false;
        var words = text.Split([' ', '/', '|', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || text[^1] == '.' && words[^1].Length > 5)
            return false;
        return char.IsUpper(words[0][0]) && Array.TrueForAll(words, w => !char.IsLetter(w[0]) || char.IsUpper(w[0]) || ClosingPhrases.NameParticles.Contains(w.ToLowerInvariant()))
            || ClosingPhrases.NameParticles.Contains(words[0].ToLowerInvariant()) && words.Length > 1 && char.IsUpper(words[^1][0]);
    }

    /// <summary>A line that only name blocks have: a telephone, a web address, a register number.</summary>
    public static bool IsFooter(string line)
    {
        if (line.Length > 300)
            return false;
        var text = Plain.Fold(line).TrimStart(' ', '\t', '*', '|', '_', '-', '•', '[', '<');
        if (text.Length == 0)
            return false;
        // "T +49 …", "M: …", "F 0049 …"
        var initial = text.Length > 4 && text[0] is 't' or 'f' or 'm' or 'e' or 'w' or 'p' or 'd' && text[1] is ':' or ' ' or '.' or '|' && (text.AsSpan(2, 4).ContainsAny("+0(") || text.Contains('@', StringComparison.Ordinal));
        return initial || Plain.StartsWithAny(text, ClosingPhrases.Footers) || Plain.Count(text, ClosingPhrases.Footers) >= 2 || IsAddressOnly(text) || IsPhone(text);
    }

    /// <summary>Prose rather than a name, role, address or register number.</summary>
    public static bool IsSentence(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text.Contains('@', StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains('|', StringComparison.Ordinal) || IsFooter(line))
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lower = words.Count(w => char.IsLower(w[0]));
        return words.Length >= 5 && lower * 2 >= words.Length || words.Length >= 3 && text[^1] is '?' or '!' && lower > 0;
    }

    /// <summary>A paragraph at the end that is a name block although no closing formula stands above it.</summary>
    public static bool IsBlock(IReadOnlyList<string> lines, int start, int end)
    {
        if (end - start is < 2 or > 14 || !IsName(lines[start]))
            return false;
        var marks = 0;
        for (var i = start; i < end; i++)
        {
            if (lines[i].Length > 160 || IsSentence(lines[i]))
                return false;
            marks += IsFooter(lines[i]) || i > start && IsCompany(lines[i]) ? 1 : 0;
        }
        return marks > 0;
    }

    /// <summary>A paragraph of register numbers and addresses only, or one line of contact details between bars.</summary>
    public static bool IsNotice(IReadOnlyList<string> lines, int start, int end)
    {
        const int Bars = 2;
        if (end - start > 6)
            return false;
        for (var i = start; i < end; i++)
        {
            var text = Plain.Fold(lines[i]);
            var barred = text.Count(c => c is '|' or '·' or '•') >= Bars && (text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= 7);
            if (text.Length > 400 || !barred && Plain.Count(text, ClosingPhrases.Footers) < 2)
                return false;
        }
        return true;
    }

    /// <summary>Whether a few lines hold no prose.</summary>
    public static bool HasNoSentence(IReadOnlyList<string> lines, int start, int end)
    {
        const int Most = 8;
        for (var i = start; i < end; i++)
        {
            if (IsSentence(lines[i]) || i > start && lines[i].TrimEnd().EndsWith('.') && lines[i].Split(' ').Length > 3)
                return false;
        }
        return end - start <= Most;
    }

    private static bool IsCompany(string line)
    {
        var words = line.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 8 && ClosingPhrases.LegalForms.Contains(words[^1].ToLowerInvariant()) && char.IsUpper(words[0][0]);
    }

    private static bool IsAddressOnly(string text) =>
        text.Contains('@', StringComparison.Ordinal) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 2;

    private static bool IsPhone(string text) =>
        text[0] is '+' or '(' or '☎' or '✆' or '✉' && text.Count(char.IsAsciiDigit) >= 7 && text.Count(char.IsLetter) <= 4;
}
