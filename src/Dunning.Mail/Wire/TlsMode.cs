namespace Dunning.Mail.Wire;

/// <summary>How a connection is protected (RFC 8314).</summary>
public enum TlsMode
{
    /// <summary>TLS from the first byte.</summary>
    Implicit,
    /// <summary>STARTTLS, required: without it the connection is given up.</summary>
    StartTls,
    /// <summary>No protection; for loopback and tests. Passwords are then sent only when that is allowed explicitly.</summary>
    None,
}
