namespace Dunning.Mail.Delivery;

/// <summary>Finds the words that name the end of an absence; reading them as a date is left to the domain.</summary>
internal static class ReturnDate
{
    private const int Longest = 60;

    public static string? Find(string text)
    {
        var lower = text.ToLowerInvariant();
        string? best = null;
        var bestAt = int.MaxValue;
        foreach (var word in MachinePhrases.Until)
        {
            for (var at = Next(lower, word, 0); at >= 0; at = Next(lower, word, at + 1))
            {
                var found = Words(text, at + word.Length);
                // The longest introduction at the earliest place: "bis zum " rather than "bis ".
                if (found is not null && (at < bestAt || at == bestAt && found.Length < best!.Length))
                    (best, bestAt) = (found, at);
            }
        }
        return best;
    }

    private static int Next(string text, string word, int from)
    {
        for (var at = from; at < text.Length && (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (word[0] == ' ' || at == 0 || !char.IsLetter(text[at - 1]))
                return at;
        }
        return -1;
    }

    private static string? Words(string text, int start)
    {
        var end = start;
        while (end < text.Length && end < start + Longest && text[end] is not ('\n' or '!' or '?' or ';' or '(' or ')'))
        {
            // A full stop ends the words unless a digit stands before it, as in "4. März" or "04.03.2026".
            if (text[end] == '.' && (end == 0 || !char.IsAsciiDigit(text[end - 1]) || end + 1 < text.Length && char.IsWhiteSpace(text[end + 1]) && end + 2 < text.Length && char.IsUpper(text[end + 2]) && EndsYear(text, end)))
                break;
            end++;
        }
        var words = text[start..end].Trim(' ', ',', '.', ':');
        var lower = words.ToLowerInvariant();
        return words.Length > 0 && (words.Any(char.IsAsciiDigit) || MachinePhrases.Contains(lower, MachinePhrases.Weekdays)) ? words : null;
    }

    private static bool EndsYear(string text, int end) => end >= 4 && text.AsSpan(end - 4, 4).ContainsAnyExceptInRange('0', '9') is false;
}
