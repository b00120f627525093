namespace Dunning.Learning.Text;

/// <summary>
/// The weights: for every bucket seen in training one row of 8-bit weights (one per label) with its own scale.
/// Training ends by rounding to this form, so a model predicts the same before and after saving.
/// </summary>
internal sealed class NGramRows
{
    private readonly int[] rowOfBucket;
    private readonly float[] scales;
    private readonly sbyte[] weights;
    private readonly float[] bias;

    public NGramRows(int[] rowOfBucket, float[] scales, sbyte[] weights, float[] bias)
    {
        (this.rowOfBucket, this.scales, this.weights, this.bias) = (rowOfBucket, scales, weights, bias);
    }

    public int[] RowOfBucket => rowOfBucket;
    public float[] Scales => scales;
    public sbyte[] Weights => weights;
    public float[] Bias => bias;

    /// <summary>Rounds trained weights; rows whose largest weight is negligible are left out.</summary>
    public static NGramRows Quantise(int[] rowOfBucket, float[] trained, float[] bias)
    {
        const float negligible = 1e-3f;
        var labels = bias.Length;
        var kept = new int[rowOfBucket.Length];
        var keptScales = new List<float>();
        var rounded = new List<sbyte>();
        for (var bucket = 0; bucket < kept.Length; bucket++)
        {
            kept[bucket] = -1;
            if (rowOfBucket[bucket] < 0) continue;
            var row = trained.AsSpan(rowOfBucket[bucket] * labels, labels);
            var largest = 0f;
            foreach (var w in row) largest = MathF.Max(largest, MathF.Abs(w));
            if (largest < negligible) continue;
            kept[bucket] = keptScales.Count;
            var scale = largest / 127f;
            keptScales.Add(scale);
            foreach (var w in row) rounded.Add((sbyte)MathF.Round(w / scale));
        }
        return new NGramRows(kept, [.. keptScales], [.. rounded], bias);
    }

    /// <summary>Adds bias and weighted rows into <paramref name="logits"/>; returns the share of mass that met a row.</summary>
    public float Logits(FeatureScratch features, float normaliser, Span<float> logits)
    {
        bias.CopyTo(logits);
        float known = 0, total = 0;
        foreach (var bucket in features.Touched)
        {
            var mass = features.Mass(bucket);
            total += mass;
            var row = rowOfBucket[bucket];
            if (row < 0) continue;
            known += mass;
            AddRow(weights.AsSpan(row * logits.Length, logits.Length), MathF.Sqrt(mass) * normaliser * scales[row], logits);
        }
        return total > 0 ? known / total : 0;
    }

    // Element by element, so the result does not depend on the width of the machine's vectors.
    private static void AddRow(ReadOnlySpan<sbyte> row, float factor, Span<float> logits)
    {
        for (var label = 0; label < row.Length; label++) logits[label] += row[label] * factor;
    }
}
