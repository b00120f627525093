using System.Runtime.InteropServices;
using System.Text;

namespace Dunning.Guardrails.Text.Acts;

/// <summary>
/// A sentence as the classifier of speech acts reads it: folded words with figures, names, links and currencies as
/// classes, then the meanings of its words and the rules whose suspicious words it holds, which are the same in every language.
/// </summary>
public static class ActText
{
    private const char FirstMark = '\u5000', LastMark = '\u50ff';
    private const int FewestWords = 3;
    private const string Number = "qnum", Name = "qname", Link = "qlink", Currency = "qcur";

    private static readonly HashSet<string> Currencies = ["eur", "euro", "euros", "usd", "gbp", "chf", "sek", "dkk", "pln", "\u20ac", "$", "\u00a3"];

    /// <summary>The text the classifier is trained on and asked with.</summary>
    public static string Of(Part part, Sentence sentence, Sight sight)
    {
        var text = new StringBuilder(sentence.Length + 64);
        AddWords(part, sentence, text);
        AddMeanings(sentence, sight, text);
        return text.ToString();
    }

    /// <summary>The part of such a text that is the same in every language.</summary>
    public static string Meanings(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange(ActLexicon.FirstLetter, LastMark);
        return start < 0 ? "" : text[start..];
    }

    /// <summary>Whether there are words enough to do anything with: not "IBAN: DE12 ..." or "Total: 1,234.56 EUR".</summary>
    public static bool Speaks(Part part, Sentence sentence)
    {
        var words = 0;
        var links = new LinkPieces(part.Clean.Text);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Length > 1 && !IsProperName(part, sentence, i) && ClassOf(part, sentence.Tokens[i], links) is not (Number or Name or Link or Currency)) words++;
        }

        return words >= FewestWords;
    }

    private static void AddWords(Part part, Sentence sentence, StringBuilder text)
    {
        var last = "";
        var links = new LinkPieces(part.Clean.Text);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var word = IsProperName(part, sentence, i) ? Name : ClassOf(part, sentence.Tokens[i], links);
            // "1,234.56" is one figure and a name of two words one name.
            if (word == last && word is Number or Name or Link) continue;
            last = word;
            if (text.Length > 0) text.Append(' ');
            text.Append(word);
        }

        var ending = part.Clean.Text.AsSpan(sentence.Start, sentence.Length).TrimEnd();
        if (ending.Length > 0 && ending[^1] is '?' or '!') text.Append(' ').Append(ending[^1]);
    }

    // A meaning is one ideograph, so that the n-grams over words and characters are n-grams over meanings and nothing else.
    private static void AddMeanings(Sentence sentence, Sight sight, StringBuilder text)
    {
        var meanings = new List<char>(sentence.Tokens.Length);
        foreach (var token in sentence.Tokens) meanings.AddRange(ActLexicon.Of(token.Word));
        foreach (var (rule, suspicious) in sight.Hits)
        {
            if (suspicious) meanings.Add(Mark(rule));
        }

        foreach (var meaning in meanings) text.Append(' ').Append(meaning);
        AddPairs(CollectionsMarshal.AsSpan(meanings), text);
    }

    // Each pair once, where it first occurs. A meaning that led before has been paired with all that follows it, so the
    // time grows with the words of a sentence and not with their square.
    private static void AddPairs(ReadOnlySpan<char> meanings, StringBuilder text)
    {
        Span<bool> led = stackalloc bool[LastMark - ActLexicon.FirstLetter + 1];
        Span<bool> followed = stackalloc bool[led.Length];
        led.Clear();
        for (var i = 0; i < meanings.Length; i++)
        {
            var first = meanings[i];
            if (led[first - ActLexicon.FirstLetter]) continue;
            led[first - ActLexicon.FirstLetter] = true;
            followed.Clear();
            foreach (var second in meanings[(i + 1)..])
            {
                var at = second - ActLexicon.FirstLetter;
                if (led[at] || followed[at]) continue;
                followed[at] = true;
                _ = first < second ? text.Append(' ').Append(first).Append(second) : text.Append(' ').Append(second).Append(first);
            }
        }
    }

    private static string ClassOf(Part part, Token token, LinkPieces links)
    {
        var written = part.Clean.Text.AsSpan(token.Start, token.Length);
        if (token.Word == Sentences.Masked) return written.ContainsAnyInRange('0', '9') ? Number : Name;
        if (links.IsLink(token)) return Link;
        if (written.ContainsAnyInRange('0', '9')) return Number;
        return Currencies.Contains(token.Word) ? Currency : token.Word;
    }

    // "Fenwick Marine", "Laura Quinn": two capitalised words side by side without any known meaning, not at the beginning.
    private static bool IsProperName(Part part, Sentence sentence, int at) =>
        IsCapitalised(part, sentence, at) && (IsCapitalised(part, sentence, at - 1) || IsCapitalised(part, sentence, at + 1));

    private static bool IsCapitalised(Part part, Sentence sentence, int at)
    {
        if (at < 1 || at >= sentence.Tokens.Length) return false;
        var token = sentence.Tokens[at];
        return char.IsUpper(part.Clean.Text[token.Start]) && token.Length > 1 && char.IsLower(part.Clean.Text[token.Start + 1]) && !ActLexicon.Knows(token.Word);
    }

    private static char Mark(string rule) => (char)(FirstMark + ((rule[1] - '0') * 10) + rule[2] - '0');
}
