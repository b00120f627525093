namespace Dunning.Console.Text;

/// <summary>What happened to a stretch of text.</summary>
public enum Change { Same, Removed, Added }

/// <summary>A stretch of text and what happened to it.</summary>
public sealed record DiffPart(Change Change, string Text);

/// <summary>Differences between two texts, word by word.</summary>
public static class WordDiff
{
    // Above this the table would be large for a text nobody reads word by word; then lines are compared.
    private const long LargestTable = 4_000_000;

    /// <summary>The parts of both texts in order; joined without the removed ones they are the new text.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, now) = (Split(before, words: true), Split(after, words: true));
        if ((long)old.Count * now.Count > LargestTable) (old, now) = (Split(before, words: false), Split(after, words: false));
        if ((long)old.Count * now.Count > LargestTable) return [new(Change.Removed, before), new(Change.Added, after)];
        return Joined(Walk(old, now, Lengths(old, now)));
    }

    /// <summary>Length of the longest common subsequence of every pair of tails.</summary>
    private static int[,] Lengths(List<string> old, List<string> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }

    private static IEnumerable<DiffPart> Walk(List<string> old, List<string> now, int[,] lengths)
    {
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                yield return new(Change.Same, now[j++]);
                i++;
            }
            else if (j == now.Count || (i < old.Count && lengths[i + 1, j] >= lengths[i, j + 1])) yield return new(Change.Removed, old[i++]);
            else yield return new(Change.Added, now[j++]);
        }
    }

    private static List<DiffPart> Joined(IEnumerable<DiffPart> parts)
    {
        List<DiffPart> joined = [];
        foreach (var part in parts)
        {
            if (joined is [.., var last] && last.Change == part.Change) joined[^1] = last with { Text = last.Text + part.Text };
            else joined.Add(part);
        }

        return joined;
    }

    /// <summary>Words and the blanks between them, or lines with their ends.</summary>
    private static List<string> Split(string text, bool words)
    {
        List<string> pieces = [];
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            if (words)
            {
                while (to < text.Length && text[from] != '\n' && text[to] != '\n' && char.IsWhiteSpace(text[to]) == char.IsWhiteSpace(text[from])) to++;
            }
            else
            {
                to = text.IndexOf('\n', from) is var end && end < 0 ? text.Length : end + 1;
            }

            pieces.Add(text[from..to]);
            from = to;
        }

        return pieces;
    }
}
