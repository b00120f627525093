using System.Text;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Smtp;

/// <summary>AUTH (RFC 4954) with XOAUTH2, PLAIN (RFC 4616) and LOGIN. The commands go through a delegate, so that no secret is kept here.</summary>
internal sealed class SmtpAuthentication(SmtpOptions options, IReadOnlyCollection<string> mechanisms, Func<string, CancellationToken, Task<SmtpReply>> command)
{
    // RFC 4954 §4: a command with an initial response that exceeds the line length is sent without it.
    private const int MostCommandBytes = 510;

    /// <summary>Null when the server is content, otherwise why it is not.</summary>
    public async Task<SmtpOutcome?> RunAsync(string user, CancellationToken cancellationToken)
    {
        if (user.Contains('\0', StringComparison.Ordinal) || options.Password?.Contains('\0', StringComparison.Ordinal) == true)
            return new SmtpOutcome.NotSent(SmtpStage.Authenticate, "user name and password must not hold NUL");
        if (options.AccessToken is { } token)
            return Has("XOAUTH2") ? await WithTokenAsync(user, token, cancellationToken) : NothingOffered();
        var reply = Has("PLAIN") ? await PlainAsync(user, cancellationToken) : null;
        // 504: announced and yet not served, as behind some proxies. A wrong password is not offered twice.
        if (reply is null or { Code: 504 } && Has("LOGIN"))
            reply = await LoginAsync(user, cancellationToken);
        return reply is null ? NothingOffered() : Judge(reply, reply.Text);
    }

    private async Task<SmtpOutcome?> WithTokenAsync(string user, Func<CancellationToken, Task<string>> source, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await source(cancellationToken);
        }
        catch (AccessTokenException e)
        {
            // The place where a missing token becomes a value: nothing was transmitted yet.
            return new SmtpOutcome.NotSent(SmtpStage.Authenticate, e.Message);
        }
        var reply = await InitialAsync("XOAUTH2", Base64(Xoauth2.Response(user, token)), cancellationToken);
        string? status = null;
        if (reply.Code == 334)
        {
            status = Xoauth2.StatusOf(reply.Text);
            reply = await command("", cancellationToken);
        }
        if (reply.Code is >= 500)
            options.AccessTokenRefused?.Invoke(token);
        return Judge(reply, status is null ? reply.Text : $"{reply.Text} (token status {status})");
    }

    private async Task<SmtpReply> PlainAsync(string user, CancellationToken cancellationToken)
    {
        var secret = Base64($"\0{user}\0{options.Password}");
        var reply = await InitialAsync("PLAIN", secret, cancellationToken);
        // 501: a server that does not know initial responses.
        return reply.Code == 501 ? await ChallengedAsync("PLAIN", secret, cancellationToken) : reply;
    }

    private async Task<SmtpReply> LoginAsync(string user, CancellationToken cancellationToken)
    {
        var reply = await ChallengedAsync("LOGIN", Base64(user), cancellationToken);
        return reply.Code == 334 ? await command(Base64(options.Password ?? ""), cancellationToken) : reply;
    }

    private async Task<SmtpReply> InitialAsync(string mechanism, string response, CancellationToken cancellationToken)
    {
        var line = $"AUTH {mechanism} {response}";
        if (line.Length > MostCommandBytes)
            return await ChallengedAsync(mechanism, response, cancellationToken);
        var reply = await command(line, cancellationToken);
        // An empty challenge asks for the response that was sent along already.
        return reply.Code == 334 && reply.Text.Trim().Length == 0 ? await command(response, cancellationToken) : reply;
    }

    private async Task<SmtpReply> ChallengedAsync(string mechanism, string response, CancellationToken cancellationToken)
    {
        var reply = await command($"AUTH {mechanism}", cancellationToken);
        return reply.Code == 334 ? await command(response, cancellationToken) : reply;
    }

    private bool Has(string name) => mechanisms.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static SmtpOutcome.NotSent NothingOffered() =>
        new(SmtpStage.Authenticate, "the server offers no authentication this client has credentials for");

    private static SmtpOutcome? Judge(SmtpReply reply, string text) => reply.Code == 235 ? null : reply.ToRejection(SmtpStage.Authenticate, null) switch
    {
        SmtpOutcome.RejectedPermanent refused => refused with { Text = text },
        SmtpOutcome.RejectedTransient refused => refused with { Text = text },
        var other => other,
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
