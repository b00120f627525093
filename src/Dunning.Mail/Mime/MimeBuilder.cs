using System.Security.Cryptography;
using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>A file to attach.</summary>
/// <param name="Name">The file name shown to the reader.</param>
/// <param name="ContentType">The media type, such as <c>application/pdf</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record OutgoingAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Builds a message (RFC 5322) in 7-bit wire form: text and HTML as multipart/alternative with the richest part last (RFC 2046
/// §5.1.4), files beside them in multipart/mixed (§5.1.3), texts in quoted-printable lines of at most 76 characters (RFC 2045 §6.7). Equal input gives equal bytes. A control character in any header value or
/// address gives an <see cref="ArgumentException"/> that names the header.
/// </summary>
public sealed class MimeBuilder
{
    /// <summary>The author.</summary>
    public required MailAddress From { get; init; }

    /// <summary>Primary recipients; at least one.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>Copied recipients.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Where answers shall go; empty means to the author.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>The subject, undecorated text.</summary>
    public required string Subject { get; init; }

    /// <summary>The Message-ID without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>The instant written into Date, with the offset to show.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The id answered to, without angle brackets, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Ids of the thread, oldest first, without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The plain text; any line breaks.</summary>
    public required string TextBody { get; init; }

    /// <summary>The HTML alternative, or null.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Files to attach.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>Further fields in order, such as <c>Auto-Submitted</c> (RFC 3834) or <c>List-Unsubscribe</c> (RFC 2369). Fields the builder writes itself are refused.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraHeaders { get; init; } = [];

    private static readonly string[] Own = ["From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Message-ID", "Date", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"];

    /// <summary>Whether an address needs SMTPUTF8 (RFC 6531) because its local part is not ASCII.</summary>
    public bool RequiresSmtpUtf8 => To.Concat(Cc).Concat(ReplyTo).Append(From).Any(a => !Ascii.IsValid(a.LocalPart));

    /// <summary>The message bytes with CRLF line ends.</summary>
    /// <exception cref="ArgumentException">A value cannot stand in its header; the message names the header and the cause.</exception>
    public byte[] Build()
    {
        if (To.Count == 0)
            throw new ArgumentException("Header To: at least one recipient is needed.", nameof(To));
        var output = new StringBuilder();
        MimeWriter.Date(output, Date);
        MimeWriter.Addresses(output, "From", [From]);
        MimeWriter.Addresses(output, "To", To);
        if (Cc.Count > 0)
            MimeWriter.Addresses(output, "Cc", Cc);
        if (ReplyTo.Count > 0)
            MimeWriter.Addresses(output, "Reply-To", ReplyTo);
        MimeWriter.Ids(output, "Message-ID", [MessageId]);
        if (InReplyTo is not null)
            MimeWriter.Ids(output, "In-Reply-To", [InReplyTo]);
        if (References.Count > 0)
            MimeWriter.Ids(output, "References", References);
        MimeWriter.Text(output, "Subject", Subject);
        foreach (var (name, value) in ExtraHeaders)
        {
            if (Own.Contains(HeaderGuard.Name(name), StringComparer.OrdinalIgnoreCase))
                throw new ArgumentException($"Header {name}: is written by the builder itself.", name);
            MimeWriter.Text(output, name, value);
        }
        output.Append("MIME-Version: 1.0\r\n");
        WriteBody(output);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private void WriteBody(StringBuilder output)
    {
        if (Attachments.Count == 0)
        {
            WriteText(output);
            return;
        }
        var boundary = Boundary("mixed");
        output.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n--").Append(boundary).Append("\r\n");
        WriteText(output);
        foreach (var attachment in Attachments)
        {
            output.Append("\r\n--").Append(boundary).Append("\r\n");
            WriteAttachment(output, attachment);
        }
        output.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private void WriteText(StringBuilder output)
    {
        if (HtmlBody is null)
        {
            WritePart(output, "text/plain", TextBody);
            return;
        }
        var boundary = Boundary("alternative");
        output.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n--").Append(boundary).Append("\r\n");
        WritePart(output, "text/plain", TextBody);
        output.Append("\r\n--").Append(boundary).Append("\r\n");
        WritePart(output, "text/html", HtmlBody);
        output.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void WritePart(StringBuilder output, string type, string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        output.Append("Content-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        output.Append(TransferEncodings.EncodeQuotedPrintable(Encoding.UTF8.GetBytes(lines))).Append("\r\n");
    }

    private static void WriteAttachment(StringBuilder output, OutgoingAttachment attachment)
    {
        HeaderGuard.Value("Content-Type", attachment.ContentType);
        if (attachment.ContentType.Length > 127 || attachment.ContentType.Split('/') is not [var type, var subtype] || !IsToken(type) || !IsToken(subtype))
            throw new ArgumentException("Header Content-Type: an attachment needs type/subtype.", "Content-Type");
        output.Append("Content-Type: ").Append(attachment.ContentType).Append(MimeWriter.Parameter("Content-Type", "name", attachment.Name)).Append("\r\n");
        output.Append("Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment").Append(MimeWriter.Parameter("Content-Disposition", "filename", attachment.Name)).Append("\r\n\r\n");
        output.Append(TransferEncodings.EncodeBase64(attachment.Bytes.Span)).Append("\r\n");
    }

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+' or '_');

    /// <summary>Derived from the content, so that equal input gives equal bytes; "=_" cannot occur in quoted-printable or base64 (RFC 2045 §6.7).</summary>
    private string Boundary(string kind) =>
        $"=_{kind}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{MessageId}\n{TextBody}")))[..24]}";
}
