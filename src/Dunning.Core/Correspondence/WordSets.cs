namespace Dunning.Core.Correspondence;

/// <summary>Texts compared by the words they share, whatever their order, case and punctuation.</summary>
public static class WordSets
{
    /// <summary>The words of a text in small letters; a slot, <c>{name}</c> with or without forms, is one word.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        HashSet<string> words = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (text[at] == '{')
            {
                end = text.IndexOf('}', at) is var close && close < 0 ? text.Length : close + 1;
                words.Add(text[at..end].Split('|')[0].Trim('{', '}') is var slot ? $"{{{slot}}}" : "");
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
                words.Add(text[at..end].ToLowerInvariant());
            }

            at = end;
        }

        return words;
    }

    /// <summary>Shared words over all words (Jaccard), 0 to 1; 0 when either text has none.</summary>
    public static double Similarity(IReadOnlySet<string> first, IReadOnlySet<string> second)
    {
        if (first.Count == 0 || second.Count == 0) return 0;
        var shared = first.Count(second.Contains);
        return shared / (double)(first.Count + second.Count - shared);
    }
}
