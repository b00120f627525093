namespace Dunning.Mail.Smtp;

/// <summary>Where in the dialogue something happened (RFC 5321 §4.1).</summary>
public enum SmtpStage
{
    /// <summary>Opening the connection, including implicit TLS.</summary>
    Connect,
    /// <summary>The server's greeting.</summary>
    Greeting,
    /// <summary>EHLO or HELO.</summary>
    Hello,
    /// <summary>STARTTLS (RFC 3207).</summary>
    StartTls,
    /// <summary>AUTH (RFC 4954).</summary>
    Authenticate,
    /// <summary>MAIL FROM.</summary>
    MailFrom,
    /// <summary>RCPT TO.</summary>
    RecipientTo,
    /// <summary>The DATA command and the text up to the final dot.</summary>
    Data,
    /// <summary>The final dot and its reply.</summary>
    FinalReply,
}

/// <summary>
/// How sending one message ended. The cases differ in what is certain about the server: everything but <see cref="Accepted"/>
/// and <see cref="Unknown"/> is proof that the message was not taken over.
/// </summary>
public abstract record SmtpOutcome
{
    private SmtpOutcome() { }

    /// <summary>The server took responsibility (2xx after the final dot).</summary>
    /// <param name="Response">The reply text.</param>
    /// <param name="QueueId">The server's queue id where its reply names one.</param>
    public sealed record Accepted(string Response, string? QueueId) : SmtpOutcome;

    /// <summary>The server refused for good (5xx). At a stage before <see cref="SmtpStage.MailFrom"/> it is about the account, not the message.</summary>
    /// <param name="Stage">Where.</param>
    /// <param name="Code">The reply code, 500–599.</param>
    /// <param name="EnhancedCode">The enhanced status (RFC 3463), such as 5.1.1, or null.</param>
    /// <param name="Text">The reply text.</param>
    /// <param name="Recipient">The refused recipient at <see cref="SmtpStage.RecipientTo"/>, otherwise null.</param>
    public sealed record RejectedPermanent(SmtpStage Stage, int Code, string? EnhancedCode, string Text, string? Recipient) : SmtpOutcome;

    /// <summary>The server refused for now (4xx); the message may be offered again.</summary>
    /// <param name="Stage">Where.</param>
    /// <param name="Code">The reply code, 400–499.</param>
    /// <param name="EnhancedCode">The enhanced status (RFC 3463), or null.</param>
    /// <param name="Text">The reply text.</param>
    /// <param name="Recipient">The refused recipient at <see cref="SmtpStage.RecipientTo"/>, otherwise null.</param>
    public sealed record RejectedTransient(SmtpStage Stage, int Code, string? EnhancedCode, string Text, string? Recipient) : SmtpOutcome;

    /// <summary>The dialogue ended before any byte of the final dot was written: the server cannot have accepted.</summary>
    /// <param name="Stage">Where.</param>
    /// <param name="Reason">The cause in words.</param>
    public sealed record NotSent(SmtpStage Stage, string Reason) : SmtpOutcome;

    /// <summary>The dialogue ended after the final dot was begun and before its reply: the server may have accepted. Never resend blindly.</summary>
    /// <param name="Reason">The cause in words.</param>
    public sealed record Unknown(string Reason) : SmtpOutcome;
}

/// <summary>How the first phase ended.</summary>
public abstract record SmtpPreparation
{
    private SmtpPreparation() { }

    /// <summary>Sender and all recipients are accepted; the message may be transmitted.</summary>
    public sealed record Ready : SmtpPreparation;

    /// <summary>The message cannot be transmitted now.</summary>
    /// <param name="Outcome">A rejection or <see cref="SmtpOutcome.NotSent"/>.</param>
    public sealed record Failed(SmtpOutcome Outcome) : SmtpPreparation;
}
