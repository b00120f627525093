using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Base64 and quoted-printable (RFC 2045 §6.7, §6.8), tolerant when reading, strict when writing.</summary>
internal static class TransferEncodings
{
    /// <summary>Decodes a body; an unknown encoding counts as identity.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? encoding, DefectList defects)
    {
        switch (encoding?.Trim().ToLowerInvariant())
        {
            case "base64":
                return DecodeBase64(body.Span, defects);
            case "quoted-printable":
                return DecodeQuotedPrintable(body.Span, defects);
            case "x-uuencode" or "uuencode" or "x-uue" or "uue":
                return UuEncoding.Decode(body.Span);
            case null or "" or "7bit" or "8bit" or "binary":
                return body;
            default:
                defects.Add(MimeDefectKind.MalformedEncoding, "Unknown Content-Transfer-Encoding; the body is taken as it is.");
                return body;
        }
    }

    public static byte[] DecodeBase64(ReadOnlySpan<byte> text, DefectList defects)
    {
        var output = new byte[text.Length / 4 * 3 + 3];
        int length = 0, bits = 0, held = 0;
        var invalid = false;
        foreach (var b in text)
        {
            var value = Base64Value(b);
            if (value >= 0)
            {
                held = (held << 6 | value) & 0xFFFFFF;
                bits += 6;
                if (bits >= 8)
                {
                    bits -= 8;
                    output[length++] = (byte)(held >> bits);
                }
            }
            else if (b == '=')
                bits = 0; // Padding ends a quantum; concatenated base64 texts go on after it.
            else if (b is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
                invalid = true;
        }
        if (invalid)
            defects.Add(MimeDefectKind.MalformedEncoding, "Characters in base64 that do not belong to it.");
        return output.AsSpan(0, length).ToArray();
    }

    public static byte[] DecodeQuotedPrintable(ReadOnlySpan<byte> text, DefectList defects)
    {
        var output = new byte[text.Length];
        var length = 0;
        var invalid = false;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            var soft = false;
            var trimmed = line.TrimEnd(" \t\r"u8); // Trailing blanks were added by a transport and must go (§6.7 rule 3).
            if (trimmed.Length > 0 && trimmed[^1] == '=')
            {
                soft = true;
                trimmed = trimmed[..^1];
            }
            for (var i = 0; i < trimmed.Length; i++)
            {
                if (trimmed[i] != '=')
                    output[length++] = trimmed[i];
                else if (i + 2 < trimmed.Length && Hex(trimmed[i + 1]) is >= 0 and var high && Hex(trimmed[i + 2]) is >= 0 and var low)
                {
                    output[length++] = (byte)(high << 4 | low);
                    i += 2;
                }
                else
                {
                    invalid = true;
                    output[length++] = (byte)'=';
                }
            }
            if (!soft && end >= 0)
            {
                if (line.Length > 0 && line[^1] == '\r')
                    output[length++] = (byte)'\r';
                output[length++] = (byte)'\n';
            }
        }
        if (invalid)
            defects.Add(MimeDefectKind.MalformedEncoding, "An equals sign in quoted-printable without two hexadecimal digits.");
        return output.AsSpan(0, length).ToArray();
    }

    /// <summary>Quoted-printable of a text whose lines end in CRLF; lines of at most 76 characters.</summary>
    public static string EncodeQuotedPrintable(ReadOnlySpan<byte> text)
    {
        var output = new StringBuilder(text.Length + text.Length / 4);
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                output.Append("\r\n");
                column = 0;
                i++;
                continue;
            }
            var lastOfLine = i + 1 == text.Length || text[i + 1] == '\r' && i + 2 < text.Length && text[i + 2] == '\n';
            var literal = b is >= 33 and <= 126 && b != '=' || b is (byte)' ' or (byte)'\t' && !lastOfLine;
            // A leading "From " or "." is encoded as well: some old transports alter them.
            if (column == 0 && (b == '.' || b == 'F' && text[i..].StartsWith("From "u8)))
                literal = false;
            var width = literal ? 1 : 3;
            if (column + width > 75)
            {
                output.Append("=\r\n");
                column = 0;
            }
            if (literal)
                output.Append((char)b);
            else
                output.Append('=').Append("0123456789ABCDEF"[b >> 4]).Append("0123456789ABCDEF"[b & 15]);
            column += width;
        }
        return output.ToString();
    }

    /// <summary>Base64 in lines of 76 characters.</summary>
    public static string EncodeBase64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    public static int Hex(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private static int Base64Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
