using System.Collections.Concurrent;

namespace Dunning.Guardrails.Text;

/// <summary>Where a phrase stands.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Suspicious">The words alone prove nothing.</param>
public readonly record struct PhraseHit(int First, int Last, bool Suspicious);

/// <summary>
/// A vocabulary of forbidden phrases in all languages at once, with the harmless ones that look like them. One phrase
/// a line; words separated by spaces, alternatives by <c>|</c>, with <c>_</c> between the words of one; <c>word*</c> is a stem, <c>*word</c> and <c>*word*</c>
/// an ending and an inner part (German compounds); <c>?word</c> may be missing; <c>..</c> allows up to four words in
/// between and <c>...</c> up to twelve. A line starting with <c>-</c> is harmless: its words are taken out first.
/// A line starting with <c>~</c> is only suspicious: such words also stand in blameless sentences, and the reader of
/// whole sentences (<see cref="Acts.SpeechActs"/>) has the last word.
/// <c>@name = …</c> names alternatives. Matching is a walk over sets of positions, so its time is bounded.
/// </summary>
public sealed class Phrases
{
    private const int CacheLimit = 20_000;
    private readonly List<Pattern> forbidden = [];
    private readonly List<Pattern> suspicious = [];
    private readonly List<Pattern> harmless = [];
    private readonly WordClasses classes = new();
    private readonly ConcurrentDictionary<string, int[]> cache = new();

    private Phrases(string source)
    {
        Source = source;
        var names = new Dictionary<string, string>();
        foreach (var raw in source.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@' && line.Contains('=', StringComparison.Ordinal))
            {
                var parts = line.Split('=', 2);
                names[parts[0].Trim()] = Expand(parts[1].Trim(), names);
            }
            else if (line[0] == '-')
            {
                foreach (var variant in Variants(Expand(line[1..], names))) harmless.Add(Parse(variant));
            }
            else if (line[0] == '~')
            {
                foreach (var variant in Variants(Expand(line[1..], names))) suspicious.Add(Parse(variant));
            }
            else
            {
                foreach (var variant in Variants(Expand(line, names))) forbidden.Add(Parse(variant));
            }
        }
    }

    /// <summary>The vocabulary as written; part of the catalogue version.</summary>
    public string Source { get; }

    /// <summary>Reads a vocabulary.</summary>
    /// <exception cref="FormatException">A line names an unknown group.</exception>
    public static Phrases Of(string source) => new(source);

    /// <summary>The first forbidden phrase in the words, otherwise the first suspicious one; null when there is neither.</summary>
    public PhraseHit? Find(Token[] tokens)
    {
        var words = new int[tokens.Length][];
        var present = new bool[classes.Count + 1];
        var any = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = ClassesOf(tokens[i].Word);
            foreach (var number in words[i]) any = present[number] = true;
        }

        if (!any) return null;
        foreach (var pattern in harmless)
        {
            if (pattern.MayMatch(present)) Blank(pattern, words);
        }

        if (First(forbidden, words, present) is ({ } first, { } last)) return new(first, last, Suspicious: false);
        return First(suspicious, words, present) is ({ } from, { } to) ? new(from, to, Suspicious: true) : null;
    }

    private static (int First, int Last)? First(List<Pattern> patterns, int[][] words, bool[] present)
    {
        foreach (var pattern in patterns)
        {
            if (!pattern.MayMatch(present)) continue;
            for (var start = 0; start < words.Length; start++)
            {
                if (pattern.End(words, start) is { } end and > 0) return (start, end - 1);
            }
        }

        return null;
    }

    private static void Blank(Pattern pattern, int[][] words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            if (pattern.End(words, start) is not ({ } end and > 0)) continue;
            for (var i = start; i < end; i++) words[i] = [];
        }
    }

    private int[] ClassesOf(string word)
    {
        if (cache.TryGetValue(word, out var known)) return known;
        var found = classes.Of(word);
        if (cache.Count < CacheLimit) cache[word] = found;
        return found;
    }

    private static string Expand(string line, Dictionary<string, string> names)
    {
        if (!line.Contains('@', StringComparison.Ordinal)) return line;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            string.Join('|', word.Split('|').Select(part =>
            {
                var bare = part.TrimStart('?');
                if (bare.Length == 0 || bare[0] != '@') return part;
                var meaning = names.TryGetValue(bare, out var value) ? value : throw new FormatException($"Phrase '{line}' uses the unknown group {bare}.");
                return part[..^bare.Length] + meaning;
            })));
        return string.Join(' ', words);
    }

    // "law|court_of_law" stands for one word or three: each alternative of several words becomes a phrase of its own.
    private static IEnumerable<string> Variants(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, static word => word.Contains('_', StringComparison.Ordinal));
        if (at < 0) return [line];
        var mark = words[at][0] == '?' ? "?" : "";
        var alternatives = words[at][mark.Length..].Split('|').ToLookup(static each => each.Contains('_', StringComparison.Ordinal));
        var replaced = alternatives[true].Select(static each => each.Replace('_', ' '));
        if (alternatives[false].Any()) replaced = replaced.Append(mark + string.Join('|', alternatives[false]));
        return replaced.SelectMany(each => Variants(string.Join(' ', [.. words[..at], each, .. words[(at + 1)..]])));
    }

    private Pattern Parse(string line)
    {
        var steps = new List<Step>();
        var gap = 0;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is ".." or "...")
            {
                gap = word.Length == 2 ? 4 : 12;
                continue;
            }

            var optional = word[0] == '?';
            steps.Add(new(classes.Add((optional ? word[1..] : word).Split('|', StringSplitOptions.RemoveEmptyEntries)), gap, optional));
            gap = 0;
        }

        return new([.. steps]);
    }

    private readonly record struct Step(int Class, int Gap, bool Optional);

    private sealed record Pattern(Step[] Steps)
    {
        // Nothing is matched beyond this many words, whatever the length of the sentence.
        private readonly int window = Steps.Sum(static step => step.Gap + 1) + 1;

        /// <summary>Whether every word that must be there is there at all; most phrases end here.</summary>
        public bool MayMatch(bool[] present)
        {
            foreach (var step in Steps)
            {
                if (!step.Optional && !present[step.Class]) return false;
            }

            return true;
        }

        /// <summary>One past the last word of the shortest match that starts here, or 0.</summary>
        public int End(int[][] words, int start)
        {
            if (!Steps[0].Optional && !Has(words[start], Steps[0].Class)) return 0;
            var size = Math.Min(window, words.Length - start + 1);
            Span<bool> reach = stackalloc bool[size];
            Span<bool> next = stackalloc bool[size];
            reach.Clear();
            reach[0] = true;
            foreach (var step in Steps)
            {
                next.Clear();
                if (!Advance(words, start, step, reach, next)) return 0;
                next.CopyTo(reach);
            }

            var end = reach[1..].IndexOf(true);
            return end < 0 ? 0 : start + end + 1;
        }

        private static bool Advance(int[][] words, int start, Step step, Span<bool> reach, Span<bool> next)
        {
            var any = false;
            for (var at = 0; at < reach.Length; at++)
            {
                if (!reach[at]) continue;
                if (step.Optional) any = next[at] = true;
                for (var to = at; to < reach.Length - 1 && to <= at + step.Gap; to++)
                {
                    if (Has(words[start + to], step.Class)) any = next[to + 1] = true;
                }
            }

            return any;
        }

        private static bool Has(int[] classes, int wanted) => Array.IndexOf(classes, wanted) >= 0;
    }
}
