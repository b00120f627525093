using System.Reflection;
using System.Text.Json;
using Dunning.Core.Correspondence;

namespace Dunning.Flows.Clauses;

/// <summary>A sentence no mail may contain, and the rule that stops it.</summary>
public sealed record ForbiddenSentence(string Rule, string Text);

/// <summary>The forbidden sentences the guardrails are tested with, by language.</summary>
public static class ForbiddenSentences
{
    private static readonly Lazy<ILookup<string, ForbiddenSentence>> ByLanguage = new(Read);

    /// <summary>Those nearest to a wording by the words they share, nearest first.</summary>
    public static IReadOnlyList<(ForbiddenSentence Sentence, double Similarity)> Nearest(string wording, string language, int count)
    {
        var words = WordSets.Of(wording);
        return
        [
            .. ByLanguage.Value[language].Select(sentence => (sentence, WordSets.Similarity(words, WordSets.Of(sentence.Text))))
                .OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.sentence.Text, StringComparer.Ordinal).Take(count),
        ];
    }

    private static ILookup<string, ForbiddenSentence> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        List<(string Language, ForbiddenSentence Sentence)> all = [];
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("vectors/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0) continue;
                using var vector = JsonDocument.Parse(line);
                string? Text(string name) => vector.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
                if (Text("expect") == "block" && Text("lang") is { } language && Text("text") is { } text && Text("rule") is { } rule) all.Add((language, new(rule, text)));
            }
        }

        return all.ToLookup(pair => pair.Language, pair => pair.Sentence);
    }
}
