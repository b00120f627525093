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
        if (text.Length == 0 || Plain.ContainsAny(text, SignaturePhrases.Concerning))
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

    /// <summary>"Danke und Gruß", "Ein schönes Wochenende und viele Grüße": thanks, wishes and greetings joined, one of them a greeting.</summary>
    private static bool EndsInGreeting(string text)
    {
        if (text.Length > 80 || text.Any(char.IsAsciiDigit) || text.AsSpan().ContainsAny("?@.!"))
            return false;
        var parts = text.Split([",", " und ", " and ", " et ", " y ", " e ", " en ", "&", "/", "+"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Exists(parts, HasGreeting) && Array.TrueForAll(parts, p => IsThanks(p) || IsWish(p) || HasGreeting(p));
    }

    /// <summary>"tanti cari saluti", "regards from Dublin": a few words with a noun of greeting, at the end or before a place.</summary>
    private static bool HasGreeting(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(words, w => ClosingPhrases.Greetings.Contains(w));
        return at is >= 0 and < 4 && words.Length - at <= 4 && (at == words.Length - 1 || SignaturePhrases.Places.Contains(words[at + 1]))
            && (at == 0 || Plain.StartsWithAny(part, ClosingPhrases.GreetingBeginnings));
    }

    /// <summary>A wish for the day or the week: "Belle soirée", "Have a great weekend". It closes a mail above a name.</summary>
    public static bool IsWish(string line)
    {
        if (line.Length > 60 || line.Any(char.IsAsciiDigit) || line.Contains('?', StringComparison.Ordinal))
            return false;
        var text = Clean(line);
        var words = text.Split([' ', ',', '/', '!'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 8 && Plain.StartsWithAny(text, SignaturePhrases.Wishing) && Array.Exists(words, w => SignaturePhrases.Wished.Contains(w));
    }

    /// <summary>Whether a line closes a mail if a name stands below it: a few words that end with a comma, or that hold the root of a greeting.</summary>
    public static bool MayClose(string line)
    {
        const int MostWords = 8;
        if (line.Length > 70 || line.Any(char.IsAsciiDigit) || line.AsSpan().ContainsAny("?@:"))
            return false;
        var text = Plain.Fold(line).Trim();
        var words = text.Split([' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || Plain.StartsWithAny(text, SignaturePhrases.Salutations) || Plain.ContainsAny(text, SignaturePhrases.Concerning))
            return false;
        return text[^1] is ',' && words.Length <= 5 || Array.Exists(words, w => Plain.StartsWithAny(w, SignaturePhrases.GreetingRoots));
    }

    /// <summary>A sentence that says nothing but that an answer is awaited: "Looking forward to hearing from you."</summary>
    public static bool IsWaiting(string line)
    {
        const int LongestWaiting = 130;
        if (line.Length is < 10 or > LongestWaiting || line.Any(char.IsAsciiDigit) || line.Contains('?', StringComparison.Ordinal))
            return false;
        var text = Clean(line);
        // A second sentence in the line says something else.
        if (text.Contains(". ", StringComparison.Ordinal) || text.Contains("! ", StringComparison.Ordinal))
            return false;
        return Plain.StartsWithAny(text, SignaturePhrases.Waiting) && Plain.ContainsAny(text, SignaturePhrases.Answers) && !Plain.ContainsAny(text, SignaturePhrases.Conditions);
    }

    /// <summary>"Thanks," and its kin, alone on the line or with words that only stress it.</summary>
    public static bool IsThanks(string line)
    {
        if (line.Length >= 60)
            return false;
        var text = Clean(line).TrimEnd(',', ' ');
        return ClosingPhrases.Thanks.Contains(text) || Array.Exists(ClosingPhrases.Thanks, t => text.StartsWith(t + " ", StringComparison.Ordinal) && Array.TrueForAll(text[t.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries), SignaturePhrases.Stressing.Contains));
    }

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
