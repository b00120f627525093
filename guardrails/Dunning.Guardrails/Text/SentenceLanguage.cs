namespace Dunning.Guardrails.Text;

/// <summary>
/// Tells the language of one sentence by words that stand for it. Ledger names, figures, quoted text and capitalised
/// words inside a sentence say nothing: product and place names keep their language in every mail.
/// </summary>
public static class SentenceLanguage
{
    private const int FewestWords = 2;
    private const int LongestGap = 1;
    private const int ShortestRun = 4;

    private static readonly string[] Order = ["en", "de", "fr", "es", "it", "nl"];

    // A bit per language; a word may stand for two.
    private static readonly Dictionary<string, int> Words = Read(
        LanguageWords.English, LanguageWords.German, LanguageWords.French, LanguageWords.Spanish, LanguageWords.Italian, LanguageWords.Dutch);

    /// <summary>The words with their languages; part of the catalogue version.</summary>
    public static string Source { get; } = string.Join('|', Words.OrderBy(static pair => pair.Key, StringComparer.Ordinal));

    /// <summary>Whether sentences of this language can be told.</summary>
    public static bool Knows(string language) => Array.IndexOf(Order, language) >= 0;

    /// <summary>
    /// The language other than <paramref name="wanted"/> that the sentence, or a stretch of it, is written in; null when
    /// it is the wanted one or says too little.
    /// </summary>
    /// <param name="fewest">Telling words that must be there.</param>
    public static string? Foreign(Part part, Sentence sentence, string wanted, int fewest = FewestWords)
    {
        var own = 1 << Array.IndexOf(Order, wanted);
        var marks = Marks(part, sentence);
        string? found = null;
        var most = 0;
        for (var language = 0; language < Order.Length; language++)
        {
            var mark = 1 << language;
            if (mark == own) continue;
            var (hits, against, run) = Count(marks, mark, own);
            if (hits <= most || hits < fewest) continue;
            if (hits >= 2 * against || run >= ShortestRun) (found, most) = (Order[language], hits);
        }

        return found;
    }

    // Words of the language alone, of the wanted one alone, and the longest row of the former.
    private static (int Hits, int Against, int Run) Count(List<int> marks, int mark, int own)
    {
        int hits = 0, against = 0, run = 0, longest = 0, gap = 0;
        foreach (var at in marks)
        {
            var (isIt, isOwn) = ((at & mark) != 0, (at & own) != 0);
            if (isOwn && !isIt) against++;
            if (isIt && !isOwn)
            {
                hits++;
                run++;
                gap = 0;
            }
            else if (isOwn && !isIt || ++gap > LongestGap)
            {
                run = gap = 0;
            }

            longest = Math.Max(longest, run);
        }

        return (hits, against, longest);
    }

    private static List<int> Marks(Part part, Sentence sentence)
    {
        var text = part.Clean.Text;
        var marks = new List<int>(sentence.Tokens.Length);
        var first = true;
        foreach (var token in sentence.Tokens)
        {
            if (token.Word == Sentences.Masked || !char.IsLetter(text[token.Start]) || IsQuoted(text, sentence, token.Start)) continue;
            if (char.IsLower(text[token.Start]) || first) marks.Add(Words.GetValueOrDefault(token.Word));
            first = false;
        }

        return marks;
    }

    // Invoice texts stand in quotation marks: one was opened before the word, and one closes after it.
    private static bool IsQuoted(string text, Sentence sentence, int at)
    {
        var open = false;
        foreach (var character in text.AsSpan(sentence.Start, at - sentence.Start))
        {
            if (character is '"' or '\u201c') open = !open;
            else if (character is '\u00ab' or '\u201e') open = true;
            else if (character is '\u00bb' or '\u201d') open = false;
        }

        return open && text.AsSpan(at, sentence.Start + sentence.Length - at).IndexOfAny("\"\u201c\u201d\u00bb") >= 0;
    }

    private static Dictionary<string, int> Read(params string[] lists)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var language = 0; language < lists.Length; language++)
        {
            foreach (var word in lists[language].Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | (1 << language);
        }

        return words;
    }
}
