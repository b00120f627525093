using System.Text;
using Dunning.Flows;
using Dunning.Flows.Receiving;
using Dunning.Guardrails;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;

namespace Dunning.Connectors.Mail;

/// <summary>Hands cleared messages to an SMTP submission server (RFC 6409). It takes nothing but <see cref="ClearedMessage"/>.</summary>
public sealed class SmtpTransport(SmtpOptions options, TimeProvider clock) : IMailTransport
{
    /// <inheritdoc/>
    public async Task<PrepareResult> PrepareAsync(
        ClearedMessage message, IReadOnlyList<AttachedFile> files, string? redirectTo, CancellationToken cancellationToken)
    {
        var builder = Builder(message, files, redirectTo);
        var bytes = builder.Build();
        var client = new SmtpClient(options);
        // Bounces and automatic replies go to the envelope sender (RFC 5321 §4.4, RFC 3834 §4), so it must be the mailbox that is read.
        var envelope = new SmtpEnvelope(message.Mail.ReplyTo, [redirectTo ?? message.Mail.To], bytes.Length)
        {
            EightBit = !Ascii.IsValid(bytes), Utf8Headers = builder.RequiresSmtpUtf8,
        };
        switch (await client.PrepareAsync(envelope, cancellationToken))
        {
            case SmtpPreparation.Failed failed:
                await client.DisposeAsync();
                return new(null, ToResult(failed.Outcome));
            default:
                return new(new Prepared(client, bytes), null);
        }
    }

    private MimeBuilder Builder(ClearedMessage message, IReadOnlyList<AttachedFile> files, string? redirectTo)
    {
        var mail = message.Mail;
        List<KeyValuePair<string, string>> headers = [new(InboundMail.OwnHeader, mail.TouchId)];
        if (message.Automatic) headers.Add(new("Auto-Submitted", "auto-generated"));
        if (redirectTo is not null) headers.Add(new("X-Dunning-Redirected", "yes"));
        return new MimeBuilder
        {
            From = new(mail.FromName, mail.FromAddress),
            To = [new(redirectTo ?? mail.To)],
            ReplyTo = [new(mail.ReplyTo)],
            Subject = redirectTo is null ? mail.Subject : $"[redirected, meant for {mail.To}] {mail.Subject}",
            MessageId = message.MessageId,
            Date = clock.GetUtcNow(),
            InReplyTo = mail.InReplyTo,
            References = mail.References,
            TextBody = mail.Text,
            HtmlBody = mail.Html,
            Attachments = [.. files.Select(file => new OutgoingAttachment(file.Reference.FileName, file.Reference.ContentType, file.Content))],
            ExtraHeaders = headers,
        };
    }

    private static SendResult ToResult(SmtpOutcome outcome) => outcome switch
    {
        SmtpOutcome.Accepted accepted => new(SendOutcome.Accepted, accepted.Response),
        // A refusal before MAIL FROM is about our account at the server, not about this message: it may be offered again.
        SmtpOutcome.RejectedPermanent { Stage: < SmtpStage.MailFrom } refused => new(SendOutcome.RejectedTransient, $"{refused.Code} {refused.Text}"),
        // Some servers say only at MAIL FROM that they want a login, or a better one (RFC 4954 §6).
        SmtpOutcome.RejectedPermanent { Code: 530 or 534 or 535 or 538 } refused => new(SendOutcome.RejectedTransient, $"{refused.Code} {refused.Text}"),
        SmtpOutcome.RejectedPermanent refused => new(SendOutcome.RejectedPermanent, $"{refused.Code} {refused.EnhancedCode} {refused.Text}"),
        SmtpOutcome.RejectedTransient refused => new(SendOutcome.RejectedTransient, $"{refused.Code} {refused.EnhancedCode} {refused.Text}"),
        SmtpOutcome.NotSent failed => new(SendOutcome.NotSent, $"{failed.Stage}: {failed.Reason}"),
        SmtpOutcome.Unknown unknown => new(SendOutcome.Unknown, unknown.Reason),
        _ => new(SendOutcome.Unknown, $"unexpected outcome {outcome.GetType().Name}"),
    };

    private sealed class Prepared(SmtpClient client, byte[] message) : IPreparedMail
    {
        public async Task<SendResult> TransmitAsync(CancellationToken cancellationToken) => ToResult(await client.TransmitAsync(message, cancellationToken));

        public Task AbortAsync(CancellationToken cancellationToken) => client.AbortAsync();

        public ValueTask DisposeAsync() => client.DisposeAsync();
    }
}
