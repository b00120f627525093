using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Numbers in words beside nouns that make them a claim: money, percent, spans of time, instalments, invoices.</summary>
public static class NumberWords
{
    private static readonly string[] Units =
    [
        "one ein eine einen einem einer un une uno una een", "two zwei deux dos due twee", "three drei trois tres tre drie", "four vier quatre cuatro quattro",
        "five funf fuenf cinq cinco cinque vijf", "six sechs seis sei zes", "seven sieben sept siete sette zeven", "eight acht huit ocho otto",
        "nine neun neuf nueve nove negen", "ten zehn dix diez dieci tien", "eleven elf onze once undici", "twelve zwolf zwoelf douze doce dodici twaalf",
    ];

    private static readonly string[] Larger =
    [
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
        "thousand", "million", "dozen", "half", "zwanzig", "dreissig", "vierzig", "funfzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig", "hundert", "tausend", "dutzend",
        "dreizehn", "vierzehn", "funfzehn", "halb", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "mille", "quince",
        "catorce", "trece", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien", "ciento", "mil", "venti", "trenta", "quaranta",
        "cinquanta", "sessanta", "settanta", "ottanta", "novanta", "cento", "mila", "quindici", "quattordici", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig",
        "tachtig", "negentig", "honderd", "duizend", "veertien", "vijftien",
    ];

    private static readonly Dictionary<string, int> Small = Units.SelectMany(static (words, index) => words.Split(' ').Select(word => (word, index + 1)))
        .DistinctBy(static pair => pair.word).ToDictionary(static pair => pair.word, static pair => pair.Item2);

    private static readonly Phrases Nouns = Phrases.Of("""
        euro|euros|eur|dollar|dollars|dollari|dolares|pound|pounds|franken|francs|franchi|cents|sterline|libras
        percent|prozent|pourcent|porciento|percento|procent
        per|pour|por cent|ciento|cento
        day|days|tag|tage|tagen|jour|jours|dia|dias|giorno|giorni|dagen
        week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken
        month|months|monat|monate|monaten|monats|mois|mes|meses|mese|mesi|maand|maanden
        hour|hours|stunden|heures|horas|ore|uur
        instalment*|installment*|raten|monatsraten|teilbetrage|teilbetragen|mensualites|versements|plazos|cuotas|rate|termijnen|payments|zahlungen|parts|portions
        """);

    private static readonly Phrases Invoices = Phrases.Of("""
        invoice|invoices|rechnung|rechnungen|facture|factures|factura|facturas|fattura|fatture|factuur|facturen
        """);

    /// <summary>The words that count as numbers; part of the catalogue version.</summary>
    public static string Source { get; } = string.Join('|', Units) + string.Join('|', Larger) + Nouns.Source;

    /// <summary>The first number in words that claims something.</summary>
    /// <param name="language">Language of the mail: "due" is two in Italian and payable in English.</param>
    /// <param name="isCount">Whether this many invoices is right.</param>
    /// <param name="isSpan">Whether this many days, weeks or months follows from the facts.</param>
    public static (int Start, int Length)? Find(Sentence sentence, string language, Func<decimal, bool> isCount, Func<decimal, string, int, bool> isSpan)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (ValueOf(tokens[i].Word) is not { } value) continue;
            var after = tokens.AsSpan(i + 1, Math.Min(3, tokens.Length - i - 1)).ToArray();
            if (after.Length == 0) continue;
            // French and Spanish eleven is Dutch "our".
            if (tokens[i].Word == "onze" && after[0].Word is ("factuur" or "facturen")) continue;
            // "One" is an article in most languages; beside a unit of time or a part it claims nothing.
            if (tokens[i].Word == "due" && language == "en") continue;
            if (value != 1 && Near(after) is { } noun && !(value > 0 && noun.First == noun.Last && isSpan(value, after[noun.Last].Word, tokens[i].Start))) return Stretch(tokens[i], after[noun.Last]);
            if (value > 1 && Invoices.Find(after) is { } invoice && invoice.First <= 1 && !isCount(value)) return Stretch(tokens[i], after[invoice.Last]);
        }

        return null;
    }

    // The nearest noun, not the first of the vocabulary: "two months overdue, EUR 500".
    private static PhraseHit? Near(Token[] after)
    {
        for (var length = 1; length <= after.Length; length++)
        {
            if (Nouns.Find(after[..length]) is { } noun) return noun.First <= 1 ? noun : null;
        }

        return null;
    }

    // 0 stands for a larger number whose value does not matter.
    private static int? ValueOf(string word)
    {
        if (Small.TryGetValue(word, out var value)) return value;
        if (Array.IndexOf(Larger, word) >= 0) return 0;
        return word.Length > 6 && Larger.Any(part => part.Length > 4 && word.EndsWith(part, StringComparison.Ordinal) && StartsWithNumber(word)) ? 0 : null;
    }

    // German, Italian and Dutch write compounds as one word: "zweihundert", "venticinque", "vijfenveertig".
    private static bool StartsWithNumber(string word) =>
        Small.Keys.Any(part => part.Length > 2 && word.StartsWith(part, StringComparison.Ordinal)) || Larger.Any(part => word.StartsWith(part, StringComparison.Ordinal));

    private static (int Start, int Length) Stretch(Token first, Token last) => (first.Start, last.Start + last.Length - first.Start);
}
