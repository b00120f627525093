using System.Security.Cryptography;
using System.Text;

namespace Dunning.Guardrails;

/// <summary>
/// Salted hashes of word runs. The reading side hashes what customers wrote, the gate hashes what would be sent; equal
/// hashes tell an echo without the gate ever seeing the customer's words.
/// </summary>
public static class EchoShingles
{
    /// <summary>Hashes of every run of <paramref name="words"/> words, letters and digits only, lower case.</summary>
    public static IEnumerable<string> Hashes(string text, string salt, int words)
    {
        var tokens = Tokens(text);
        for (var i = 0; i + words <= tokens.Count; i++)
        {
            var run = string.Join(' ', tokens.Skip(i).Take(words));
            yield return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(run)).AsSpan(0, 8));
        }
    }

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        var token = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(letter)) token.Append(char.ToLowerInvariant(letter));
            else if (token.Length > 0)
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
        }

        if (token.Length > 0) tokens.Add(token.ToString());
        return tokens;
    }
}
