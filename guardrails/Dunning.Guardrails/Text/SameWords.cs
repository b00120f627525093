using System.Text;

namespace Dunning.Guardrails.Text;

/// <summary>
/// Whether two parts of a mail say the same. Layout may differ: line ends, bullets, and the commas and brackets that cells
/// of a table stand for. Words, figures, signs and full stops may not, nor their order.
/// </summary>
internal static class SameWords
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Whether the visible words are those of the text, or those of the text under a heading.</summary>
    /// <param name="heading">The only words that may stand above.</param>
    public static bool AreSame(string visible, string text, string heading)
    {
        var shown = Of(visible);
        var written = Of(text);
        if (shown.SequenceEqual(written)) return true;
        var above = Of(heading);
        return above.Count > 0 && shown.Count == above.Count + written.Count && shown.Take(above.Count).SequenceEqual(above) && shown.Skip(above.Count).SequenceEqual(written);
    }

    private static List<string> Of(string text)
    {
        List<string> words = [];
        // What is left out between a letter and its accent joins them in one part and not in the other.
        foreach (var line in CleanText.From(text).Text.Normalize(NormalizationForm.FormKC).Split('\n'))
        {
            var tokens = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < tokens.Length; i++)
            {
                var word = tokens[i].TrimStart('(').TrimEnd(',', ';', ')');
                if (word.Length > 0 && !(i == 0 && word is "-")) words.Add(word);
            }
        }

        return words;
    }
}
