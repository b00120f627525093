namespace Dunning.Mail.Mime;

/// <summary>Splits header bytes into fields (RFC 5322 §2.2, §2.2.3); what is no field is skipped with a defect.</summary>
internal static class HeaderParser
{
    /// <summary>Parses up to the first empty line; <paramref name="bodyStart"/> is the offset behind it.</summary>
    public static MimeHeaders Parse(ReadOnlySpan<byte> bytes, MimeLimits limits, DefectList defects, out int bodyStart)
    {
        var fields = new List<MimeHeader>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = LineEnd(bytes, at, out var next);
            if (end == at)
            {
                at = next;
                break;
            }
            while (next < bytes.Length && bytes[next] is (byte)' ' or (byte)'\t')
            {
                // A line of blanks only is taken as the end by some senders; RFC 5322 §4.2 makes it part of the field.
                end = LineEnd(bytes, next, out next);
            }
            if (!AddField(bytes[at..end], fields, limits, defects) && fields.Count == 0 && !LooksLikeEnvelope(bytes[at..end]))
                break; // No header at all: everything is body.
            at = next;
        }
        bodyStart = at;
        return new MimeHeaders(fields);
    }

    private static bool AddField(ReadOnlySpan<byte> field, List<MimeHeader> fields, MimeLimits limits, DefectList defects)
    {
        var colon = field.IndexOf((byte)':');
        var name = colon > 0 ? field[..colon].TrimEnd(" \t"u8) : [];
        if (name.IsEmpty || name.Length > 200 || name.ContainsAnyExceptInRange((byte)33, (byte)126))
        {
            defects.Add(MimeDefectKind.MalformedHeader, "A header line without a field name.");
            return false;
        }
        if (fields.Count >= limits.MaxHeaders)
        {
            defects.Add(MimeDefectKind.LimitExceeded, "More header fields than allowed; the rest is left out.");
            return true;
        }
        var value = field[(colon + 1)..];
        if (value.Length > limits.MaxHeaderLength)
        {
            defects.Add(MimeDefectKind.LimitExceeded, "A header field longer than allowed was cut.");
            value = value[..limits.MaxHeaderLength];
        }
        var raw = Unfold(Charsets.DecodeHeader(value)).Trim();
        fields.Add(new MimeHeader(System.Text.Encoding.ASCII.GetString(name), raw, EncodedWords.Decode(raw, defects).Trim()));
        return true;
    }

    /// <summary>mbox files and some pipes put an envelope line before the header.</summary>
    private static bool LooksLikeEnvelope(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    private static string Unfold(string value)
    {
        if (!value.AsSpan().ContainsAny('\r', '\n'))
            return value;
        return value.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }

    /// <summary>The end of the line's text and the start of the next line; CRLF, LF and lone CR all end a line in a header.</summary>
    internal static int LineEnd(ReadOnlySpan<byte> bytes, int start, out int next)
    {
        var offset = bytes[start..].IndexOfAny((byte)'\r', (byte)'\n');
        if (offset < 0)
        {
            next = bytes.Length;
            return next;
        }
        var end = start + offset;
        next = end + (bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1);
        return end;
    }
}
