namespace Dunning.Mail.Zoning;

/// <summary>Recognises "Sent from my iPhone" and its kin.</summary>
internal static class Devices
{
    private const int Longest = 160;
    private const int MostWords = 16;

    /// <summary>Whether a program and not the sender wrote the line.</summary>
    public static bool Is(string line)
    {
        if (line.Length is < 8 or > Longest)
            return false;
        var text = Plain.Fold(line).Trim(' ', '\t', '<', '[', '*', '_', '.', '>', ']');
        if (Plain.StartsWithAny(text, DevicePhrases.Whole))
            return true;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= 8 && Plain.StartsWithAny(text, DevicePhrases.SentWith) && !text.Any(char.IsAsciiDigit) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Trim('.', '>', '*') is "Mail" or "Webmail" or "App" or "Email"))
            return true;
        return words.Length <= MostWords && Plain.StartsWithAny(text, DevicePhrases.Begin) && Plain.ContainsAny(text, DevicePhrases.Devices);
    }
}

/// <summary>Recognises the sender's own name, alone on a line.</summary>
internal static class SenderNames
{
    /// <summary>Whether the line is the sender's name, alone or with a title or contact details behind it.</summary>
    public static bool Begins(string line, string sender) =>
        Is(line, sender) || line.Length < 200 && !NameBlocks.IsSentence(line) && NameBlocks.Segments(line) is [var first, _, ..] && first.Contains(' ', StringComparison.Ordinal) && Is(first, sender);

    /// <summary>The sender's initials: "TS", "T.S.", "T. Sample" is left to the names.</summary>
    public static bool AreInitials(string line, string sender)
    {
        var letters = line.Trim(' ', '-', '/', '*').Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (letters.Length is < 1 or > 4 || !letters.All(char.IsLetter) || sender.Contains('@', StringComparison.Ordinal))
            return false;
        var words = Plain.Fold(sender).Split([' ', ',', '.', '-', '"'], StringSplitOptions.RemoveEmptyEntries);
        return letters.Length == 1 && char.IsUpper(letters[0]) && words.Any(w => w[0] == char.ToLowerInvariant(letters[0]))
            || words.Length == letters.Length && Plain.Fold(letters).Order().SequenceEqual(words.Select(w => w[0]).Order());
    }

    /// <summary>Whether the line holds nothing but words of the sender's name, at least one of three letters.</summary>
    public static bool Is(string line, string sender)
    {
        if (sender.Length == 0 || line.Length > 60)
            return false;
        var text = Plain.Fold(line).Trim(' ', '\t', '*', '_', '-', ',', '.', '/');
        while (text.Length > 4 && (text.EndsWith(" x", StringComparison.Ordinal) || text.EndsWith(" xx", StringComparison.Ordinal)))
            text = text[..text.LastIndexOf(' ')];
        if (text.Length < 2 || text.Any(char.IsAsciiDigit))
            return false;
        var known = Plain.Fold(sender).Split([' ', ',', '.', '@', '-', '"', '(', ')', '_'], StringSplitOptions.RemoveEmptyEntries);
        var words = text.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        // Short forms as "Tom" for Thomas; a department has none.
        var isPerson = known.Length is 2 or 3 && !JobTitles.Is(sender);
        return words.Length is > 0 and <= 5 && Array.TrueForAll(words, w => known.Contains(w) || w.Length >= 3 && isPerson && Array.Exists(known, k => k.StartsWith(w, StringComparison.Ordinal)) || w.Length == 1 && Array.Exists(known, k => k[0] == w[0])) && Array.Exists(words, w => w.Length >= 3);
    }
}
