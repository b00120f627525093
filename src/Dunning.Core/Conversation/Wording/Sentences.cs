namespace Dunning.Core.Conversation.Wording;

/// <summary>Cuts a mail into sentences. Ordinals ("3. Mai"), abbreviations and wrapped lines do not end one.</summary>
public static class Sentences
{
    private const int WrappedLine = 60;

    // Nobody reads on for longer. What runs on without an end is cut at a blank, and in the end anywhere, so that what
    // looks at a sentence word by word stays quick whatever a mail contains.
    private const int Long = 500, Longest = 700;

    /// <summary>No sentence is longer; what is longer is read sentence by sentence.</summary>
    public const int Bound = Longest + 1;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "no", "nr", "inv", "ref", "bzw", "ca", "dr", "mr", "mrs", "ms", "approx", "rif", "art", "evtl", "ggf", "inkl", "rg", "tel", "sig",
        "spett", "ds", "mts", "zahlg", "bez", "vs", "ns", "lic", "dott", "avv", "gent", "dipl", "b", "z", "num", "fact", "fatt", "bestell", "re", "st", "co", "e", "g", "i", "d", "h", "u", "a", "o", "s", "p", "m", "mme", "sra", "sr",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez", "mon", "tue", "wed", "thu", "fri", "mo", "di", "mi", "do", "fr", "exp", "attn", "tsd",
    };

    /// <summary>Spans of the sentences in order, without surrounding white space; empty for a blank text.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        List<TextSpan> sentences = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, start, i)) continue;
            Add(text, start, i + 1, sentences);
            start = i + 1;
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>What is found in a text; one too long to be looked at as a whole is read sentence by sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Finds in a text of at most <see cref="Bound"/> characters.</param>
    /// <param name="shift">A finding that many characters further on.</param>
    public static IReadOnlyList<T> Read<T>(string text, Func<string, IReadOnlyList<T>> find, Func<T, int, T> shift) => text.Length <= Bound
        ? find(text) : [.. Split(text).SelectMany(at => find(text.Substring(at.Start, at.Length)).Select(found => shift(found, at.Start)))];

    private static bool EndsAt(string text, int start, int i) => i - start >= Longest || text[i] switch
    {
        _ when i - start >= Long && char.IsWhiteSpace(text[i]) => true,
        '\n' => EndsLine(text, start, i),
        '!' or '?' or '\u2026' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]),
        ';' => i + 1 < text.Length && text[i + 1] == ' ',
        '.' => i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) && !Continues(text, start, i),
        _ => false,
    };

    private static bool EndsLine(string text, int start, int i)
    {
        var next = i + 1;
        while (next < text.Length && text[next] is '\r' or ' ' or '\t') next++;
        if (next >= text.Length || text[next] == '\n' || text[next] is '-' or '*' or '\u2022') return true;
        var lineStart = i == 0 ? 0 : text.LastIndexOf('\n', i - 1) + 1;
        var line = text.AsSpan(Math.Max(lineStart, start), i - Math.Max(lineStart, start)).TrimEnd();
        return i - lineStart < WrappedLine || line.Length == 0 || line[^1] is '.' or '!' or '?' or ':' or ',';
    }

    private static bool Continues(string text, int start, int dot)
    {
        var word = dot;
        while (word > start && char.IsLetterOrDigit(text[word - 1])) word--;
        var next = dot + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && text[next] != '\n') next++;
        if (next == text.Length || text[next] == '\n') return false;
        var before = text.AsSpan(word, dot - word);
        // "Bis 4.1. Betriebsferien": a date in figures ends a sentence only before a word that begins one.
        if (before.Length is 1 or 2 && char.IsAsciiDigit(before[0]) && word > start + 1 && text[word - 1] == '.' && char.IsAsciiDigit(text[word - 2])) return !Begins(text.AsSpan(next));
        if (before.Length is 1 or 2 && char.IsAsciiDigit(before[0])) return char.IsLower(text[next]) || char.IsAsciiDigit(text[next]) || StartsMonth(text.AsSpan(next));
        return before.Length > 0 && Abbreviations.Contains(before.ToString().ToLowerInvariant());
    }

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "Wir", "Ich", "Sie", "Er", "Es", "Die", "Der", "Das", "Den", "Dem", "Ein", "Eine", "Bitte", "Danke", "Vielen", "Mit", "Mfg", "MfG", "Gruß", "Viele", "Freundliche", "Beste", "Liebe", "Können", "Könnten", "Kann", "Haben", "Hat", "Ist", "Sind",
        "Wird", "Werden", "Wenn", "Falls", "Sobald", "Ihre", "Ihr", "Unsere", "Unser", "Mein", "Meine", "Dann", "Danach", "Bis", "Am", "Im", "In", "Zum", "Für", "Auf", "Leider", "Aber", "Und", "Oder", "Da", "Diese", "Dieser", "Alle", "Alles", "Beide",
        "Entschuldigung", "Sorry", "Tut", "Passt", "Reicht", "Geht", "Hier", "Anbei", "Heute", "Morgen", "Nach", "Vor", "Zahlung", "Überweisung", "Rechnung", "Man", "Was", "Wann", "Wie", "Warum", "Wo", "Thanks", "Please", "We", "The", "Le", "La",
        "Les", "Nous", "Merci", "Je", "El", "Los", "Gracias", "Il", "Grazie", "Wij", "De", "Het", "Dank", "Met", "Graag", "Kunt", "Hebt",
    };

    private static bool Begins(ReadOnlySpan<char> text)
    {
        if (char.IsLower(text[0]) || char.IsAsciiDigit(text[0])) return false;
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end == 0 || end == 1 || Openers.Contains(text[..end].ToString());
    }

    private static bool StartsMonth(ReadOnlySpan<char> text)
    {
        foreach (var month in (ReadOnlySpan<string>)["Jan", "Jän", "Feb", "Mär", "Mae", "Mar", "Apr", "Mai", "May", "Jun", "Jul", "Aug", "Sep", "Okt", "Oct", "Nov", "Dez", "Dec"])
            if (text.StartsWith(month, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new TextSpan(start, end - start));
    }
}
