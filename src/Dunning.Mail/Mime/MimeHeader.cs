using System.Collections;

namespace Dunning.Mail.Mime;

/// <summary>One header field.</summary>
/// <param name="Name">The field name as written.</param>
/// <param name="Raw">The unfolded value before RFC 2047 decoding, trimmed.</param>
/// <param name="Value">The value with encoded words decoded and control characters replaced by spaces.</param>
public sealed record MimeHeader(string Name, string Raw, string Value);

/// <summary>The header fields of an entity in the order in which they stand; names compare without case.</summary>
public sealed class MimeHeaders : IReadOnlyList<MimeHeader>
{
    private readonly List<MimeHeader> _fields;

    internal MimeHeaders(List<MimeHeader> fields) => _fields = fields;

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public MimeHeader this[int index] => _fields[index];

    /// <summary>The decoded value of the first field of that name, or null.</summary>
    public string? this[string name] => Find(name)?.Value;

    /// <summary>The first field of that name, or null.</summary>
    public MimeHeader? Find(string name) =>
        _fields.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>All fields of that name, in order.</summary>
    public IEnumerable<MimeHeader> All(string name) =>
        _fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a field of that name exists.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <inheritdoc/>
    public IEnumerator<MimeHeader> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
