namespace Dunning.Mail.Delivery;

/// <summary>Who an absence note names as deputy. Words from outside: to be shown, never to be written to unchecked.</summary>
/// <param name="Name">Letters, blanks, dots and hyphens only; null when only an address is named.</param>
/// <param name="Address">An address as written, or null.</param>
public sealed record NamedDeputy(string? Name, string? Address);

/// <summary>Finds the deputy in the text of an absence note.</summary>
internal static class Deputies
{
    private const int LongestName = 60;

    private static readonly string[] Triggers =
    [
        "contact", "colleague", "urgent", "reach out", "in my absence", "deput", "covering", "stand in for me", "please write to", "please email", "assist", "instead",
        "wenden", "vertret", "kolleg", "dringend", "kontakt", "ansprech", "übernimmt", "hilft ihnen", "schreiben sie an",
        "adresser", "remplac", "urgence", "urgent", "collègue", "joindre", "écrire à", "contacter",
        "contact", "diríjase", "dirigirse", "sustitu", "urgente", "compañer", "escrib",
        "contatt", "rivolg", "sostitu", "urgen", "collega", "scriver",
        "neem contact", "vervang", "collega", "dringend", "spoed", "waarnem", "mailen naar",
    ];

    private static readonly HashSet<string> Titles = new(["mr", "mrs", "ms", "miss", "dr", "frau", "herr", "herrn", "mme", "madame", "monsieur", "m", "sr", "sra", "señor", "señora", "sig", "signor", "signora", "sig.ra", "dhr", "mevr", "mevrouw", "meneer", "de heer"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> NoNames = new(
        ["i", "please", "for", "in", "if", "my", "during", "urgent", "contact", "the", "tel", "phone", "email", "e-mail", "mail", "monday", "tuesday", "wednesday", "thursday", "friday", "office", "accounts", "payable", "department",
         "bitte", "ich", "sie", "meine", "mein", "kollegin", "kollege", "kollegen", "vertretung", "fällen", "fall", "dringenden", "urlaub", "buchhaltung", "abteilung", "zeit", "angelegenheiten", "anliegen", "während", "wenden", "telefon", "büro", "abwesenheit", "rückfragen", "fragen",
         "en", "pour", "pendant", "merci", "veuillez", "vous", "mon", "ma", "collègue", "bureau", "service", "cas", "toute", "urgence",
         "durante", "para", "por", "si", "mi", "compañera", "compañero", "caso", "favor", "puede", "oficina",
         "per", "durante", "prego", "il", "la", "mia", "mio", "collega", "ufficio", "caso", "può", "si",
         "voor", "tijdens", "u", "mijn", "neem", "bij", "kunt", "spoed", "afdeling"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The deputy, or null. Addresses of the note's author and of its reader are nobody's deputy.</summary>
    public static NamedDeputy? Find(string text, IReadOnlyCollection<string> ownAddresses)
    {
        var sentences = Sentences(text);
        for (var i = 0; i < sentences.Count; i++)
        {
            var lower = sentences[i].ToLowerInvariant();
            if (!Array.Exists(Triggers, t => lower.Contains(t, StringComparison.Ordinal)))
                continue;
            var address = Address(sentences[i], ownAddresses) ?? (i + 1 < sentences.Count ? Address(sentences[i + 1], ownAddresses) : null);
            var name = Name(sentences[i]) ?? (address is not null && i + 1 < sentences.Count ? Name(sentences[i + 1]) : null);
            if (address is not null || name is not null)
                return new NamedDeputy(name, address);
        }
        return null;
    }

    private static List<string> Sentences(string text)
    {
        const int Most = 60;
        var found = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && found.Count < Most; i++)
        {
            var ends = text[i] is '\n' or '!' or '?' || text[i] == '.' && i + 2 < text.Length && char.IsWhiteSpace(text[i + 1]) && char.IsUpper(text[i + 2]) && i - start > 12 && !EndsTitle(text, start, i);
            if (!ends)
                continue;
            if (i - start > 1)
                found.Add(text[start..i].Trim());
            start = i + 1;
        }
        if (start < text.Length && found.Count < Most)
            found.Add(text[start..].Trim());
        return found;
    }

    private static bool EndsTitle(string text, int start, int at) => Titles.Contains(text[(Math.Max(start, text.LastIndexOf(' ', at) + 1))..at]);

    private static string? Address(string sentence, IReadOnlyCollection<string> own)
    {
        foreach (var word in sentence.Split([' ', '<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '/', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = word.TrimEnd('.', '-');
            var at = candidate.IndexOf('@', StringComparison.Ordinal);
            if (at > 0 && candidate.IndexOf('.', at) > at + 1 && candidate.Length <= 254 && candidate.All(c => char.IsLetterOrDigit(c) || "@.-_+'".Contains(c, StringComparison.Ordinal)) && !own.Contains(candidate, StringComparer.OrdinalIgnoreCase))
                return candidate;
        }
        return null;
    }

    /// <summary>Two to four capitalised words in a row, or one behind a title.</summary>
    private static string? Name(string sentence)
    {
        var words = sentence.Split([' ', '(', ')', ',', ';', ':', '<', '>', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var titled = Titles.Contains(words[i].TrimEnd('.'));
            var first = titled ? i + 1 : i;
            var end = first;
            while (end < words.Length && end < first + 4 && IsNameWord(words[end]))
                end++;
            if (end - first >= (titled ? 1 : 2))
            {
                var name = string.Join(' ', words[first..end]).Trim('.', '-');
                return name.Length <= LongestName ? name : null;
            }
        }
        return null;
    }

    private static bool IsNameWord(string word)
    {
        var text = word.Trim('.');
        return text.Length >= 2 && char.IsUpper(text[0]) && !NoNames.Contains(text) && !Titles.Contains(text) && text.Skip(1).Any(char.IsLower) && text.All(c => char.IsLetter(c) || c is '-' or '\'' or '’');
    }
}
