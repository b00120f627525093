namespace Dunning.Guardrails.Text;

/// <summary>Sets of words, stems, endings and inner parts, each with a number; a word may be in several.</summary>
internal sealed class WordClasses
{
    private readonly Dictionary<string, List<int>> exact = [];
    private readonly Dictionary<string, List<int>> stems = [];
    private readonly List<(string Part, int Class)> endings = [];
    private readonly List<(string Part, int Class)> inner = [];
    private readonly Dictionary<string, int> known = [];
    private int shortestStem = int.MaxValue;

    /// <summary>How many sets there are; their numbers start at 1.</summary>
    public int Count => known.Count;

    /// <summary>Adds a set and returns its number; equal sets share one.</summary>
    public int Add(IReadOnlyList<string> words)
    {
        var key = string.Join('|', words);
        if (known.TryGetValue(key, out var number)) return number;
        number = known.Count + 1;
        known.Add(key, number);
        foreach (var word in words) Add(word, number);
        return number;
    }

    /// <summary>The numbers of all sets the folded word is in.</summary>
    public int[] Of(string word)
    {
        var found = new HashSet<int>();
        if (exact.TryGetValue(word, out var whole)) found.UnionWith(whole);
        for (var length = Math.Min(shortestStem, word.Length + 1); length <= word.Length; length++)
        {
            if (stems.TryGetValue(word[..length], out var stem)) found.UnionWith(stem);
        }

        foreach (var (part, number) in endings)
        {
            if (word.EndsWith(part, StringComparison.Ordinal)) found.Add(number);
        }

        foreach (var (part, number) in inner)
        {
            if (word.Contains(part, StringComparison.Ordinal)) found.Add(number);
        }

        return [.. found];
    }

    private void Add(string word, int number)
    {
        var open = word.EndsWith('*');
        var bare = Fold(word.Trim('*'));
        if (word[0] == '*')
        {
            (open ? inner : endings).Add((bare, number));
        }
        else if (open)
        {
            shortestStem = Math.Min(shortestStem, bare.Length);
            Into(stems, bare, number);
        }
        else
        {
            Into(exact, bare, number);
        }
    }

    private static string Fold(string word) => word == Sentences.Masked ? word : Folding.Fold(word);

    private static void Into(Dictionary<string, List<int>> table, string key, int number)
    {
        if (!table.TryGetValue(key, out var list)) table[key] = list = [];
        list.Add(number);
    }
}
