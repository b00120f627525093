namespace Dunning.Mail.Mime;

/// <summary>What a parse may cost. Beyond a limit the rest is cut or skipped and a <see cref="MimeDefect"/> says so.</summary>
public sealed record MimeLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static MimeLimits Default { get; } = new();

    /// <summary>Bytes of the raw message that are read; 1 and up.</summary>
    public int MaxMessageBytes { get; init; } = 40 * 1024 * 1024;

    /// <summary>Nesting of multiparts and embedded messages; 1 and up.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Entities in the whole tree; 1 and up.</summary>
    public int MaxParts { get; init; } = 500;

    /// <summary>Header fields of one entity.</summary>
    public int MaxHeaders { get; init; } = 1000;

    /// <summary>Characters of one unfolded header field.</summary>
    public int MaxHeaderLength { get; init; } = 64 * 1024;

    /// <summary>Addresses of one address list.</summary>
    public int MaxAddresses { get; init; } = 1000;

    /// <summary>Characters of one decoded text body.</summary>
    public int MaxTextLength { get; init; } = 2 * 1024 * 1024;
}

/// <summary>What was wrong with a message, and where.</summary>
/// <param name="Kind">The kind of defect.</param>
/// <param name="Detail">One sentence in English; holds no text of the message beyond header names and charset names.</param>
public sealed record MimeDefect(MimeDefectKind Kind, string Detail);

/// <summary>Kinds of defects the parser repairs.</summary>
public enum MimeDefectKind
{
    /// <summary>No header at all, or no From.</summary>
    MissingHeader,
    /// <summary>A header line that is no header field.</summary>
    MalformedHeader,
    /// <summary>An address list that could be read only in part.</summary>
    MalformedAddress,
    /// <summary>A Content-Type or Content-Disposition that could be read only in part.</summary>
    MalformedContentType,
    /// <summary>A Date that is no date.</summary>
    MalformedDate,
    /// <summary>A multipart without usable boundary.</summary>
    MissingBoundary,
    /// <summary>A multipart without its closing delimiter.</summary>
    UnclosedBoundary,
    /// <summary>Base64 or quoted-printable with invalid characters.</summary>
    MalformedEncoding,
    /// <summary>A charset that is unknown, or bytes that do not fit the declared one.</summary>
    MalformedCharset,
    /// <summary>A part of the message was beyond <see cref="MimeLimits"/> and was left out.</summary>
    LimitExceeded,
}

/// <summary>Collects defects up to a bound, so that a hostile message cannot fill memory with complaints.</summary>
internal sealed class DefectList
{
    private const int Most = 100;
    private readonly List<MimeDefect> _defects = [];

    public IReadOnlyList<MimeDefect> Defects => _defects;

    public void Add(MimeDefectKind kind, string detail)
    {
        if (_defects.Count < Most)
            _defects.Add(new MimeDefect(kind, detail));
    }
}
