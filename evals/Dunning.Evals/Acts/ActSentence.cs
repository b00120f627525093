using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Acts;

/// <summary>Where a sentence comes from.</summary>
internal enum ActSource
{
    /// <summary>Written to be told apart: forbidden sentences and harmless ones that look like them.</summary>
    Written,

    /// <summary>What stands in any reminder.</summary>
    Ordinary,

    /// <summary>A reviewed clause.</summary>
    Clause,

    /// <summary>A vector of a rule.</summary>
    Vector,
}

/// <summary>A sentence with the act it performs, by rule id or <see cref="ActModel.Harmless"/>.</summary>
/// <param name="Group">Sentences written one after the other resemble each other and are held back together.</param>
/// <param name="Unseen">Kept out of training for good.</param>
internal sealed record ActSentence(string Language, string Act, string Text, int Group, ActSource Source, bool Unseen)
{
    /// <summary>Of the letters: by other pens and plainer about nothing, they are measured apart.</summary>
    public bool Letter { get; init; }

    internal const int GroupSize = 12;
    private const int SmallGroupSize = 5, UnseenEvery = 6, UnseenGroup = 3;

    /// <summary>The sentences of a folder of <c>lang.jsonl</c> files.</summary>
    /// <exception cref="InvalidDataException">A line is no such sentence; the message names file, line and field.</exception>
    public static IReadOnlyList<ActSentence> Load(string folder)
    {
        List<ActSentence> rows = [];
        foreach (var file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var ordinary = file.EndsWith(".ordinary.jsonl", StringComparison.Ordinal);
            var letters = file.EndsWith(".letters.jsonl", StringComparison.Ordinal);
            var kept = letters || Path.GetFileName(file).Count(static character => character == '.') == 1;
            Dictionary<string, int> counts = [];
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                var (language, act, text) = Parse(line, $"{file}:{number}");
                var group = counts[act] = counts.GetValueOrDefault(act) + 1;
                // The forbidden ones of the letters are few of each act and no two alike.
                group = (group - 1) / (letters && act != ActModel.Harmless ? SmallGroupSize : GroupSize);
                rows.Add(new(language, act, text, group, ordinary ? ActSource.Ordinary : ActSource.Written, kept && group % UnseenEvery == UnseenGroup) { Letter = letters });
            }
        }

        return rows;
    }

    /// <summary>SHA-256 over all sentences in their order.</summary>
    public static string Hash(IEnumerable<ActSentence> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes($"{row.Language}\0{row.Act}\0{row.Text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static (string Language, string Act, string Text) Parse(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            string Field(string name) => document.RootElement.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text
                ? text : throw new InvalidDataException($"{place}: field {name} is missing");
            var act = Field("act");
            if (act != ActModel.Harmless && !SentenceWall.Vocabularies.Any(each => each.Rule == act)) throw new InvalidDataException($"{place}: field act is '{act}', a rule about wording or OK is needed");
            return (Field("lang"), act, Field("text"));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: not a JSON object with texts: {failure.Message}", failure);
        }
    }
}
