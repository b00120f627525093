using System.Reflection;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// What the words of a sentence mean, as names that are the same in six languages. A wording learned in one language
/// then helps in the others, and a synonym that never stood in the training data still counts.
/// </summary>
internal sealed class Concepts
{
    private const int LongestPhrase = 3;
    private static readonly Dictionary<string, Concepts> OfLanguage = Load();

    private readonly Dictionary<string, string> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly List<(string Part, string Concept)> parts = [];

    /// <summary>The concepts of a sentence in the order of its words; none for a language without a list.</summary>
    /// <param name="folded">The sentence as <see cref="Folding.Fold(string)"/> leaves it.</param>
    public static IEnumerable<string> In(string folded, string language) =>
        OfLanguage.TryGetValue(language, out var list) ? list.Find(Words(folded)) : [];

    private IEnumerable<string> Find(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
            for (var length = Math.Min(LongestPhrase, words.Count - at); length >= 1; length--)
            {
                var concept = length == 1 ? OfWord(words[at]) : whole.GetValueOrDefault(string.Join('-', words.Skip(at).Take(length)));
                if (concept is null) continue;
                yield return concept;
                at += length - 1;
                break;
            }
    }

    private string? OfWord(string word)
    {
        if (whole.TryGetValue(word, out var concept)) return concept;
        for (var length = word.Length; length >= 2; length--)
            if (stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, length), out concept)) return concept;
        foreach (var (part, held) in parts)
            if (word.Contains(part, StringComparison.Ordinal)) return held;
        return null;
    }

    // "n'avons" is two words, "don't" is one.
    private static List<string> Words(string folded)
    {
        List<string> words = [];
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] == '\'' || folded[i] == '-' && start >= 0);
            if (inside && start < 0) start = i;
            if (inside && folded[i] == '\'' && i - start <= 2 && !(i + 1 < folded.Length && folded[i + 1] is 'm' or 'l' or 't' or 'r'))
            {
                if (i > start) words.Add(folded[start..(i + 1)]);
                start = -1;
            }
            if (!inside && i < folded.Length && folded[i] == '?') words.Add("?");
            if (inside || start < 0) continue;
            words.Add(folded[start..i].Trim('\'', '-'));
            start = -1;
        }
        return words;
    }

    private static Dictionary<string, Concepts> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("concepts.txt")
            ?? throw new InvalidOperationException("concepts.txt is missing from the assembly");
        using var reader = new StreamReader(stream);
        Dictionary<string, Concepts> all = new(StringComparer.Ordinal);
        var concept = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                concept = line.Trim('[', ']');
                continue;
            }
            if (!all.TryGetValue(line[..2], out var list)) all[line[..2]] = list = new();
            foreach (var entry in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) list.Add(Folding.Fold(entry), concept);
        }
        return all;
    }

    // The first concept that claims a word keeps it; "?" stands for itself.
    private void Add(string entry, string concept)
    {
        if (entry.StartsWith('*')) parts.Add((entry.Trim('*'), concept));
        else if (entry.EndsWith('*')) stems.TryAdd(entry[..^1], concept);
        else whole.TryAdd(entry, concept);
    }
}
