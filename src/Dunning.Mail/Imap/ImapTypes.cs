using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <summary>How to reach a mailbox server.</summary>
public sealed record ImapOptions
{
    /// <summary>Host name or address; also the name its certificate must carry.</summary>
    public required string Host { get; init; }

    /// <summary>Port, 1–65535; 993 for implicit TLS, 143 for STARTTLS.</summary>
    public required int Port { get; init; }

    /// <summary>Protection of the connection.</summary>
    public TlsMode Tls { get; init; } = TlsMode.Implicit;

    /// <summary>PEM file of the only certificate authorities to trust, or null for the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Allows to log in without TLS; for loopback and tests only.</summary>
    public bool AllowPlaintextAuthentication { get; init; }

    /// <summary>Limit for connecting and for TLS.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit for the silence between two responses of one command.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of one response, literals included; more ends the connection.</summary>
    public long MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Responses the server may send to one command.</summary>
    public int MaxResponses { get; init; } = 1_000_000;
}

/// <summary>A selected mailbox.</summary>
/// <param name="Name">The name as given.</param>
/// <param name="UidValidity">UIDs compare only under an equal value (RFC 3501 §2.3.1.1).</param>
/// <param name="UidNext">The lowest UID the next message can get; 0 when the server does not tell.</param>
/// <param name="Exists">Messages in the mailbox.</param>
/// <param name="ReadOnly">Whether it was opened read-only.</param>
public sealed record ImapMailbox(string Name, uint UidValidity, uint UidNext, uint Exists, bool ReadOnly);

/// <summary>A fetched message.</summary>
/// <param name="Uid">The UID.</param>
/// <param name="Flags">Flags such as <c>\Seen</c>.</param>
/// <param name="InternalDate">When the server received it.</param>
/// <param name="Size">RFC822.SIZE in bytes as the server states it.</param>
/// <param name="Body">The raw message, at most the limit asked for; empty when the server sent none.</param>
/// <param name="Truncated">Whether the message is longer than <paramref name="Body"/>.</param>
public sealed record ImapMessage(uint Uid, IReadOnlyList<string> Flags, DateTimeOffset? InternalDate, long Size, byte[] Body, bool Truncated);

/// <summary>Where APPEND put a message (UIDPLUS, RFC 4315).</summary>
public sealed record ImapAppended(uint UidValidity, uint Uid);

/// <summary>Where MOVE or COPY put messages (UIDPLUS, RFC 4315): old and new UIDs in the same order.</summary>
public sealed record ImapMoved(uint UidValidity, IReadOnlyList<uint> From, IReadOnlyList<uint> To);

/// <summary>A mailbox in a listing.</summary>
/// <param name="Name">The decoded name.</param>
/// <param name="Delimiter">The hierarchy delimiter, or null.</param>
/// <param name="Attributes">Attributes such as <c>\Noselect</c> and special uses such as <c>\Sent</c> (RFC 6154).</param>
public sealed record ImapFolder(string Name, char? Delimiter, IReadOnlyList<string> Attributes)
{
    /// <summary>Whether it carries that attribute; compared without case.</summary>
    public bool Has(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);
}

/// <summary>How STORE changes flags.</summary>
public enum ImapFlagChange
{
    /// <summary>Adds the flags.</summary>
    Add,
    /// <summary>Removes the flags.</summary>
    Remove,
    /// <summary>Replaces all flags.</summary>
    Replace,
}
