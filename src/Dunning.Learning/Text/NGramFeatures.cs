namespace Dunning.Learning.Text;

/// <summary>Word 1–2-grams and character 3–5-grams of a normalised text, hashed (feature hashing, Weinberger et al. 2009).</summary>
internal static class NGramFeatures
{
    private const uint WordSeed = 0x9E3779B1, PairSeed = 0x85EBCA77, CharacterSeed = 0xC2B2AE3D;

    // A word stands for about three of its character n-grams; without this the characters drown the words.
    private const float WordWeight = 3f;

    /// <summary>Calls back into the scratch for every n-gram; returns the factor that makes the square-rooted masses a unit vector.</summary>
    public static float Extract(string text, TextFeatureOptions options, FeatureScratch scratch)
    {
        var length = TextNormaliser.Normalise(text, options, ref scratch.Characters);
        var characters = scratch.Characters.AsSpan(0, length);
        var mask = (uint)(options.Buckets - 1);
        scratch.Begin(options.Buckets);
        AddWords(characters, mask, scratch);
        AddCharacters(characters, mask, scratch);
        // The value of a feature is the square root of its mass, so the squared norm is the plain sum.
        var total = 0f;
        foreach (var bucket in scratch.Touched) total += scratch.Mass(bucket);
        return total > 0 ? 1f / MathF.Sqrt(total) : 0f;
    }

    private static void AddWords(ReadOnlySpan<char> text, uint mask, FeatureScratch scratch)
    {
        uint hash = WordSeed, previous = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c != ' ')
            {
                hash = Step(hash, c);
                inside = true;
                continue;
            }
            if (!inside) continue;
            scratch.Add(Finish(hash) & mask, WordWeight);
            if (previous != 0) scratch.Add(Finish((previous * PairSeed) ^ hash) & mask, WordWeight);
            previous = hash;
            hash = WordSeed;
            inside = false;
        }
    }

    private static void AddCharacters(ReadOnlySpan<char> text, uint mask, FeatureScratch scratch)
    {
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            var hash = Step(Step(Step(CharacterSeed, text[i]), text[i + 1]), text[i + 2]);
            scratch.Add(Finish(hash) & mask, 1f);
            if (i + 4 > text.Length) continue;
            hash = Step(hash, text[i + 3]);
            scratch.Add(Finish(hash) & mask, 1f);
            if (i + 5 > text.Length) continue;
            scratch.Add(Finish(Step(hash, text[i + 4])) & mask, 1f);
        }
    }

    /// <summary>One step of FNV-1a over a UTF-16 unit.</summary>
    internal static uint Step(uint hash, char c) => (hash ^ c) * 16777619u;

    /// <summary>Avalanche of MurmurHash3, so that the low bits are usable as a bucket number.</summary>
    internal static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
