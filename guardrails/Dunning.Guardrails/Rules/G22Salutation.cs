using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G22: the salutation names the contact of the facts, the customer, or nobody in particular. A wrong name tells the
/// reader that the message was meant for someone else.
/// </summary>
public static class G22Salutation
{
    private const int LongestSalutation = 10;
    private const string Ends = ",\n:!";

    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal)
    {
        "dear", "hello", "hi", "sehr", "guten", "hallo", "liebe", "lieber", "bonjour", "cher", "chere", "madame", "monsieur", "estimado", "estimada", "estimados", "hola", "gentile",
        "egregio", "spettabile", "buongiorno", "buonasera", "buenos", "buenas", "bonsoir", "good", "goedemorgen", "goedemiddag", "apreciado", "apreciada", "geachte", "beste", "goedendag", "mesdames", "muy",
    };

    private static readonly HashSet<string> Nobody = new(Openings, StringComparer.Ordinal)
    {
        "geehrte", "geehrter", "geehrtes", "tag", "morgen", "good", "morning", "day", "afternoon", "mr", "mrs", "ms", "mx", "miss", "sir", "madam", "or", "and", "team", "herr", "herrn", "frau",
        "damen", "herren", "und", "dr", "prof", "messieurs", "mme", "m", "equipe", "senor", "senora", "senores", "senoras", "sr", "sra", "y", "equipo", "signor", "signora", "signori", "dott", "dottssa",
        "e", "heer", "mevrouw", "dames", "heren", "en", "et", "accounts", "payable", "accounting", "finance", "department", "customer", "client", "colleague", "colleagues", "all", "there", "everyone",
        "kreditorenbuchhaltung", "buchhaltung", "buchhaltungsteam", "kunde", "kundin", "kunden", "de", "du", "la", "le", "der", "die", "das", "service", "comptabilite", "client", "cliente", "relatie",
        "klant", "contabilidad", "administracion", "administratie", "contabilita", "amministrazione", "team", "to", "whom", "it", "may", "concern", "van", "von", "di", "del", "partner", "mes", "mia", "mio",
        "crediteurenadministratie", "departamento", "ufficio", "senores", "amigos", "buenos", "dias", "buenas", "tardes", "buonasera", "bonsoir", "goedemorgen", "goedemiddag", "apreciado", "apreciada", "creditor", "debitorenbuchhaltung", "zusammen", "tous", "tutti", "allen", "goede", "the", "in",
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G22", "salutation with another name", "A wrong name shows a message meant for someone else.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
        Vocabulary = string.Join('|', Nobody),
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var part in draft.Parts)
        {
            if (part.Kind == PartKind.Subject || part.Sentences.Count == 0) continue;
            var line = FirstLine(part);
            if (line.Count == 0 || line.Count > LongestSalutation || !Openings.Contains(line[0].Word)) continue;
            foreach (var token in line)
            {
                if (token.Word != Sentences.Masked && char.IsUpper(part.Clean.Text[token.Start]) && !Nobody.Contains(token.Word) && !IsOwn(token.Word, facts))
                    return part.Found("G22", Verdict.Hold, token.Start, token.Length, "the salutation names someone else");
            }
        }

        return null;
    }

    // Up to the comma or the end of the line, whichever comes first.
    private static List<Token> FirstLine(Part part)
    {
        var text = part.Clean.Text;
        var start = part.Sentences[0].Tokens[0].Start;
        var end = text.AsSpan(start).IndexOfAny(Ends);
        if (end < 0) return [];
        var line = Upto(part, start + end);
        // "Buenos días, Alex Kim:" names the reader only behind the comma.
        if (text[start + end] != ',' || line.Exists(static token => !Nobody.Contains(token.Word))) return line;
        var beyond = text.AsSpan(start + end + 1).IndexOfAny(Ends);
        return beyond <= 0 ? line : Upto(part, start + end + 1 + beyond);
    }

    private static List<Token> Upto(Part part, int end) =>
        [.. part.Sentences.SelectMany(static sentence => sentence.Tokens).TakeWhile(token => token.Start < end)];

    private static bool IsOwn(string word, SendFacts facts)
    {
        var names = $"{facts.Facts.ContactName} {facts.Facts.CustomerName}";
        return names.Split([' ', '.', ',', '-', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries).Any(name => Folding.Fold(name) == word);
    }
}
