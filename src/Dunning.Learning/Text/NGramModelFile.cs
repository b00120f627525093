using System.Runtime.InteropServices;
using Dunning.Learning.Storage;

namespace Dunning.Learning.Text;

/// <summary>Reads and writes <see cref="NGramModel"/>: metadata, a bitmap of the buckets that have a row, scales, 8-bit weights.</summary>
internal static class NGramModelFile
{
    private const string Kind = "TEXT";
    private const ushort Version = 1;
    private const int MaximumLabels = 10_000;

    public static void Save(NGramModel model, Stream stream) => ModelFile.Write(stream, Kind, Version, writer =>
    {
        WriteHead(model, writer);
        var bitmap = new byte[model.Features.Buckets / 8];
        for (var bucket = 0; bucket < model.Features.Buckets; bucket++)
            if (model.Rows.RowOfBucket[bucket] >= 0) bitmap[bucket >> 3] |= (byte)(1 << (bucket & 7));
        writer.Write(bitmap);
        foreach (var value in model.Rows.Bias) writer.Write(value);
        foreach (var value in model.Rows.Scales) writer.Write(value);
        writer.Write(MemoryMarshal.AsBytes(model.Rows.Weights.AsSpan()));
    });

    public static NGramModel Load(Stream stream) => ModelFile.Read(stream, Kind, Version, reader =>
    {
        var features = new TextFeatureOptions
        {
            BucketBits = reader.ReadByte(),
            StripAccents = reader.ReadBoolean(),
            MaskDigits = reader.ReadBoolean(),
            MaximumCharacters = reader.ReadInt32(),
        };
        features.Validate();
        var head = reader.ReadByte() switch
        {
            0 => TextHead.Softmax,
            1 => TextHead.Sigmoid,
            var other => throw new ModelFileException($"field head is {other}, known are 0 (softmax) and 1 (sigmoid)"),
        };
        var labels = new string[reader.ReadCount("labels", MaximumLabels)];
        if (labels.Length == 0) throw new ModelFileException("the model has no labels");
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var info = ReadInfo(reader);
        return new NGramModel(features, head, labels, ReadRows(reader, features.Buckets, labels.Length), info);
    });

    private static void WriteHead(NGramModel model, BinaryWriter writer)
    {
        writer.Write((byte)model.Features.BucketBits);
        writer.Write(model.Features.StripAccents);
        writer.Write(model.Features.MaskDigits);
        writer.Write(model.Features.MaximumCharacters);
        writer.Write((byte)(model.Head switch { TextHead.Softmax => 0, TextHead.Sigmoid => 1 }));
        writer.Write(model.Labels.Count);
        foreach (var label in model.Labels) writer.Write(label);
        writer.Write(model.Info.DataHash);
        writer.Write(model.Info.RowCount);
        writer.Write(model.Info.Seed);
        writer.Write(model.Info.Temperature);
        writer.Write(model.Info.Figures.Count);
        foreach (var (name, value) in model.Info.Figures.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    private static NGramModelInfo ReadInfo(BinaryReader reader)
    {
        var (hash, count, seed, temperature) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
        if (!float.IsFinite(temperature) || temperature <= 0) throw new ModelFileException("field temperature is not a number above 0");
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var left = reader.ReadCount("figures", 1000); left > 0; left--)
        {
            var name = reader.ReadString();
            figures[name] = reader.ReadDouble();
        }
        return new NGramModelInfo(hash, count, seed, temperature, figures);
    }

    private static NGramRows ReadRows(BinaryReader reader, int buckets, int labels)
    {
        var bitmap = reader.ReadBlock("buckets", buckets / 8);
        var rowOfBucket = new int[buckets];
        var rows = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
            rowOfBucket[bucket] = (bitmap[bucket >> 3] >> (bucket & 7) & 1) == 1 ? rows++ : -1;
        var bias = ReadFloats(reader, "bias", labels);
        var scales = ReadFloats(reader, "scales", rows);
        var weights = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBlock("weights", checked(rows * labels))).ToArray();
        return new NGramRows(rowOfBucket, scales, weights, bias);
    }

    private static float[] ReadFloats(BinaryReader reader, string field, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
            if (!float.IsFinite(values[i])) throw new ModelFileException($"field {field} holds a value that is not a number");
        }
        return values;
    }
}
