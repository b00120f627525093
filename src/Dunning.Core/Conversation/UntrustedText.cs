using System.Security.Cryptography;
using System.Text;

namespace Dunning.Core.Conversation;

/// <summary>
/// Text that came from outside. It has no implicit conversion and prints as a hash, so it cannot slip into a
/// message, a log or a prompt by accident; the reading side opens it with <see cref="Reveal"/>.
/// </summary>
public readonly struct UntrustedText(string text)
{
    /// <summary>The text itself, for the reading side and for escaped display to a person.</summary>
    public string Reveal() => text ?? "";

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => text?.Length ?? 0;

    /// <summary>A short hash, never the text.</summary>
    public override string ToString() =>
        $"[untrusted:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Reveal())).AsSpan(0, 6))}]";
}
