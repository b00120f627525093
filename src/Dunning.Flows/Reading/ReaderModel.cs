using System.Reflection;
using System.Text;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Learning.Text;

namespace Dunning.Flows.Reading;

/// <summary>Where a reader model comes from and how it did; stated in the file itself.</summary>
/// <param name="DataHash">SHA-256 over the files of <c>evals/datasets/replies</c> it was trained from.</param>
/// <param name="Messages">Messages trained on.</param>
/// <param name="Sentences">Sentences trained on.</param>
/// <param name="Calibration">From evidence to probability.</param>
/// <param name="Thresholds">One per intent, in the order of the enum.</param>
/// <param name="Figures">Figures on the messages of authors held back in turn, on which calibration and thresholds were fitted.</param>
public sealed record ReaderModelInfo(
    string DataHash, int Messages, int Sentences, IntentCalibration Calibration, IReadOnlyList<IntentThreshold> Thresholds, IReadOnlyDictionary<string, double> Figures);

/// <summary>The trained parts of the reader: an intent classifier and a language classifier in one file.</summary>
public sealed class ReaderModel(ReaderModelInfo info, NGramModel intents, NGramModel languages)
{
    private static readonly byte[] Magic = "DNRD3"u8.ToArray();

    public ReaderModelInfo Info { get; } = info;
    public NGramModel Intents { get; } = intents;
    public NGramModel Languages { get; } = languages;

    /// <summary>The wire names of the intents, in the order of the enum.</summary>
    public static IReadOnlyList<string> IntentNames { get; } = [.. Enum.GetNames<Intent>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Label of a sentence that wants nothing (greeting, courtesy); the last output of the classifier.</summary>
    public const string NoIntent = "none";

    /// <summary>The model shipped inside this assembly.</summary>
    public static ReaderModel LoadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reader.model")
            ?? throw new InvalidOperationException("reader.model is missing from the assembly; run `./dunning eval train-reader` and build again");
        return Load(stream);
    }

    /// <summary>Writes the model; equal models give equal bytes.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(JsonSerializer.Serialize(Info with { Figures = new SortedDictionary<string, double>(Info.Figures.ToDictionary(), StringComparer.Ordinal) }));
        foreach (var part in new[] { Intents, Languages })
        {
            using var buffer = new MemoryStream();
            part.Save(buffer);
            writer.Write((int)buffer.Length);
            writer.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not a reader model or is damaged.</exception>
    public static ReaderModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) throw new InvalidDataException("not a reader model: it does not start with \"DNRD3\"");
        var info = JsonSerializer.Deserialize<ReaderModelInfo>(reader.ReadString()) ?? throw new InvalidDataException("the reader model has no description");
        return new ReaderModel(info, Part(reader), Part(reader));
    }

    private static NGramModel Part(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 1 or > 64 * 1024 * 1024) throw new InvalidDataException($"a part of the reader model claims {length} bytes");
        return NGramModel.Load(new MemoryStream(reader.ReadBytes(length), writable: false));
    }
}
