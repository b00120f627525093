using System.Reflection;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// What the words of a sentence mean, as names that are the same in six languages. A wording learned in one language
/// then helps in the others, and a synonym that never stood in the training data still counts.
/// </summary>
internal sealed class Concepts
{
    private const int LongestPhrase = 4;
    private static readonly Dictionary<string, Lazy<Concepts>> OfLanguage =
        LanguageGuess.Supported.ToDictionary(language => language, language => new Lazy<Concepts>(() => Load(language)), StringComparer.Ordinal);

    private readonly Dictionary<string, string> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly List<(string Part, string Concept)> parts = [];
    private readonly bool elides;

    private Concepts(string language) => elides = language is "fr" or "it";

    /// <summary>The concepts of a sentence in the order of its words; none for a language without a list.</summary>
    /// <param name="folded">The sentence as <see cref="Folding.Fold(string)"/> leaves it.</param>
    public static IEnumerable<string> In(string folded, string language) =>
        OfLanguage.TryGetValue(language, out var list) ? list.Value.Find(folded) : [];

    private IEnumerable<string> Find(string folded)
    {
        var words = Words(folded);
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

    // "n'avons" is two words where vowels are elided, "don't" is one.
    private List<string> Words(string folded)
    {
        List<string> words = [];
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || start >= 0 && folded[i] is '\'' or '-');
            if (inside && start < 0) start = i;
            if (inside && elides && folded[i] == '\'')
            {
                words.Add(folded[start..(i + 1)]);
                start = -1;
                continue;
            }
            if (i < folded.Length && folded[i] == '?') words.Add("?");
            if (inside || start < 0) continue;
            words.Add(folded[start..i].TrimEnd('\'', '-'));
            start = -1;
        }
        return words;
    }

    private static Concepts Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"concepts.{language}.txt")
            ?? throw new InvalidOperationException($"concepts.{language}.txt is missing from the assembly");
        using var reader = new StreamReader(stream);
        Concepts list = new(language);
        var concept = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var entries = line[0] == ' ' ? line : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (line[0] != ' ') concept = line[..line.IndexOf(':', StringComparison.Ordinal)];
            foreach (var entry in entries.Split(' ', StringSplitOptions.RemoveEmptyEntries)) list.Add(Folding.Fold(entry), concept);
        }
        return list;
    }

    // The first concept that claims a word keeps it; "?" stands for itself.
    private void Add(string entry, string concept)
    {
        if (entry.StartsWith('*')) parts.Add((entry.Trim('*'), concept));
        else if (entry.EndsWith('*')) stems.TryAdd(entry[..^1], concept);
        else whole.TryAdd(entry == "?" ? entry : string.Join('-', Words(entry)), concept);
    }
}
