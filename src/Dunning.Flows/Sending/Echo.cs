using System.Security.Cryptography;
using Dunning.Guardrails;
using Dunning.Guardrails.Text;

namespace Dunning.Flows.Sending;

/// <summary>Shingle hashes of inbound mails, so that the outbound side can tell an echo without seeing their text.</summary>
internal static class Echo
{
    private const int Words = 6;

    /// <summary>Hashes every run of six words under a fresh salt.</summary>
    public static EchoFacts Of(IReadOnlyList<string> inbound)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new(salt, Words, inbound.SelectMany(text => Shingles.Of(text, salt, Words)).ToHashSet(StringComparer.Ordinal));
    }
}
