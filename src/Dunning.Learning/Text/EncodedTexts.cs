using System.Security.Cryptography;
using System.Text;

namespace Dunning.Learning.Text;

/// <summary>The training rows as sparse vectors, side by side; buckets that never occur get no weights.</summary>
internal sealed class EncodedTexts
{
    public required int[] RowOfBucket { get; init; }
    public required int UsedBuckets { get; init; }
    public required int[][] Columns { get; init; }
    public required float[][] Values { get; init; }
    public required bool[][] Targets { get; init; }
    public required float[] Weights { get; init; }
    public required string Hash { get; init; }

    public int Labels => Targets[0].Length;

    public static EncodedTexts Encode(IReadOnlyList<LabelledText> rows, string[] labels, TextTrainingOptions options)
    {
        var position = labels.Select((label, index) => (label, index)).ToDictionary(p => p.label, p => p.index);
        var rowOfBucket = new int[options.Features.Buckets];
        Array.Fill(rowOfBucket, -1);
        var used = 0;
        var (columns, values, targets) = (new int[rows.Count][], new float[rows.Count][], new bool[rows.Count][]);
        var scratch = FeatureScratch.OfThisThread;
        for (var i = 0; i < rows.Count; i++)
        {
            var normaliser = NGramFeatures.Extract(rows[i].Text, options.Features, scratch);
            (columns[i], values[i], targets[i]) = (new int[scratch.Count], new float[scratch.Count], new bool[labels.Length]);
            for (var k = 0; k < scratch.Count; k++)
            {
                var bucket = scratch.Touched[k];
                if (rowOfBucket[bucket] < 0) rowOfBucket[bucket] = used++;
                columns[i][k] = rowOfBucket[bucket];
                values[i][k] = MathF.Sqrt(scratch.Mass(bucket)) * normaliser;
            }
            foreach (var label in rows[i].Labels) targets[i][position[label]] = true;
        }
        return new EncodedTexts
        {
            RowOfBucket = rowOfBucket, UsedBuckets = used, Columns = columns, Values = values, Targets = targets,
            Weights = [.. rows.Select(row => row.Weight)], Hash = HashOf(rows),
        };
    }

    private static string HashOf(IReadOnlyList<LabelledText> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            // NUL and LF part the fields, so that moving a character between them changes the hash.
            hash.AppendData(Encoding.UTF8.GetBytes(row.Text + "\0" + string.Join('\0', row.Labels) + "\0" + row.Group + "\n"));
            hash.AppendData(BitConverter.GetBytes(row.Weight));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
