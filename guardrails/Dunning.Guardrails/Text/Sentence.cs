namespace Dunning.Guardrails.Text;

/// <summary>A word of a sentence in folded form, with its place in the cleaned text.</summary>
public readonly record struct Token(string Word, int Start, int Length);

/// <summary>A sentence, a heading or a list line.</summary>
/// <param name="Start">First character in the cleaned text.</param>
public sealed record Sentence(int Start, int Length, Token[] Tokens);

/// <summary>Cuts cleaned text into sentences and folded words.</summary>
public static class Sentences
{
    /// <summary>Stands for a masked ledger name; no rule knows the word.</summary>
    public const string Masked = "\u00a4";

    /// <summary>Splits at sentence ends, blank lines and list lines; a single line break only joins.</summary>
    /// <param name="masks">Stretches that are ledger names and count as one neutral word each.</param>
    public static List<Sentence> Split(string text, IReadOnlyList<(int Start, int Length)> masks)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, i, masks)) continue;
            Add(text, start, i + 1, masks, sentences);
            start = i + 1;
        }

        Add(text, start, text.Length, masks, sentences);
        return sentences;
    }

    private static bool EndsAt(string text, int i, IReadOnlyList<(int Start, int Length)> masks)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\n';
        switch (text[i])
        {
            case '.' or '!' or '?' or '\u2026':
                return char.IsWhiteSpace(next) && !IsAbbreviation(text, i) && !Inside(masks, i);
            case ';':
                return !Inside(masks, i);
            case '\n':
                var rest = text.AsSpan(i + 1).TrimStart(" \t");
                return rest.IsEmpty || rest[0] is '\n' or '-' or '*' or '\u2022' or '\u2013' or '>' or '|' || char.IsAsciiDigit(rest[0]) && IsMarker(rest);
            default:
                return false;
        }
    }

    private static bool IsMarker(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        return digits < rest.Length - 1 && rest[digits] is '.' or ')' && rest[digits + 1] == ' ';
    }

    // A full stop after a number or a single letter ("5. März", "z. B.") or after "Nr", "Dr" ends no sentence.
    private static bool IsAbbreviation(string text, int dot)
    {
        if (text[dot] != '.') return false;
        var begin = dot;
        while (begin > 0 && char.IsLetterOrDigit(text[begin - 1])) begin--;
        var word = text.AsSpan(begin, dot - begin);
        if (word.Length is > 0 and <= 2 && char.IsAsciiDigit(word[0])) return true;
        return word.Length == 1 || word is "Nr" or "No" or "no" or "Dr" or "Mr" or "Mrs" or "Ms" or "Hr" or "Fr" or "Sr" or "Sra" or "bzw" or "ca" or "inkl" or "Str" or "dhr" or "mevr" or "Dott" or "Sig";
    }

    private static bool Inside(IReadOnlyList<(int Start, int Length)> masks, int index)
    {
        foreach (var (start, length) in masks)
        {
            if (index >= start && index < start + length - 1) return true;
        }

        return false;
    }

    private static void Add(string text, int start, int end, IReadOnlyList<(int Start, int Length)> masks, List<Sentence> sentences)
    {
        var tokens = Tokens(text, start, end, masks);
        if (tokens.Count > 0) sentences.Add(new(start, end - start, [.. tokens]));
    }

    private static List<Token> Tokens(string text, int start, int end, IReadOnlyList<(int Start, int Length)> masks)
    {
        var tokens = new List<Token>();
        var next = 0;
        for (var i = start; i < end;)
        {
            // Masks come in order of place.
            while (next < masks.Count && masks[next].Start < i) next++;
            if (next < masks.Count && masks[next].Start == i)
            {
                tokens.Add(new(Masked, i, masks[next].Length));
                i += masks[next].Length;
                continue;
            }

            var length = WordLength(text, i, end);
            if (length > 0) tokens.Add(new(Folding.Fold(text.AsSpan(i, length)), i, length));
            i += Math.Max(1, length);
        }

        return Spelling.Join(text, tokens);
    }

    private static int WordLength(string text, int i, int end)
    {
        if (text[i] is '%' or '\u20ac' or '$' or '\u00a3') return 1;
        var length = 0;
        if (char.IsLetter(text[i]))
        {
            while (i + length < end && (char.IsLetter(text[i + length]) || char.IsAsciiDigit(text[i + length]))) length++;
        }
        else if (char.IsAsciiDigit(text[i]))
        {
            while (i + length < end && char.IsAsciiDigit(text[i + length])) length++;
        }

        return length;
    }
}
