namespace Dunning.Mail.Zoning;

/// <summary>Takes a line apart into folded words of letters.</summary>
internal static class EndWords
{
    private const int Longest = 400;

    /// <summary>The folded words of a line, of two letters and more; what stands behind <see cref="Longest"/> characters is left out.</summary>
    public static List<string> Of(string line)
    {
        var text = Plain.Fold(line.Length > Longest ? line[..Longest] : line);
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end - i > 1)
                words.Add(text[i..end]);
            i = Math.Max(end, i + 1);
        }
        return words;
    }
}
