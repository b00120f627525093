using System.Globalization;
using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Writes header fields in wire form: folding at 78 characters (RFC 5322 §2.1.1), encoded words (RFC 2047), file names (RFC 2231).</summary>
internal static class MimeWriter
{
    private const int Width = 76;

    /// <summary>A field of unstructured text.</summary>
    public static void Text(StringBuilder output, string name, string value)
    {
        HeaderGuard.Value(name, value);
        Fold(output, name, EncodedWords.Needed(value) ? EncodedWords.Encode(value) : value.Split(' '));
    }

    /// <summary>A field of addresses.</summary>
    public static void Addresses(StringBuilder output, string name, IReadOnlyList<MailAddress> addresses)
    {
        var tokens = new List<string>();
        for (var i = 0; i < addresses.Count; i++)
        {
            var address = HeaderGuard.Address(name, addresses[i].Address);
            var display = HeaderGuard.Value(name, addresses[i].DisplayName);
            var comma = i + 1 < addresses.Count ? "," : "";
            if (display.Length == 0)
            {
                tokens.Add(address + comma);
                continue;
            }
            tokens.AddRange(EncodedWords.Needed(display) ? EncodedWords.Encode(display) : Quote(display).Split(' '));
            tokens.Add($"<{address}>{comma}");
        }
        Fold(output, name, tokens);
    }

    /// <summary>A field of message ids.</summary>
    public static void Ids(StringBuilder output, string name, IEnumerable<string> ids) =>
        Fold(output, name, [.. ids.Select(id => $"<{HeaderGuard.Id(name, id)}>")]);

    /// <summary>The Date field.</summary>
    public static void Date(StringBuilder output, DateTimeOffset date)
    {
        var offset = date.Offset;
        var zone = string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
        output.Append("Date: ").Append(date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)).Append(zone).Append("\r\n");
    }

    /// <summary>A parameter, as quoted string where it is plain ASCII, with charset and continuations otherwise (RFC 2231 §3, §4).</summary>
    public static string Parameter(string header, string name, string value)
    {
        HeaderGuard.Value(header, value);
        if (value.Length <= 60 && value.All(c => c is >= ' ' and <= '~' and not '"' and not '\\' and not '%') && !value.Contains("=?", StringComparison.Ordinal))
            return $";\r\n {name}=\"{value}\"";
        var output = new StringBuilder();
        var piece = new StringBuilder("utf-8''");
        var index = 0;
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_')
                piece.Append((char)b);
            else
                piece.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            if (piece.Length < 58)
                continue;
            output.Append(CultureInfo.InvariantCulture, $";\r\n {name}*{index++}*={piece}");
            piece.Clear();
        }
        if (index == 0)
            return $";\r\n {name}*={piece}";
        if (piece.Length > 0)
            output.Append(CultureInfo.InvariantCulture, $";\r\n {name}*{index}*={piece}");
        return output.ToString();
    }

    private static string Quote(string display) =>
        display.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_')
            ? display : $"\"{display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Fold(StringBuilder output, string name, IReadOnlyList<string> tokens)
    {
        output.Append(name).Append(':');
        var column = name.Length + 1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && column + 1 + tokens[i].Length > Width)
            {
                output.Append("\r\n");
                column = 0;
            }
            output.Append(' ').Append(tokens[i]);
            column += 1 + tokens[i].Length;
        }
        output.Append("\r\n");
    }
}
