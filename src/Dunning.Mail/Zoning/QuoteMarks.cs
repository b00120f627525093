namespace Dunning.Mail.Zoning;

/// <summary>Recognises quoted lines by their marks. Linear in the line.</summary>
internal static class QuoteMarks
{
    /// <summary>From this length on a quoted line may have been broken by the program that quoted it.</summary>
    private const int WrapWidth = 62;

    /// <summary>Whether the line is quoted by its mark: "&gt;", or initials and "&gt;" as old programs write.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        if (line.Length - text.Length > 3 || text.IsEmpty)
            return false;
        if (text[0] == '>')
            return !text.StartsWith(">From ");
        var initials = 0;
        while (initials < text.Length && initials < 4 && char.IsAsciiLetterUpper(text[initials]))
            initials++;
        return initials is >= 2 and <= 3 && initials + 1 < text.Length && text[initials] == '>' && text[initials + 1] is ' ' or '>';
    }

    /// <summary>A line with its quote marks removed.</summary>
    public static string Unquote(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (!text.IsEmpty && text[0] != '>' && IsQuoted(line))
            text = text[text.IndexOf('>')..];
        return text.TrimStart("> \t").ToString();
    }

    /// <summary>The end of a quoted line that was broken without a mark: it stands between two quoted lines and goes on in lower case.</summary>
    public static bool IsBrokenTail(IReadOnlyList<string> lines, int at) =>
        at > 0 && at + 1 < lines.Count && lines[at].Length is > 0 and < 40 && (char.IsLower(lines[at][0]) || char.IsAsciiDigit(lines[at][0]))
        && lines[at - 1].Length >= WrapWidth && IsQuoted(lines[at - 1]) && IsQuoted(lines[at + 1]);

    /// <summary>A line of underscores, hyphens, equals signs or stars, as programs draw above a header block or a signature.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length >= 5 && (text.Trim('_').IsEmpty || text.Trim('-').IsEmpty || text.Trim('=').IsEmpty || text.Trim('*').IsEmpty || text.Trim("─━—").IsEmpty);
    }
}
