using System.Globalization;
using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Parameters of Content-Type and Content-Disposition: RFC 2045, RFC 2231 continuations and charsets, RFC 2047 where senders misuse it.</summary>
internal static class ParameterParser
{
    private const int Most = 200;

    private sealed record Piece(int Index, bool Encoded, string Text);

    public static (string Value, Dictionary<string, string> Parameters) Parse(string raw, DefectList defects)
    {
        var end = Find(raw, 0, ';');
        var value = StripComments(raw[..end]).Trim();
        var pieces = new Dictionary<string, List<Piece>>(StringComparer.OrdinalIgnoreCase);
        for (var count = 0; end < raw.Length && count < Most; count++)
        {
            var start = end + 1;
            end = Find(raw, start, ';');
            Add(raw[start..end], pieces, defects);
        }
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, list) in pieces)
            parameters[name] = Assemble(list, defects);
        return (value, parameters);
    }

    private static void Add(string text, Dictionary<string, List<Piece>> pieces, DefectList defects)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            if (!string.IsNullOrWhiteSpace(text))
                defects.Add(MimeDefectKind.MalformedContentType, "A parameter without name or value.");
            return;
        }
        var name = text[..equals].Trim();
        var value = Unquote(text[(equals + 1)..].Trim());
        var encoded = name.EndsWith('*');
        if (encoded)
            name = name[..^1];
        var index = -1;
        if (name.LastIndexOf('*') is > 0 and var star && int.TryParse(name[(star + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            index = number;
            name = name[..star];
        }
        if (!pieces.TryGetValue(name, out var list))
            pieces[name] = list = [];
        list.Add(new Piece(index, encoded, value));
    }

    private static string Assemble(List<Piece> pieces, DefectList defects)
    {
        // The extended form wins over the plain one that old readers get (RFC 2231, RFC 6266 §4.3).
        var whole = pieces.Find(p => p.Index < 0 && p.Encoded) ?? (pieces.Exists(p => p.Index >= 0) ? null : pieces[0]);
        if (whole is { Encoded: false })
            return EncodedWords.Decode(whole.Text, defects);
        var ordered = whole is null ? pieces.Where(p => p.Index >= 0).OrderBy(p => p.Index).ToList() : [whole];
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var piece in ordered)
        {
            var text = piece.Text;
            if (piece.Encoded && charset is null && text.Split('\'', 3) is [var cs, _, var rest])
                (charset, text) = (cs, rest);
            bytes.AddRange(piece.Encoded ? Percent(text) : Encoding.UTF8.GetBytes(text));
        }
        return EncodedWords.Clean(Charsets.Decode(bytes.ToArray(), string.IsNullOrEmpty(charset) ? "utf-8" : charset, defects));
    }

    private static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && TransferEncodings.Hex(text[i + 1]) is >= 0 and var high && TransferEncodings.Hex(text[i + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high << 4 | low));
                i += 2;
            }
            else if (text[i] < 0x80)
                bytes.Add((byte)text[i]);
            else
                bytes.Add((byte)'?');
        }
        return [.. bytes];
    }

    private static string Unquote(string text)
    {
        if (!text.StartsWith('"'))
            return StripComments(text).Trim();
        var value = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\')
                i++;
            value.Append(text[i]);
        }
        return value.ToString();
    }

    private static int Find(string text, int start, char wanted)
    {
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] == wanted)
                return i;
        }
        return text.Length;
    }

    private static string StripComments(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        return open >= 0 && close > open ? text[..open] + text[(close + 1)..] : text;
    }
}
