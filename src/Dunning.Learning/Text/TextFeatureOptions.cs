using System.Globalization;

namespace Dunning.Learning.Text;

/// <summary>How a text becomes hashed n-gram features. Stored in the model, so that reading and training agree.</summary>
public sealed record TextFeatureOptions
{
    /// <summary>Number of buckets as a power of two, 10 to 22. More buckets mean fewer collisions and a larger model.</summary>
    public int BucketBits { get; init; } = 17;

    /// <summary>Whether accents are removed ("Zahlung überfällig" and "Zahlung uberfallig" read alike).</summary>
    public bool StripAccents { get; init; } = true;

    /// <summary>Whether every digit reads as "0", so that amounts and dates share features and only their shape counts.</summary>
    public bool MaskDigits { get; init; } = true;

    /// <summary>Only so many UTF-16 characters are looked at, 100 to 100,000. Bounds the time of one prediction.</summary>
    public int MaximumCharacters { get; init; } = 4000;

    internal int Buckets => 1 << BucketBits;

    internal void Validate()
    {
        if (BucketBits is < 10 or > 22)
            throw new ArgumentException("BucketBits is " + BucketBits.ToString(CultureInfo.InvariantCulture) + ", allowed are 10 to 22");
        if (MaximumCharacters is < 100 or > 100_000)
            throw new ArgumentException("MaximumCharacters is " + MaximumCharacters.ToString(CultureInfo.InvariantCulture) + ", allowed are 100 to 100000");
    }
}
