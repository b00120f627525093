namespace Dunning.Guardrails.Text;

/// <summary>Joins words that were spelled out or cut up to slip past a reader of words: "l e g a l", "in-kasso".</summary>
public static class Spelling
{
    private const int ShortestRun = 3;

    /// <summary>Replaces runs of single letters with equal separators by the word they spell.</summary>
    public static List<Token> Join(string text, List<Token> tokens)
    {
        if (!tokens.Exists(static token => token.Length == 1)) return tokens;
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var end = RunEnd(text, tokens, i);
            if (end - i >= ShortestRun)
            {
                var word = string.Concat(tokens.Skip(i).Take(end - i).Select(static token => token.Word));
                var last = tokens[end - 1];
                joined.Add(new(word, tokens[i].Start, last.Start + last.Length - tokens[i].Start));
                i = end;
            }
            else
            {
                joined.Add(tokens[i++]);
            }
        }

        return joined;
    }

    /// <summary>The tokens with every hyphenated word written as one, or null when there is none.</summary>
    public static Token[]? Dehyphenated(string text, Token[] tokens)
    {
        List<Token>? joined = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var previous = joined is null ? i > 0 ? tokens[i - 1] : default : joined[^1];
            if (previous.Length > 0 && IsHyphen(text, previous.Start + previous.Length, tokens[i].Start))
            {
                joined ??= [.. tokens.Take(i)];
                joined[^1] = new(previous.Word + tokens[i].Word, previous.Start, tokens[i].Start + tokens[i].Length - previous.Start);
            }
            else
            {
                joined?.Add(tokens[i]);
            }
        }

        return joined is null ? null : [.. joined];
    }

    // Also a hyphen at a line's end: "Mahn-\nbescheid".
    private static bool IsHyphen(string text, int from, int to) =>
        to > from && to - from <= 3 && text[from] is '-' or '\u2010' or '_' or '*' or '\u00b7' && text.AsSpan(from + 1, to - from - 1).Trim().IsEmpty &&
        (to - from == 1 || text.AsSpan(from, to - from).Contains('\n'));

    private static int RunEnd(string text, List<Token> tokens, int start)
    {
        var end = start;
        string? separator = null;
        while (end < tokens.Count && tokens[end].Length == 1 && char.IsLetter(tokens[end].Word[0]))
        {
            if (end > start)
            {
                var from = tokens[end - 1].Start + 1;
                var between = text[from..tokens[end].Start];
                separator ??= between;
                if (between.Length is 0 or > 3 || between != separator) break;
            }

            end++;
        }

        return end;
    }
}
