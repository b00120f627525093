using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Builds the body tree below one header (RFC 2045, RFC 2046).</summary>
internal static class EntityParser
{
    public static MimeEntity Parse(MimeHeaders headers, ReadOnlyMemory<byte> body, ContentType assumed, ParseState state, int depth)
    {
        state.Parts++;
        var defects = state.Defects;
        var type = headers.Find("Content-Type") is { } declared ? ContentType.Parse(declared.Raw, defects) : assumed;
        if (type.IsType("multipart"))
        {
            if (depth >= state.Limits.MaxDepth)
                defects.Add(MimeDefectKind.LimitExceeded, "Nested deeper than allowed; the inner parts are taken as text.");
            else if (Children(type, body, state, depth) is { } children)
                return new MimeEntity(headers, type) { Children = children };
            type = ContentType.PlainText;
        }
        return Leaf(headers, type, body, state, depth);
    }

    private static MimeEntity Leaf(MimeHeaders headers, ContentType type, ReadOnlyMemory<byte> body, ParseState state, int depth)
    {
        var defects = state.Defects;
        var content = TransferEncodings.Decode(body, headers.Find("Content-Transfer-Encoding")?.Raw, defects);
        var (disposition, parameters) = headers.Find("Content-Disposition") is { } header ? ParameterParser.Parse(header.Raw, defects) : ("", []);
        var name = parameters.GetValueOrDefault("filename") ?? type.Parameter("name");
        var isReport = type.Is("message/delivery-status") || type.Is("message/global-delivery-status") || type.Is("message/disposition-notification") || type.Is("message/feedback-report");
        return new MimeEntity(headers, type)
        {
            IsAttachment = disposition.Equals("attachment", StringComparison.OrdinalIgnoreCase),
            FileName = SafeName(name),
            ContentId = headers.Find("Content-ID") is { } id ? MimeParser.Ids(id.Raw).FirstOrDefault() : null,
            Content = content,
            Text = type.IsType("text") ? DecodeText(type, content.Span, state) : null,
            Message = IsMessage(type) ? Embedded(content, state, depth) : null,
            StatusGroups = isReport ? Groups(content.Span, state) : [],
        };
    }

    private static bool IsMessage(ContentType type) =>
        type.Is("message/rfc822") || type.Is("message/global") || type.Is("text/rfc822-headers") || type.Is("message/global-headers") || type.Is("message/news");

    private static MimeMessage? Embedded(ReadOnlyMemory<byte> content, ParseState state, int depth)
    {
        if (depth < state.Limits.MaxDepth && state.Parts < state.Limits.MaxParts)
            return MimeParser.ParseMessage(content, state, depth + 1);
        state.Defects.Add(MimeDefectKind.LimitExceeded, "An embedded message beyond the limits was not opened.");
        return null;
    }

    private static string DecodeText(ContentType type, ReadOnlySpan<byte> content, ParseState state)
    {
        var most = state.Limits.MaxTextLength;
        if (content.Length > most * 4L)
            content = content[..(int)Math.Min(content.Length, most * 4L)];
        var text = Charsets.Decode(content, type.Parameter("charset"), state.Defects);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF');
        if (text.Length > most)
        {
            state.Defects.Add(MimeDefectKind.LimitExceeded, "A text body longer than allowed was cut.");
            text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }
        var flowed = string.Equals(type.Parameter("format"), "flowed", StringComparison.OrdinalIgnoreCase) && type.Is("text/plain");
        return flowed ? FlowedText.Unflow(text, string.Equals(type.Parameter("delsp"), "yes", StringComparison.OrdinalIgnoreCase)) : text;
    }

