using Dunning.Mail.Wire;

namespace Dunning.Mail.Smtp;

/// <summary>How to reach a submission server (RFC 6409).</summary>
public sealed record SmtpOptions
{
    /// <summary>Host name or address; also the name its certificate must carry.</summary>
    public required string Host { get; init; }

    /// <summary>Port, 1–65535; 465 for implicit TLS, 587 for STARTTLS.</summary>
    public required int Port { get; init; }

    /// <summary>Protection of the connection.</summary>
    public TlsMode Tls { get; init; } = TlsMode.StartTls;

    /// <summary>PEM file of the only certificate authorities to trust, or null for the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>The name given in EHLO (RFC 5321 §4.1.1.1).</summary>
    public string LocalName { get; init; } = "localhost";

    /// <summary>User name, or null to send without authentication.</summary>
    public string? User { get; init; }

    /// <summary>Password for AUTH PLAIN or LOGIN.</summary>
    public string? Password { get; init; }

    /// <summary>Gives an access token for XOAUTH2; wins over <see cref="Password"/>.</summary>
    /// <remarks>It throws <see cref="AccessTokenException"/> when there is none; the message is then not sent.</remarks>
    public Func<CancellationToken, Task<string>>? AccessToken { get; init; }

    /// <summary>Told of a token the server refused, so that it is not offered again.</summary>
    public Action<string>? AccessTokenRefused { get; init; }

    /// <summary>Allows to authenticate without TLS; for loopback and tests only.</summary>
    public bool AllowPlaintextAuthentication { get; init; }

    /// <summary>Limit for connecting and for TLS.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit for one command and its whole reply (RFC 5321 §4.5.3.2).</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Limit for transmitting the message text.</summary>
    public TimeSpan DataTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Limit for the reply to the final dot; RFC 5321 §4.5.3.2.6 asks for patience here, because giving up makes the result unknown.</summary>
    public TimeSpan FinalReplyTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a caller's cancellation is withheld while the reply to the final dot is awaited.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>Sender and recipients of one message (RFC 5321 §2.3.1).</summary>
/// <param name="Sender">The reverse path; empty for the null sender.</param>
/// <param name="Recipients">Forward paths, at least one; if the server refuses one, nothing is sent to any.</param>
/// <param name="MessageSize">Bytes of the message for SIZE (RFC 1870).</param>
public sealed record SmtpEnvelope(string Sender, IReadOnlyList<string> Recipients, long MessageSize)
{
    /// <summary>Whether the message holds bytes beyond ASCII (RFC 6152).</summary>
    public bool EightBit { get; init; }

    /// <summary>Whether headers hold UTF-8 (RFC 6531); a non-ASCII address implies it.</summary>
    public bool Utf8Headers { get; init; }
}
