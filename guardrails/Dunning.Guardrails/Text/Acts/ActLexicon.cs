using System.Collections.Concurrent;
using System.Reflection;

namespace Dunning.Guardrails.Text.Acts;

/// <summary>
/// What single words mean, under names that are the same in six languages: a turn of phrase learned in one language then
/// helps in the others, and so does a synonym that was never seen.
/// </summary>
public static class ActLexicon
{
    private static readonly WordClasses Classes = new();
    internal const char FirstLetter = '\u4e00';
    private const int CacheLimit = 20_000;
    private static readonly Dictionary<int, char> Letters = [];
    private static readonly Dictionary<string, char> Named = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, char[]> Known = new(StringComparer.Ordinal);

    static ActLexicon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("act-lexicon.txt")
            ?? throw new InvalidOperationException("act-lexicon.txt is missing from the assembly");
        using var reader = new StreamReader(stream);
        Source = reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var line in Source.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line[0] == '#') continue;
            var letter = Named[line[..colon]] = (char)(FirstLetter + Letters.Count);
            Letters[Classes.Add(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))] = letter;
        }
    }

    /// <summary>The list as written; part of the catalogue version.</summary>
    public static string Source { get; }

    /// <summary>Whether the word means this.</summary>
    internal static bool Means(string word, string meaning) => Of(word).Contains(Named[meaning]);

    /// <summary>Whether the word means anything here.</summary>
    internal static bool Knows(string word) => Of(word).Length > 0;

    /// <summary>The meanings of the word.</summary>
    internal static char[] Of(string word)
    {
        if (Known.TryGetValue(word, out var meanings)) return meanings;
        meanings = [.. Classes.Of(word).Order().Select(static number => Letters[number])];
        if (Known.Count < CacheLimit) Known[word] = meanings;
        return meanings;
    }
}
