using System.Security.Cryptography;
using System.Text;

namespace Dunning.Flows.Drafting;

/// <summary>
/// Message-IDs that prove to be ours: the local part carries the touch id and a keyed hash of it, so a reply's
/// In-Reply-To leads back to the touch and cannot be invented by a stranger (RFC 5322 §3.6.4, RFC 2104).
/// </summary>
public sealed class MessageIds(byte[] key)
{
    /// <summary>The Message-ID of a touch, without angle brackets.</summary>
    public string Make(string touchId, string domain) => $"{touchId}.{Tag(touchId)}@{domain}";

    /// <summary>The touch a Message-ID belongs to; null when it is not one of ours.</summary>
    public string? TouchOf(string messageId)
    {
        var local = messageId.Trim().TrimStart('<');
        var at = local.IndexOf('@', StringComparison.Ordinal);
        var dot = local.IndexOf('.', StringComparison.Ordinal);
        if (at < 0 || dot != 32 || dot > at) return null;
        var touch = local[..dot];
        var expected = Encoding.ASCII.GetBytes(Tag(touch));
        var given = Encoding.UTF8.GetBytes(local[(dot + 1)..at]);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? touch : null;
    }

    /// <summary>The short token that stands in subjects, for clients that drop the thread headers.</summary>
    public string SubjectToken(long caseId) => $"[{CaseReference(caseId)}]";

    /// <summary>The reference inside the token.</summary>
    public string CaseReference(long caseId) =>
        $"D{caseId}-{Convert.ToHexString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"case:{caseId}")).AsSpan(0, 3))}";

    private string Tag(string touchId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("touch:" + touchId)).AsSpan(0, 10));
}
