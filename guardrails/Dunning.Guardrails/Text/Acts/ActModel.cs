using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dunning.Learning.Text;

namespace Dunning.Guardrails.Text.Acts;

/// <summary>From which alarm on a sentence is objected to; alarm is the probability that it is not harmless, 0 to 1.</summary>
/// <param name="Word">A suspicious word blocks from here on.</param>
/// <param name="Hold">Without such a word a person looks at it from here on.</param>
/// <param name="Block">Without such a word it is blocked from here on.</param>
public sealed record ActLimits(float Word, float Hold, float Block);

/// <summary>Where a model comes from and how it did; stated in the file itself.</summary>
/// <param name="DataHash">SHA-256 over the sentences it was trained on, in their order.</param>
/// <param name="Sentences">How many there were.</param>
/// <param name="Limits">By rule id.</param>
/// <param name="Figures">Figures on sentences held back in turn, on which the limits were chosen.</param>
public sealed record ActModelInfo(string DataHash, int Sentences, IReadOnlyDictionary<string, ActLimits> Limits, IReadOnlyDictionary<string, double> Figures);

/// <summary>The trained classifier of speech acts with its limits.</summary>
public sealed class ActModel
{
    private const int MostKnown = 8_000, LongestKnown = 4_000;
    private const int LargestPart = 32 * 1024 * 1024;
    private static readonly byte[] Magic = "DNSA1"u8.ToArray();
    private static readonly Lazy<(ActModel? Model, string Hash)> FromAssembly = new(ReadShipped);
    private readonly string[] acts;
    private readonly int harmless;
    // Reminders are made of the same clauses over and over, and with figures and names as classes their sentences are equal.
    private readonly ConcurrentDictionary<string, float[]> known = new(StringComparer.Ordinal);

    /// <summary>Puts a model together.</summary>
    /// <exception cref="InvalidDataException">The labels and the limits do not name the same rules, or a limit is not between 0 and 1.</exception>
    public ActModel(ActModelInfo info, NGramModel acts)
    {
        (Info, Acts, this.acts) = (info, acts, [.. acts.Labels]);
        harmless = Array.IndexOf(this.acts, Harmless);
        if (harmless < 0) throw new InvalidDataException($"the act model has no label {Harmless}");
        if (this.acts.Where(static act => act != Harmless).FirstOrDefault(act => !info.Limits.ContainsKey(act)) is { } act) throw new InvalidDataException($"the act model has no limits for {act}");
        if (info.Limits.FirstOrDefault(static pair => !(pair.Value is { Word: > 0, Hold: > 0 } && pair.Value.Hold <= pair.Value.Block)) is { Key: { } rule })
            throw new InvalidDataException($"the act model's limits for {rule} are not above 0 with hold before block");
    }

    /// <summary>Label of a sentence nobody objects to.</summary>
    public const string Harmless = "OK";

    /// <summary>What the model says about itself.</summary>
    public ActModelInfo Info { get; }

    /// <summary>The classifier.</summary>
    public NGramModel Acts { get; }

    /// <summary>The model inside this assembly, or null when it is absent or damaged; then every sentence is held.</summary>
    public static ActModel? Shipped => FromAssembly.Value.Model;

    /// <summary>Hash of the model's bytes; part of the catalogue version.</summary>
    public static string ShippedHash => FromAssembly.Value.Hash;

    /// <summary>Reads one sentence.</summary>
    /// <param name="granted">Acts the facts allow: a sentence that does such a thing is judged by what else it may do.</param>
    public ActReading Read(string text, IReadOnlySet<string>? granted = null)
    {
        if (!known.TryGetValue(text, out var probabilities))
        {
            probabilities = new float[acts.Length];
            Acts.Predict(text, probabilities);
            if (text.Length <= LongestKnown && known.Count < MostKnown) known[text] = probabilities;
        }

        return Reading(probabilities, granted);
    }

    private ActReading Reading(float[] probabilities, IReadOnlySet<string>? granted)
    {
        var top = Likeliest(probabilities, null);
        var alarm = 1 - probabilities[harmless];
        if (granted is not null && granted.Contains(acts[top]))
        {
            for (var i = 0; i < acts.Length; i++)
            {
                if (granted.Contains(acts[i])) alarm -= probabilities[i];
            }

            top = Likeliest(probabilities, granted);
        }

        // A number that is none compares false with every limit and would pass for calm.
        return new(acts[top], float.IsNaN(alarm) ? 1 : alarm, Info.Limits);
    }

    private int Likeliest(float[] probabilities, IReadOnlySet<string>? granted)
    {
        var top = -1;
        for (var i = 0; i < acts.Length; i++)
        {
            if (i == harmless || granted?.Contains(acts[i]) == true) continue;
            if (top < 0 || probabilities[i] > probabilities[top]) top = i;
        }

        return top;
    }

    /// <summary>Writes the model; equal models give equal bytes.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(JsonSerializer.Serialize(Info with
        {
            Limits = new SortedDictionary<string, ActLimits>(Info.Limits.ToDictionary(), StringComparer.Ordinal),
            Figures = new SortedDictionary<string, double>(Info.Figures.ToDictionary(), StringComparer.Ordinal),
        }));
        using var buffer = new MemoryStream();
        Acts.Save(buffer);
        writer.Write((int)buffer.Length);
        writer.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no act model or a damaged one.</exception>
    public static ActModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) throw new InvalidDataException("not an act model: it does not start with \"DNSA1\"");
        var info = JsonSerializer.Deserialize<ActModelInfo>(reader.ReadString()) ?? throw new InvalidDataException("the act model has no description");
        var length = reader.ReadInt32();
        if (length is < 1 or > LargestPart) throw new InvalidDataException($"the act model claims {length} bytes");
        return new(info, NGramModel.Load(new MemoryStream(reader.ReadBytes(length), writable: false)));
    }

    // Whatever is wrong with the file must end with a person reading every mail, not with a program that does not start.
    private static (ActModel? Model, string Hash) ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("acts.model");
        if (stream is null) return (null, "no act model");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()).AsSpan(0, 8));
        bytes.Position = 0;
        try
        {
            return (Load(bytes), hash);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (null, hash);
        }
    }
}
