namespace Dunning.Mail.Mime;

/// <summary>A node of the body tree: a leaf with content, a multipart with children, or an embedded message (RFC 2046).</summary>
public sealed class MimeEntity
{
    internal MimeEntity(MimeHeaders headers, ContentType contentType)
    {
        Headers = headers;
        ContentType = contentType;
    }

    /// <summary>The entity's own header fields.</summary>
    public MimeHeaders Headers { get; }

    /// <summary>The declared media type; <c>text/plain</c> when none could be read.</summary>
    public ContentType ContentType { get; }

    /// <summary>Whether Content-Disposition is <c>attachment</c> (RFC 2183).</summary>
    public bool IsAttachment { get; internal init; }

    /// <summary>The decoded file name without any directory, or null.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The Content-ID without angle brackets, or null.</summary>
    public string? ContentId { get; internal init; }

    /// <summary>The content after transfer decoding; empty for multiparts.</summary>
    public ReadOnlyMemory<byte> Content { get; internal init; }

    /// <summary>The decoded text of a text leaf (line breaks as LF, format=flowed undone), or null.</summary>
    public string? Text { get; internal init; }

    /// <summary>Children of a multipart in order.</summary>
    public IReadOnlyList<MimeEntity> Children { get; internal init; } = [];

    /// <summary>The embedded message of a <c>message/rfc822</c>, <c>message/global</c> or <c>text/rfc822-headers</c> part, or null.</summary>
    public MimeMessage? Message { get; internal init; }

    /// <summary>Field groups of a <c>message/delivery-status</c> (RFC 3464), disposition notification (RFC 8098) or feedback report (RFC 5965).</summary>
    public IReadOnlyList<MimeHeaders> StatusGroups { get; internal init; } = [];

    /// <summary>This entity and everything below it, embedded messages excluded.</summary>
    public IEnumerable<MimeEntity> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var entity in child.SelfAndDescendants())
                yield return entity;
        }
    }
}

/// <summary>An attached file.</summary>
/// <param name="Name">The decoded file name without directory; null when the sender gave none.</param>
/// <param name="ContentType">The declared media type; it says what the sender claims, not what the bytes are.</param>
/// <param name="Bytes">The decoded content.</param>
/// <param name="ContentId">The Content-ID of an embedded image, or null.</param>
public sealed record MimeAttachment(string? Name, string ContentType, ReadOnlyMemory<byte> Bytes, string? ContentId);
