namespace Dunning.Mail.Zoning;

/// <summary>Tells names, roles, addresses and register numbers from prose.</summary>
internal static class NameBlocks
{
    private const int LongestName = 48;

    /// <summary>One to five capitalised words without figures: a person, a role, a company.</summary>
    public static bool IsName(string line)
    {
        var text = WithoutBrackets(line.Trim(' ', '\t', '*', '_', ',', '<', '>'));
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
        var initial = text.Length > 5 && text[0] is 't' or 'f' or 'm' or 'e' or 'w' or 'p' or 'd' && text[1] is ':' or ' ' or '.' or '|' && (text.AsSpan(2, 4).ContainsAny("+0(") || text.Contains('@', StringComparison.Ordinal));
        return initial || Plain.StartsWithAny(text, ClosingPhrases.Footers) || Plain.Count(text, ClosingPhrases.Footers) >= 2 && !IsProse(text) || IsAddressOnly(text) || IsPhone(text);
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
        if (end - start is < 2 or > 14 || !IsName(Segments(lines[start])[0]) && !(end - start > 2 && JobTitles.Is(lines[start])))
            return false;
        var marks = 0;
        for (var i = start; i < end; i++)
        {
            if (lines[i].Length > 160 || IsSentence(lines[i]))
                return false;
            marks += IsFooter(lines[i]) || i > start && (IsCompany(lines[i]) || JobTitles.Is(lines[i]) || IsNumber(lines[i])) ? 1 : 0;
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
            if (text.Length > 400 || !barred && (Plain.Count(text, ClosingPhrases.Footers) < 2 || IsProse(text)))
                return false;
        }
        return true;
    }

    /// <summary>One line that holds a name and, between bars, dots or commas, a title or contact details.</summary>
    public static bool IsSignatureLine(string line)
    {
        if (line.Length > 200 || IsSentence(line))
            return false;
        var parts = Segments(line);
        return parts.Length > 1 && IsName(parts[0]) && Array.Exists(parts[1..], p => JobTitles.Is(p) || IsFooter(p) || IsCompany(p));
    }

    /// <summary>Two to four capitalised words that can be nothing but a person's name.</summary>
    public static bool IsFullName(string line)
    {
        if (!IsName(line) || line.TrimEnd() is [.., '.' or ','])
            return false;
        var words = Plain.Fold(line).Split([' ', '*', '_', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && !Array.Exists(words, w => SignaturePhrases.NoNames.Contains(w) || SignaturePhrases.Said.Contains(w) || ClosingPhrases.Thanks.Contains(w));
    }

    /// <summary>Two to four lines that are all names: a person, a firm, a place.</summary>
    public static bool AreNames(IReadOnlyList<string> lines, int start, int end) =>
        end - start is >= 2 and <= 4 && IsFullName(lines[start]) && Enumerable.Range(start, end - start).All(i => IsName(lines[i]));

    /// <summary>The parts of a line between bars, dots, hyphens and commas; one part when there are none.</summary>
    public static string[] Segments(string line)
    {
        var parts = line.Split(["|", "·", "•", " - ", " – ", " — ", " / ", ","], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? [""] : parts;
    }

    /// <summary>"Alex Monroe (they/them)": what stands in brackets behind a name belongs to it.</summary>
    private static string WithoutBrackets(string text) =>
        text.Length > 4 && text[^1] is ')' && text.LastIndexOf('(') is > 1 and var open ? text[..open].TrimEnd() : text;

    /// <summary>A telephone number without its label.</summary>
    private static bool IsNumber(string line) =>
        line.Length < 40 && line.Count(char.IsAsciiDigit) is >= 7 and <= 15 && !line.Any(c => char.IsLetter(c) || c is '€' or '$' or '£');

    /// <summary>A few words that end with a legal form.</summary>
    public static bool IsCompany(string line)
    {
        var words = line.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 8 && ClosingPhrases.LegalForms.Contains(words[^1].ToLowerInvariant()) && char.IsUpper(words[0][0]);
    }

    /// <summary>A question, or several sentences without a register number: syllables such as "tel" stand in any of them.</summary>
    private static bool IsProse(string text) =>
        text.Contains('?', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) < 5 && (text.Contains(". ", StringComparison.Ordinal) || text.EndsWith('.')) && !text.Contains(':', StringComparison.Ordinal);

    private static bool IsAddressOnly(string text) =>
        text.Contains('@', StringComparison.Ordinal) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 2;

    private static bool IsPhone(string text) =>
        text[0] is '+' or '(' or '☎' or '✆' or '✉' && text.Count(char.IsAsciiDigit) >= 7 && text.Count(char.IsLetter) <= 4;
}
