using System.Security.Cryptography;
using System.Text;

namespace Dunning.Guardrails.Text;

/// <summary>Salted hashes of runs of words; the reading side makes them, rule G35 compares them.</summary>
public static class Shingles
{
    /// <summary>Hashes of every run of <paramref name="size"/> words of a text.</summary>
    public static IReadOnlySet<string> Of(string text, string salt, int size)
    {
        var words = Words(CleanText.From(text).Text);
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first + size <= words.Count; first++) hashes.Add(Hash(words, first, size, salt));
        return hashes;
    }

    internal static List<Token> Words(string text) => [.. Sentences.Split(text, []).SelectMany(static sentence => sentence.Tokens)];

    internal static string Hash(List<Token> words, int first, int size, string salt)
    {
        var run = string.Join(' ', words.Skip(first).Take(size).Select(static word => word.Word));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}|{run}")).AsSpan(0, 12));
    }
}
