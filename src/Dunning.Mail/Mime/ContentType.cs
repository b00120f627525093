namespace Dunning.Mail.Mime;

/// <summary>A media type with parameters (RFC 2045 §5.1; continuations and charsets of RFC 2231).</summary>
/// <param name="MediaType"><c>type/subtype</c> in lower case.</param>
/// <param name="Parameters">Parameters by name; names compare without case.</param>
public sealed record ContentType(string MediaType, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What an entity without Content-Type is (RFC 2045 §5.2).</summary>
    public static ContentType PlainText { get; } = new("text/plain", new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The part before the slash.</summary>
    public string Type => MediaType[..Math.Max(0, MediaType.IndexOf('/', StringComparison.Ordinal))];

    /// <summary>The value of a parameter, or null.</summary>
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>Whether the media type is this one; compared without case.</summary>
    public bool Is(string mediaType) => string.Equals(MediaType, mediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the type before the slash is this one.</summary>
    public bool IsType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    internal static ContentType Parse(string? raw, DefectList defects)
    {
        if (raw is null)
            return PlainText;
        var (value, parameters) = ParameterParser.Parse(raw, defects);
        value = value.ToLowerInvariant();
        if (value == "text")
            value = "text/plain";
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && slash < value.Length - 1 && value.Length < 200 && !value.Any(c => c <= ' ' || c > '~'))
            return new ContentType(value, parameters);
        defects.Add(MimeDefectKind.MalformedContentType, "A Content-Type without type and subtype.");
        // RFC 2045 §5.2 permits text/plain as the default for unreadable types.
        return new ContentType("text/plain", parameters);
    }
}
