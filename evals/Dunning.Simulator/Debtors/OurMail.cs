using Dunning.Mail.Mime;

namespace Dunning.Simulator.Debtors;

/// <summary>A mail of the creditor as it lies in a debtor's mailbox.</summary>
/// <param name="TouchId">The touch its Message-ID proves.</param>
/// <param name="Text">The plain text.</param>
public sealed record OurMail(string Mailbox, string TouchId, MimeMessage Mime, string Text)
{
    /// <summary>Where a machine answers to (RFC 3834 §4): the return path.</summary>
    public string ReturnPath => Mime.ReturnPath is { Length: > 0 } path ? path : ReplyTo;

    /// <summary>Where a person answers to.</summary>
    public string ReplyTo => Mime.ReplyTo is [var reply, ..] ? reply.Address : Mime.From[0].Address;

    public bool IsGerman => Text.Contains(" Sie ", StringComparison.Ordinal) || Text.Contains("Rechnung", StringComparison.Ordinal);
}
