using Dunning.Flows;
using Dunning.Mail.Imap;
using Dunning.Mail.Wire;

namespace Dunning.Connectors.Mail;

/// <summary>Opens the mailbox server. After a failure it waits longer and longer before it knocks again, so that no account is locked for it.</summary>
public sealed class ImapDoor(ImapOptions options, MailLogin login, TimeProvider clock)
{
    private static readonly string[] Passing = ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "OVERQUOTA"];
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(15));
    private readonly Lock guard = new();
    private (DateTimeOffset Until, MailAccessException Failure)? closed;

    /// <summary>Name of the server and the account, for watermarks.</summary>
    public string Name => $"{login.User}@{options.Host}:{options.Port}";

    /// <summary>A client that is signed in.</summary>
    /// <exception cref="MailAccessException">The mailbox cannot be opened now.</exception>
    public async Task<ImapClient> OpenAsync(CancellationToken cancellationToken)
    {
        lock (guard)
        {
            if (closed is { } earlier && clock.GetUtcNow() < earlier.Until) throw new MailAccessException(earlier.Failure.Message, earlier.Failure.NeedsPerson, earlier.Failure);
        }

        var client = new ImapClient(options);
        try
        {
            await SignInAsync(client, cancellationToken);
            lock (guard)
            {
                backoff.Reset();
                closed = null;
            }

            return client;
        }
        catch (Exception e) when (e is ImapException or AccessTokenException)
        {
            await client.DisposeAsync();
            var failure = Describe(e);
            lock (guard) closed = (clock.GetUtcNow() + backoff.Next(), failure);
            throw failure;
        }
    }

    private async Task SignInAsync(ImapClient client, CancellationToken cancellationToken)
    {
        // The token first: a server gives an idle stranger only a short time.
        var token = login.Tokens is null ? null : await login.Tokens.GetAsync(cancellationToken);
        await client.ConnectAsync(cancellationToken);
        if (token is null)
        {
            await client.LoginAsync(login.User, login.Password ?? "", cancellationToken);
            return;
        }

        try
        {
            await client.LoginWithTokenAsync(login.User, token, cancellationToken);
        }
        catch (ImapRefusedException)
        {
            login.Tokens!.Forget(token);
            throw;
        }
    }

    private MailAccessException Describe(Exception e) => e switch
    {
        AccessTokenException token => new(token.Message, token.NeedsPerson, e),
        ImapRefusedException refused when Passing.Contains(refused.Code, StringComparer.OrdinalIgnoreCase) =>
            new($"The mailbox server is not ready: {refused.Code}.", false, e),
        ImapRefusedException refused when login.Tokens is null =>
            new($"The mailbox server refuses the login{Code(refused)}: DUNNING_IMAP_USER or DUNNING_IMAP_PASSWORD is wrong, or the account may not use IMAP.", true, e),
        ImapRefusedException refused =>
            new($"The mailbox server takes no token for DUNNING_IMAP_USER{Code(refused)}: the mailbox does not exist, IMAP is switched off for it, or the application or person behind DUNNING_MAIL_OAUTH has no right to open it.", true, e),
        ImapProtocolException protocol => new($"The mailbox server of DUNNING_IMAP_HOST cannot be used: {protocol.Message}", true, e),
        _ => new($"The mailbox server of DUNNING_IMAP_HOST cannot be reached: {e.Message}", false, e),
    };

    private static string Code(ImapRefusedException refused) => refused.Code is { Length: > 0 and <= 40 } code ? $" ({code})" : "";
}
