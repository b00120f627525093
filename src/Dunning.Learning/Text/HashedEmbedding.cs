namespace Dunning.Learning.Text;

/// <summary>
/// An embedding that needs no training and no model file: the text's word and character n-grams, each hashed to a few signed
/// dimensions (sparse random projection, Achlioptas 2003), summed and scaled to length 1. The cosine of two texts grows
/// with the wording they share; it does not know synonyms. Digits keep their value, so that invoice numbers can be found again.
/// </summary>
public static class HashedEmbedding
{
    /// <summary>Stored beside every vector; vectors of different models must not be compared.</summary>
    public const string ModelId = "hashed-ngram-384-v1";

    /// <summary>Length of a vector.</summary>
    public const int Dimensions = 384;

    // Dimensions each n-gram is spread over: few enough to be quick, enough that two n-grams rarely cancel.
    private const int Spread = 12;

    private static readonly TextFeatureOptions Features = new() { BucketBits = 18, MaskDigits = false, MaximumCharacters = 8000 };

    /// <summary>
    /// Embeds a text; equal texts give equal vectors on every machine. The result has length 1, also for an empty text
    /// (which is near to no other text).
    /// </summary>
    public static float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = FeatureScratch.OfThisThread;
        _ = NGramFeatures.Extract(text, Features, scratch);
        var sums = new double[Dimensions];
        foreach (var bucket in scratch.Touched) Scatter(sums, (ulong)bucket, Math.Sqrt(scratch.Mass(bucket)));
        if (scratch.Count == 0) Scatter(sums, ulong.MaxValue, 1);
        var norm = 0.0;
        foreach (var sum in sums) norm += sum * sum;
        var scale = norm > 0 ? 1 / Math.Sqrt(norm) : 0;
        return Array.ConvertAll(sums, sum => (float)(sum * scale));
    }

    // SplitMix64 (Steele, Lea and Flood 2014) draws dimension and sign from the n-gram's bucket.
    private static void Scatter(double[] sums, ulong bucket, double value)
    {
        var state = bucket;
        for (var i = 0; i < Spread; i++)
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            sums[(int)((z >> 8) % Dimensions)] += (z & 1) == 0 ? value : -value;
        }
    }
}
