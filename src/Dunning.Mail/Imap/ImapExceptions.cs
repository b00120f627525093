namespace Dunning.Mail.Imap;

/// <summary>Something an IMAP dialogue could not do; the sealed cases say whether the connection is still usable.</summary>
public abstract class ImapException : Exception
{
    private protected ImapException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>The server answered NO or BAD (RFC 3501 §7.1); the connection stays usable.</summary>
/// <param name="command">The command word, without its arguments.</param>
/// <param name="status"><c>NO</c> or <c>BAD</c>.</param>
/// <param name="code">The response code in brackets (RFC 5530), such as <c>AUTHENTICATIONFAILED</c>, or null.</param>
/// <param name="text">The server's text.</param>
public sealed class ImapRefusedException(string command, string status, string? code, string text)
    : ImapException($"{command}: {status} {(code is null ? "" : $"[{code}] ")}{text}", null)
{
    /// <summary><c>NO</c> or <c>BAD</c>.</summary>
    public string Status { get; } = status;

    /// <summary>The response code, or null.</summary>
    public string? Code { get; } = code;

    /// <summary>The server's text.</summary>
    public string Text { get; } = text;
}

/// <summary>The connection could not be made, broke, or was ended by BYE; connect again.</summary>
public sealed class ImapDisconnectedException(string message, Exception? inner) : ImapException(message, inner);

/// <summary>The server did not answer in time; connect again.</summary>
public sealed class ImapTimeoutException(string message, Exception? inner) : ImapException(message, inner);

/// <summary>The server sent what is no IMAP, more than allowed, or lacks something that was asked for; connect again.</summary>
public sealed class ImapProtocolException(string message) : ImapException(message, null);
