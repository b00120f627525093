using System.Text;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <summary>
/// Reads a mailbox (IMAP4rev1, RFC 3501; UIDPLUS RFC 4315, MOVE RFC 6851, IDLE RFC 2177, SPECIAL-USE RFC 6154). One command at a time.
/// Failures are <see cref="ImapException"/>s; after any but <see cref="ImapRefusedException"/>, and after a cancelled command, the
/// client must be disposed.
/// </summary>
public sealed partial class ImapClient(ImapOptions options) : IAsyncDisposable
{
    private readonly HashSet<string> _capabilities = new(StringComparer.OrdinalIgnoreCase);
    private ImapConnection? _connection;
    private bool _preAuthenticated;

    /// <summary>What the server can do, as it said last.</summary>
    public IReadOnlySet<string> Capabilities => _capabilities;

    /// <summary>Connects, starts TLS as configured, and asks for capabilities.</summary>
    /// <exception cref="ImapException">No connection, no TLS, or no IMAP server.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken) => GuardAsync("connect", async () =>
    {
        if (_connection is not null)
            throw new InvalidOperationException("The client is connected already.");
        using var deadline = new Deadline(options.ConnectTimeout, cancellationToken);
        var wire = await WireStream.ConnectAsync(options.Host, options.Port, deadline.Token);
        _connection = new ImapConnection(options, wire);
        if (options.Tls == TlsMode.Implicit)
            await wire.UpgradeAsync(options.Host, options.CaFile, deadline.Token);
        var greeting = await _connection.ReadAsync(options.ResponseTimeout, cancellationToken);
        if (greeting.Tag != "*" || greeting.Status is not ("OK" or "PREAUTH"))
            throw new ImapDisconnectedException($"The server refused the connection: {greeting.Text}", null);
        _preAuthenticated = greeting.Status == "PREAUTH";
        if (options.Tls == TlsMode.StartTls)
        {
            if (_preAuthenticated)
                throw new ImapProtocolException("The server is authenticated before TLS; STARTTLS is no longer possible (RFC 2595 §3.1).");
            await CommandAsync("STARTTLS", "STARTTLS", null, cancellationToken);
            using var tls = new Deadline(options.ConnectTimeout, cancellationToken);
            await wire.UpgradeAsync(options.Host, options.CaFile, tls.Token);
        }
        // What was announced before TLS counts for nothing.
        await RefreshCapabilitiesAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Logs in with AUTHENTICATE PLAIN (RFC 4616) where offered, otherwise with LOGIN.</summary>
    /// <exception cref="ImapRefusedException">Wrong user or password.</exception>
    public Task LoginAsync(string user, string password, CancellationToken cancellationToken) => GuardAsync("login", async () =>
    {
        if (_preAuthenticated)
            return;
        RequireProtection();
        if (_capabilities.Contains("AUTH=PLAIN"))
            await AuthenticateAsync("PLAIN", $"\0{user}\0{password}", cancellationToken);
        else if (_capabilities.Contains("LOGINDISABLED"))
            throw new ImapProtocolException("The server does not allow LOGIN.");
        else if (!(user + password).Any(c => c > '~' && !char.IsControl(c)))
            await CommandAsync("LOGIN", $"LOGIN {MailboxName.Quote(user, nameof(user))} {MailboxName.Quote(password, nameof(password))}", null, cancellationToken);
        else
            throw new ImapProtocolException("The server offers only LOGIN, which takes user names and passwords in printable ASCII.");
        await RefreshCapabilitiesAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Logs in with an OAuth 2 access token (XOAUTH2); the user may be a shared mailbox the token's owner may open.</summary>
    /// <exception cref="ImapRefusedException">The server does not take the token for this mailbox.</exception>
    /// <exception cref="ImapProtocolException">The server does not offer XOAUTH2.</exception>
    public Task LoginWithTokenAsync(string user, string accessToken, CancellationToken cancellationToken) => GuardAsync("login", async () =>
    {
        if (_preAuthenticated)
            return;
        RequireProtection();
        if (!_capabilities.Contains("AUTH=XOAUTH2"))
            throw new ImapProtocolException("The server does not offer XOAUTH2.");
        await AuthenticateAsync("XOAUTH2", Xoauth2.Response(user, accessToken), cancellationToken);
        await RefreshCapabilitiesAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Does nothing but show that the connection lives, and lets the server report changes.</summary>
    public Task NoopAsync(CancellationToken cancellationToken) =>
        GuardAsync("NOOP", () => CommandAsync("NOOP", "NOOP", null, cancellationToken), cancellationToken);

    /// <summary>Logs out; the client is then to be disposed.</summary>
    public Task LogoutAsync(CancellationToken cancellationToken) =>
        GuardAsync("LOGOUT", () => CommandAsync("LOGOUT", "LOGOUT", null, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var connection = _connection;
        _connection = null;
        try
        {
            if (connection is not null)
                await connection.DisposeAsync();
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            // Closing TLS writes a farewell that a dead peer cannot take.
        }
    }

    private void RequireProtection()
    {
        if (_connection is { Wire.IsEncrypted: false } && !options.AllowPlaintextAuthentication)
            throw new ImapProtocolException("Logging in without TLS is not allowed.");
    }

    private async Task RefreshCapabilitiesAsync(CancellationToken cancellationToken)
    {
        _capabilities.Clear();
        await CommandAsync("CAPABILITY", "CAPABILITY", response =>
        {
            if (response.IsKind("CAPABILITY"))
                _capabilities.UnionWith(response.Tokens.Skip(1).Select(t => t.AsString ?? ""));
        }, cancellationToken);
    }

    private async Task AuthenticateAsync(string mechanism, string secret, CancellationToken cancellationToken)
    {
        var connection = Connection;
        var tag = connection.NextTag();
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        var initial = _capabilities.Contains("SASL-IR");
        await connection.WriteLineAsync($"{tag} AUTHENTICATE {mechanism}{(initial ? " " + coded : "")}", cancellationToken);
        var sent = initial;
        await FinishAsync("AUTHENTICATE", tag, null, async _ =>
        {
            // A second challenge of XOAUTH2 carries the error and wants an empty answer.
            await connection.WriteLineAsync(sent ? "" : coded, cancellationToken);
            sent = true;
        }, cancellationToken);
    }
}
