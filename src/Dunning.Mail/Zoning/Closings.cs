namespace Dunning.Mail.Zoning;

/// <summary>Recognises closing formulas.</summary>
internal static class Closings
{
    private const int Longest = 240;

    /// <summary>A closing formula stands alone on its line, perhaps with a name, a town or an address of courtesy behind it.</summary>
    public static bool Is(string line)
    {
        if (line.Length is 0 or > Longest)
            return false;
        var text = Clean(line);
        if (text.Length == 0)
            return false;
        if (Plain.StartsWithAny(text, ClosingPhrases.Courtly) && Array.Exists(ClosingPhrases.CourtlyEnds, e => text.TrimEnd(',', '.').EndsWith(e, StringComparison.Ordinal) || text.Contains("agreer", StringComparison.Ordinal) && text.Contains(e, StringComparison.Ordinal)))
            return true;
        if (IsGreeting(text) || EndsInGreeting(text))
            return true;
        foreach (var formula in ClosingPhrases.Formulas)
        {
            if (!text.StartsWith(formula, StringComparison.Ordinal))
                continue;
            var rest = text[formula.Length..];
            if (rest.Length == 0)
                return true;
            var ends = formula[^1] is ',' or '.' || rest[0] is ',' or '.' or '!' or ' ' or '/' or '-' or '\t' or '&';
            if (ends && !rest.Any(char.IsAsciiDigit) && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsAfter(formula) && !rest.Contains('?', StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>"Mit lieben Grüßen aus Wien": a few words around a noun of greeting.</summary>
    private static bool IsGreeting(string text)
    {
        if (text.Length > 60 || text.Any(char.IsAsciiDigit) || !Plain.StartsWithAny(text, ClosingPhrases.GreetingBeginnings))
            return false;
        var words = text.Split([' ', ',', '/', '!'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 7 && Array.Exists(ClosingPhrases.Greetings, g => g.Contains(' ', StringComparison.Ordinal) ? text.Contains(g, StringComparison.Ordinal) : Array.IndexOf(words, g) is > 0 and < 4);
    }

    /// <summary>"Danke und Gruß": a few words whose last is a noun of greeting.</summary>
    private static bool EndsInGreeting(string text)
    {
        if (text.Length > 50 || text.Any(char.IsAsciiDigit) || text.AsSpan().ContainsAny("?@"))
            return false;
        var words = text.Split([' ', ',', '/', '!', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 6 && ClosingPhrases.Greetings.Contains(words[^1]) && Plain.StartsWithAny(text, ClosingPhrases.Thanks);
    }

    /// <summary>A sentence that says nothing but that an answer is awaited: "Looking forward to hearing from you."</summary>
    public static bool IsWaiting(string line)
    {
        const int LongestWaiting = 130;
        if (line.Length is < 10 or > LongestWaiting || line.Any(char.IsAsciiDigit) || line.Contains('?', StringComparison.Ordinal))
            return false;
        var text = Clean(line);
        return Plain.StartsWithAny(text, ClosingPhrases.Waiting) && Plain.ContainsAny(text, ClosingPhrases.Answers) && !Plain.ContainsAny(text, ClosingPhrases.Conditions);
    }

    /// <summary>"Thanks," and its kin, alone on the line.</summary>
    public static bool IsThanks(string line) => line.Length < 60 && ClosingPhrases.Thanks.Contains(Clean(line).TrimEnd(',', ' '));

    /// <summary>Whether a line of prose ends with a formula, as after "…, wir zahlen morgen. Mit freundlichen Grüßen".</summary>
    public static bool Ends(string line)
    {
        if (line.Length is < 20 or > 1000)
            return false;
        var text = Clean(line).TrimEnd(',', ' ');
        var at = Math.Max(text.LastIndexOf('.'), Math.Max(text.LastIndexOf('!'), text.LastIndexOf(',')));
        return at > 0 && ClosingPhrases.Formulas.Contains(text[(at + 1)..].Trim());
    }

    private static int MostWordsAfter(string formula) => Plain.StartsWithAny(formula, ClosingPhrases.Courtly) ? 20 : formula.Contains(' ', StringComparison.Ordinal) ? 6 : 4;

    private static string Clean(string line) => Plain.Fold(line).Trim(' ', '\t', '*', '_', '.', '!', '|', '>', ':', ')', ';', '-');
}
