namespace Dunning.Mail.Mime;

/// <summary>A parsed message (RFC 5322, RFC 2045). What was missing is null or empty, and <see cref="Defects"/> says what was wrong.</summary>
public sealed class MimeMessage
{
    internal MimeMessage(MimeHeaders headers, MimeEntity body, IReadOnlyList<MimeDefect> defects)
    {
        Headers = headers;
        Body = body;
        Defects = defects;
    }

    /// <summary>All header fields in order.</summary>
    public MimeHeaders Headers { get; }

    /// <summary>The root of the body tree.</summary>
    public MimeEntity Body { get; }

    /// <summary>What the parser repaired or left out; at most 100 entries, shared with embedded messages.</summary>
    public IReadOnlyList<MimeDefect> Defects { get; }

    /// <summary>Authors (From). More than one From field gives all of them.</summary>
    public IReadOnlyList<MailAddress> From { get; internal init; } = [];

    /// <summary>The Sender field, or null.</summary>
    public MailAddress? Sender { get; internal init; }

    /// <summary>Where answers shall go (Reply-To).</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; internal init; } = [];

    /// <summary>Primary recipients.</summary>
    public IReadOnlyList<MailAddress> To { get; internal init; } = [];

    /// <summary>Copied recipients.</summary>
    public IReadOnlyList<MailAddress> Cc { get; internal init; } = [];

    /// <summary>The decoded subject; empty when there is none.</summary>
    public string Subject { get; internal init; } = "";

    /// <summary>The Message-ID without angle brackets, or null.</summary>
    public string? MessageId { get; internal init; }

    /// <summary>The first id of In-Reply-To without angle brackets, or null.</summary>
    public string? InReplyTo { get; internal init; }

    /// <summary>The ids of References without angle brackets, oldest first.</summary>
    public IReadOnlyList<string> References { get; internal init; } = [];

    /// <summary>The Date field with its offset, or null.</summary>
    public DateTimeOffset? Date { get; internal init; }

    /// <summary>The Return-Path: empty string for the null reverse path (RFC 5321 §4.5.5), null when the field is missing.</summary>
    public string? ReturnPath { get; internal init; }

    /// <summary>The plain text body, or null when the message has none.</summary>
    public string? TextBody { get; internal init; }

    /// <summary>The HTML body, or null when the message has none.</summary>
    public string? HtmlBody { get; internal init; }

    /// <summary>Everything that is neither body nor report: files, embedded images, embedded messages.</summary>
    public IReadOnlyList<MimeAttachment> Attachments { get; internal init; } = [];
}
