using System.Security.Cryptography;

namespace Dunning.Console.Access;

/// <summary>Generated passwords and stamps.</summary>
internal static class Secrets
{
    // No letters or digits that are mistaken for each other when read from a screen.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Twenty letters and digits, about 116 bits.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Alphabet, 20);
}
