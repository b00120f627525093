using System.Security.Cryptography;
using System.Text;

namespace Dunning.Postgres;

/// <summary>SHA-256 in lower-case hex.</summary>
public static class Hash
{
    /// <summary>Of a text, as UTF-8.</summary>
    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    /// <summary>Of bytes.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
