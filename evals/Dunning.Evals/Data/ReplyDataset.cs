using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dunning.Evals.Data;

/// <summary>A labelled sentence of a message; no intents means padding.</summary>
public sealed record LabelledSentence(string Text, IReadOnlyList<string> Intents);

/// <summary>A labelled message. <paramref name="Split"/> is train, test_seen (unseen sentences of a seen style) or test_unseen (unseen style).</summary>
public sealed record LabelledReply(
    string Id, string Lang, string Style, string Split, string Group, string Subject, string Body,
    IReadOnlyList<string> Intents, IReadOnlyList<LabelledSentence> Sentences)
{
    /// <summary>How the styles of plain business mail begin, of which most of an inbox consists.</summary>
    public const string Everyday = "everyday: ";

    /// <summary>The subject where it was written for the message; that of a composed one says nothing and is left out.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string WrittenSubject => Id.Contains("-m", StringComparison.Ordinal) ? Subject : "";

    /// <summary>Whether it is plain business mail; the rest leans towards the indirect and the colourful.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEveryday => Style.StartsWith(Everyday, StringComparison.Ordinal);
}

/// <summary>Reads and writes <c>evals/datasets/replies/*.jsonl</c>.</summary>
public static class ReplyDataset
{
    public static readonly string[] Languages = ["de", "en", "es", "fr", "it", "nl"];

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<LabelledReply> Load(string folder) => [.. Languages.SelectMany(lang => LoadFile(Path.Combine(folder, lang + ".jsonl")))];

    public static IReadOnlyList<LabelledReply> LoadFile(string path)
    {
        List<LabelledReply> rows = [];
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                rows.Add(JsonSerializer.Deserialize<LabelledReply>(line, Shape)!);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path} line {rows.Count + 1}: {error.Message}", error);
            }
        }
        return rows;
    }

    public static void Save(string path, IEnumerable<LabelledReply> rows)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var row in rows) writer.WriteLine(JsonSerializer.Serialize(row, Shape));
    }

    /// <summary>SHA-256 over the files the model is trained from, in the order of their names.</summary>
    public static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Languages.Select(l => l + ".jsonl").Append("languages.tsv"))
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, name)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
