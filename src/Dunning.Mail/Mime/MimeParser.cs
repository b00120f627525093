namespace Dunning.Mail.Mime;

/// <summary>Parses messages (RFC 5322, RFC 2045–2047, RFC 2231, RFC 6532). Any bytes give a message; nothing is thrown for their content.</summary>
public static class MimeParser
{
    /// <summary>Parses a copy of the bytes.</summary>
    /// <param name="raw">The message as received; may be empty or garbage.</param>
    /// <param name="limits">What the parse may cost.</param>
    public static MimeMessage Parse(ReadOnlySpan<byte> raw, MimeLimits limits) => Parse(raw.ToArray(), limits);

    /// <summary>Parses without copying: undecoded parts refer to <paramref name="raw"/>, which must not change afterwards.</summary>
    public static MimeMessage Parse(byte[] raw, MimeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(limits);
        var defects = new DefectList();
        ReadOnlyMemory<byte> bytes = raw;
        if (bytes.Length > limits.MaxMessageBytes)
        {
            defects.Add(MimeDefectKind.LimitExceeded, "The message is larger than allowed; the rest is left out.");
            bytes = bytes[..limits.MaxMessageBytes];
        }
        var state = new ParseState(limits, defects);
        return ParseMessage(bytes, state, depth: 0);
    }

    /// <summary>Parses with <see cref="MimeLimits.Default"/>.</summary>
    public static MimeMessage Parse(byte[] raw) => Parse(raw, MimeLimits.Default);

    internal static MimeMessage ParseMessage(ReadOnlyMemory<byte> bytes, ParseState state, int depth)
    {
        var defects = state.Defects;
        var headers = HeaderParser.Parse(bytes.Span, state.Limits, defects, out var bodyStart);
        var body = EntityParser.Parse(headers, bytes[bodyStart..], ContentType.PlainText, state, depth);
        var most = state.Limits.MaxAddresses;
        var from = Addresses(headers, "From", most, defects);
        if (from.Count == 0)
            defects.Add(MimeDefectKind.MissingHeader, "No From with an address.");
        var (text, html, attachments) = BodyPicker.Pick(body);
        return new MimeMessage(headers, body, defects.Defects)
        {
            From = from,
            Sender = Addresses(headers, "Sender", 1, new DefectList()).FirstOrDefault(),
            ReplyTo = Addresses(headers, "Reply-To", most, defects),
            To = Addresses(headers, "To", most, defects),
            Cc = Addresses(headers, "Cc", most, defects),
            Subject = headers["Subject"] ?? "",
            MessageId = Ids(headers.Find("Message-ID")?.Raw).FirstOrDefault(),
            InReplyTo = Ids(headers.Find("In-Reply-To")?.Raw).FirstOrDefault(),
            References = Ids(headers.Find("References")?.Raw),
            Date = ReadDate(headers, defects),
            ReturnPath = ReadReturnPath(headers),
            TextBody = text,
            HtmlBody = html,
            Attachments = attachments,
        };
    }

    private static List<MailAddress> Addresses(MimeHeaders headers, string name, int most, DefectList defects)
    {
        var found = new List<MailAddress>();
        foreach (var header in headers.All(name))
        {
            if (found.Count >= most)
                break;
            found.AddRange(AddressParser.ParseList(header.Raw, most - found.Count, defects));
        }
        return found;
    }

    private static DateTimeOffset? ReadDate(MimeHeaders headers, DefectList defects)
    {
        if (headers.Find("Date") is not { } header)
            return null;
        var date = DateParser.Parse(header.Raw);
        if (date is null)
            defects.Add(MimeDefectKind.MalformedDate, "The Date is no date.");
        return date;
    }

    private static string? ReadReturnPath(MimeHeaders headers)
    {
        if (headers.Find("Return-Path") is not { } header)
            return null;
        var path = header.Raw.Trim();
        return path is "<>" or "" ? "" : path.Trim('<', '>', ' ');
    }

    /// <summary>Ids in angle brackets (RFC 5322 §3.6.4); bare ids with an at sign count where a sender left the brackets out.</summary>
    internal static IReadOnlyList<string> Ids(string? raw)
    {
        const int Most = 500;
        var ids = new List<string>();
        if (raw is null)
            return ids;
        var at = 0;
        while (ids.Count < Most && raw.IndexOf('<', at) is >= 0 and var open && raw.IndexOf('>', open) is > 0 and var close)
        {
            var id = string.Concat(raw[(open + 1)..close].Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
            if (id.Length > 0)
                ids.Add(id);
            at = close + 1;
        }
        if (ids.Count == 0)
            ids.AddRange(raw.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal)).Select(w => w.Trim('<', '>')).Take(Most));
        return ids;
    }
}

/// <summary>What one parse shares over its whole tree.</summary>
internal sealed class ParseState(MimeLimits limits, DefectList defects)
{
    public MimeLimits Limits { get; } = limits;

    public DefectList Defects { get; } = defects;

    public int Parts { get; set; }
}
