using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Encoded words in headers (RFC 2047, language suffix of RFC 2231 §5).</summary>
internal static class EncodedWords
{
    /// <summary>Decodes every well-formed encoded word; blanks between two of them vanish; the rest stays as written.</summary>
    public static string Decode(string text, DefectList defects)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return Clean(text);
        var output = new StringBuilder(text.Length);
        var pending = new List<byte>();
        string? charset = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
                start = text.Length;
            var between = text.AsSpan(at, start - at);
            var word = start < text.Length ? Read(text, start, defects) : null;
            // Bytes of one character may be split over neighbouring words of the same charset: they are joined before decoding.
            if (charset is not null && (word is null || !between.IsWhiteSpace() || !string.Equals(word.Charset, charset, StringComparison.OrdinalIgnoreCase)))
            {
                output.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending), charset, defects));
                pending.Clear();
            }
            if (charset is null || word is null || !between.IsWhiteSpace())
                output.Append(between);
            if (word is null)
            {
                charset = null;
                if (start < text.Length)
                    output.Append("=?");
                at = start + 2;
                continue;
            }
            pending.AddRange(word.Bytes);
            charset = word.Charset;
            at = word.End;
        }
        if (charset is not null)
            output.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending), charset, defects));
        return Clean(output.ToString());
    }

    /// <summary>Whether the text must be written as encoded words to come back unchanged.</summary>
    public static bool Needed(string text) =>
        text.Contains("=?", StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal)
        || text.StartsWith(' ') || text.EndsWith(' ') || text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        || text.Split(' ').Any(w => w.Length > 200);

    /// <summary>The text as UTF-8 base64 encoded words of at most 75 characters, one per entry.</summary>
    public static IReadOnlyList<string> Encode(string text)
    {
        const int MostBytes = 42; // 42 bytes give 56 characters of base64: "=?utf-8?B?" + 56 + "?=" is 68.
        var words = new List<string>();
        var chunk = new List<byte>(MostBytes);
        Span<byte> one = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(one);
            if (chunk.Count + length > MostBytes)
            {
                words.Add(Word(chunk));
                chunk.Clear();
            }
            chunk.AddRange(one[..length]);
        }
        if (chunk.Count > 0)
            words.Add(Word(chunk));
        return words;
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private sealed record EncodedWord(string Charset, byte[] Bytes, int End);

    private static EncodedWord? Read(string text, int start, DefectList defects)
    {
        const int Longest = 2000; // RFC 2047 allows 75; senders exceed it.
        var limit = Math.Min(text.Length, start + Longest);
        var charsetEnd = text.IndexOf('?', start + 2, Math.Max(0, Math.Min(limit, start + 64) - start - 2));
        if (charsetEnd <= start + 2 || charsetEnd + 2 >= limit || text[charsetEnd + 2] != '?')
            return null;
        var end = text.IndexOf("?=", charsetEnd + 3, limit - charsetEnd - 3, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var charset = text[(start + 2)..charsetEnd];
        if (charset.IndexOf('*', StringComparison.Ordinal) is > 0 and var star)
            charset = charset[..star];
        var payload = text.AsSpan(charsetEnd + 3, end - charsetEnd - 3);
        return text[charsetEnd + 1] switch
        {
            'B' or 'b' => new EncodedWord(charset, TransferEncodings.DecodeBase64(Latin1(payload), defects), end + 2),
            'Q' or 'q' => new EncodedWord(charset, DecodeQ(Latin1(payload)), end + 2),
            _ => null,
        };
    }

    private static byte[] Latin1(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            bytes[i] = text[i] < 256 ? (byte)text[i] : (byte)'?';
        return bytes;
    }

    private static byte[] DecodeQ(byte[] text)
    {
        var output = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && TransferEncodings.Hex(text[i + 1]) is >= 0 and var high && TransferEncodings.Hex(text[i + 2]) is >= 0 and var low)
            {
                output.Add((byte)(high << 4 | low));
                i += 2;
            }
            else
                output.Add(text[i] == '_' ? (byte)' ' : text[i]);
        }
        return [.. output];
    }

    /// <summary>Control characters, also decoded ones, become spaces: a header value never carries a line break onwards.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(IsControl))
            return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = IsControl(source[i]) ? ' ' : source[i];
        });
    }

    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
