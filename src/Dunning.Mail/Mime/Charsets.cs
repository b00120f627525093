using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Bytes to text by declared charset, with the repairs real mail needs; never throws.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252;

    static Charsets()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    /// <summary>The encoding of that name, or null when .NET has none; UTF-7 is refused, it is only used to hide text.</summary>
    public static Encoding? Find(string name)
    {
        var key = name.Trim().Trim('"', '\'').ToLowerInvariant();
        var alias = key switch
        {
            "utf8" or "unicode-1-1-utf-8" or "utf-8n" or "utf8mb4" => "utf-8",
            "latin1" or "latin-1" or "iso8859-1" or "iso-8859-1" or "iso8859_1" or "8859_1" or "us-ascii" or "ascii" or "ansi_x3.4-1968" or "cp1252" or "ansi" => "windows-1252",
            "iso8859-15" or "latin9" or "latin-9" => "iso-8859-15",
            "cp1250" => "windows-1250",
            "cp1251" => "windows-1251",
            "cp932" or "x-sjis" or "ms932" => "shift_jis",
            "cp936" or "x-gbk" or "gb2312" or "gb_2312-80" or "gbk" => "gb18030", // The largest of the family reads the smaller ones.
            "ks_c_5601-1987" or "ks_c_5601" or "cp949" or "uhc" => "ks_c_5601-1987",
            "x-mac-roman" or "mac" or "macroman" => "macintosh",
            "iso-8859-8-i" or "iso-8859-8-e" => "iso-8859-8",
            "cp850" => "ibm850",
            "cp437" => "ibm437",
            _ => key,
        };
        if (alias.Length is 0 or > 40 || alias.Contains("utf-7", StringComparison.Ordinal))
            return null;
        try
        {
            return Encoding.GetEncoding(alias, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // The only way .NET tells that it does not know a charset.
            return null;
        }
    }

    /// <summary>Decodes; a missing, unknown or wrong charset falls back to UTF-8 when that fits and to Windows-1252 otherwise.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, DefectList defects)
    {
        if (System.Text.Ascii.IsValid(bytes) && bytes.IndexOf((byte)0x1B) < 0 && (charset is null || !IsWide(charset)))
            return Encoding.ASCII.GetString(bytes);
        var encoding = charset is null ? null : Find(charset);
        var declaredUtf8 = encoding is null or UTF8Encoding;
        if (charset is null || IsAscii(charset))
        {
            defects.Add(MimeDefectKind.MalformedCharset, "Bytes beyond ASCII without a charset.");
            declaredUtf8 = true;
        }
        else if (encoding is null)
            defects.Add(MimeDefectKind.MalformedCharset, "Unknown charset.");
        // Programs label UTF-8 as Latin-1; the other way round its pairs of letters make no sense.
        if (!declaredUtf8 && encoding!.IsSingleByte && encoding.CodePage is 1252 or 28591 or 28605 or 1250 or 28592 && TryUtf8(bytes) is { } mislabelled)
        {
            defects.Add(MimeDefectKind.MalformedCharset, "UTF-8 that is labelled as a single-byte charset.");
            return mislabelled;
        }
        // The same for wide charsets on bytes that have no second byte to a letter.
        if (encoding is UnicodeEncoding or UTF32Encoding && bytes.IndexOf((byte)0) < 0 && TryUtf8(bytes) is { } narrow)
            return narrow;
        return declaredUtf8 ? DecodeAsUtf8(bytes, defects) : DecodeWith(encoding!, bytes, defects);
    }

    /// <summary>Header bytes: UTF-8 (RFC 6532) when they fit, Windows-1252 otherwise.</summary>
    public static string DecodeHeader(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes))
            return Encoding.ASCII.GetString(bytes);
        return TryUtf8(bytes) ?? Windows1252.GetString(bytes);
    }

    private static bool IsAscii(string charset) => charset.Trim().ToLowerInvariant() is "us-ascii" or "ascii" or "ansi_x3.4-1968";

    private static bool IsWide(string charset) =>
        charset.Contains("16", StringComparison.Ordinal) || charset.Contains("32", StringComparison.Ordinal)
        || charset.Contains("hz", StringComparison.OrdinalIgnoreCase) || charset.Contains("ebcdic", StringComparison.OrdinalIgnoreCase)
        || charset.Contains("ibm", StringComparison.OrdinalIgnoreCase) || charset.Contains("unicode", StringComparison.OrdinalIgnoreCase);

    private static string DecodeAsUtf8(ReadOnlySpan<byte> bytes, DefectList defects)
    {
        if (TryUtf8(bytes) is { } text)
            return text;
        defects.Add(MimeDefectKind.MalformedCharset, "Bytes that are no valid UTF-8.");
        var lenient = Encoding.UTF8.GetString(bytes);
        // Mostly valid UTF-8 with a torn character stays UTF-8; mostly invalid bytes are an old single-byte charset.
        int broken = 0, good = 0;
        foreach (var c in lenient)
        {
            if (c == '\uFFFD')
                broken++;
            else if (c > 0x7F)
                good++;
        }
        return broken > good ? Windows1252.GetString(bytes) : lenient;
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        return StrictUtf8.GetString(bytes);
    }

    private static string DecodeWith(Encoding encoding, ReadOnlySpan<byte> bytes, DefectList defects)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or DecoderFallbackException)
        {
            // Stateful East Asian decoders of the framework can fail on damaged escape sequences.
            defects.Add(MimeDefectKind.MalformedCharset, "Bytes that do not fit the declared charset.");
            return Windows1252.GetString(bytes);
        }
    }
}