    private static List<MimeEntity>? Children(ContentType type, ReadOnlyMemory<byte> body, ParseState state, int depth)
    {
        var boundary = type.Parameter("boundary")?.TrimEnd();
        var delimiters = string.IsNullOrEmpty(boundary) ? [] : Delimiters(body.Span, Encoding.UTF8.GetBytes(boundary));
        if (delimiters.Count == 0)
        {
            state.Defects.Add(MimeDefectKind.MissingBoundary, "A multipart whose boundary is missing or never occurs.");
            delimiters = GuessBoundary(body.Span) is { } guess ? Delimiters(body.Span, guess) : [];
            if (delimiters.Count == 0)
                return null;
        }
        if (!delimiters[^1].Closes)
            state.Defects.Add(MimeDefectKind.UnclosedBoundary, "A multipart without its closing delimiter.");
        var assumed = type.Is("multipart/digest") ? new ContentType("message/rfc822", ContentType.PlainText.Parameters) : ContentType.PlainText;
        var children = new List<MimeEntity>();
        for (var i = 0; i < delimiters.Count && !delimiters[i].Closes; i++)
        {
            if (state.Parts >= state.Limits.MaxParts)
            {
                state.Defects.Add(MimeDefectKind.LimitExceeded, "More parts than allowed; the rest is left out.");
                break;
            }
            var start = delimiters[i].Next;
            var end = i + 1 < delimiters.Count ? Math.Max(start, delimiters[i + 1].Start) : body.Length;
            var part = body[start..end];
            var headers = HeaderParser.Parse(part.Span, state.Limits, state.Defects, out var bodyStart);
            children.Add(Parse(headers, part[bodyStart..], assumed, state, depth + 1));
        }
        return children;
    }

    /// <summary>A delimiter line: where the content before it ends, where the next line starts, and whether it is the closing one.</summary>
    private readonly record struct Delimiter(int Start, int Next, bool Closes);

    private static List<Delimiter> Delimiters(ReadOnlySpan<byte> body, byte[] boundary)
    {
        byte[] mark = [(byte)'-', (byte)'-', .. boundary];
        var found = new List<Delimiter>();
        for (var at = 0; at < body.Length;)
        {
            var offset = body[at..].IndexOf(mark);
            if (offset < 0)
                break;
            var start = at + offset;
            at = start + mark.Length;
            if (start > 0 && body[start - 1] is not ((byte)'\n' or (byte)'\r'))
                continue;
            var closes = body[at..].StartsWith("--"u8);
            var lineEnd = HeaderParser.LineEnd(body, closes ? at + 2 : at, out var next);
            if (!body[(closes ? at + 2 : at)..lineEnd].Trim(" \t"u8).IsEmpty)
                continue;
            // The line break before the delimiter belongs to the delimiter (RFC 2046 §5.1.1).
            var end = start;
            if (end > 0 && body[end - 1] == '\n')
                end--;
            if (end > 0 && body[end - 1] == '\r')
                end--;
            found.Add(new Delimiter(end, next, closes));
            if (closes)
                break;
            at = next;
        }
        return found;
    }

    /// <summary>The first line that starts with two hyphens is what a sender with a damaged header meant.</summary>
    private static byte[]? GuessBoundary(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < Math.Min(body.Length, 64 * 1024);)
        {
            var end = HeaderParser.LineEnd(body, at, out var next);
            var line = body[at..end].TrimEnd(" \t"u8);
            if (line.Length is > 4 and <= 202 && line.StartsWith("--"u8) && !line.StartsWith("-----"u8[..5]) && line.IndexOf((byte)' ') < 0)
                return line[2..].ToArray();
            at = next;
        }
        return null;
    }

    private static List<MimeHeaders> Groups(ReadOnlySpan<byte> content, ParseState state)
    {
        const int Most = 100;
        var groups = new List<MimeHeaders>();
        while (!content.IsEmpty && groups.Count < Most)
        {
            var group = HeaderParser.Parse(content, state.Limits, state.Defects, out var next);
            if (group.Count > 0)
                groups.Add(group);
            content = content[Math.Max(next, 1)..];
        }
        return groups;
    }

    /// <summary>A sender's file name never brings a directory along.</summary>
    internal static string? SafeName(string? name)
    {
        if (name is null)
            return null;
        var file = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Trim();
        if (file.Length > 255)
            file = file[^255..];
        return file is "" or "." or ".." ? null : file;
    }
}
