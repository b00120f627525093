using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Simulator.Debtors;

/// <summary>A reply ready to be mailed.</summary>
/// <param name="Login">The account that signs in at the server; null for somebody who cannot.</param>
/// <param name="EnvelopeSender">Empty for automatic replies (RFC 3834 §3.3).</param>
public sealed record OutgoingReply(DateTimeOffset NotBefore, string? Login, string EnvelopeSender, string Recipient, MimeBuilder Message);

/// <summary>Carries the debtors' mail to the creditor's border, each signed in as itself.</summary>
internal sealed class Postman(string host, int port, string password)
{
    /// <summary>Sends one mail.</summary>
    /// <exception cref="InvalidOperationException">The server did not take it.</exception>
    public async Task SendAsync(OutgoingReply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = reply.Message.Build();
        await using var client = new SmtpClient(new()
        {
            Host = host, Port = port, Tls = TlsMode.None, AllowPlaintextAuthentication = true, LocalName = "debtor.example", User = reply.Login,
            Password = reply.Login is null ? null : password,
        });
        var prepared = await client.PrepareAsync(new(reply.EnvelopeSender, [reply.Recipient], message.Length), cancellationToken);
        if (prepared is SmtpPreparation.Failed failed) throw new InvalidOperationException($"A debtor's mail of {now:u} was not taken: {failed.Outcome}");
        var outcome = await client.TransmitAsync(message, cancellationToken);
        if (outcome is not SmtpOutcome.Accepted) throw new InvalidOperationException($"A debtor's mail of {now:u} was not taken: {outcome}");
    }
}
