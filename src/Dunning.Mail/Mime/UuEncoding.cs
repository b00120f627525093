using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Files that old programs write into the text itself ("begin 644 name … end", POSIX uuencode).</summary>
internal static class UuEncoding
{
    private const int MostFiles = 50;

    /// <summary>The text without its embedded files, and the files. A block without its end stays text.</summary>
    public static (string Text, IReadOnlyList<MimeAttachment> Files) Split(string text)
    {
        if (!text.StartsWith("begin ", StringComparison.Ordinal) && !text.Contains("\nbegin ", StringComparison.Ordinal))
            return (text, []);
        var files = new List<MimeAttachment>();
        var kept = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        var lastEnd = Array.FindLastIndex(lines, IsEnd);
        for (var i = 0; i < lines.Length; i++)
        {
            if (files.Count < MostFiles && i < lastEnd && FileName(lines[i]) is { } name && Read(lines, i + 1, out var end) is { } bytes)
            {
                files.Add(new MimeAttachment(name, "application/octet-stream", bytes, null));
                i = end;
                continue;
            }
            kept.Append(lines[i]).Append('\n');
        }
        if (kept.Length > 0)
            kept.Length--;
        return (kept.ToString(), files);
    }

    /// <summary>A whole body in this encoding; what is no line of it is skipped.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body)
    {
        using var output = new MemoryStream();
        foreach (var line in Encoding.Latin1.GetString(body).Split('\n'))
        {
            if (!line.StartsWith("begin ", StringComparison.Ordinal) && !IsEnd(line))
                TryLine(line, output);
        }
        return output.ToArray();
    }

    private static byte[]? Read(string[] lines, int start, out int end)
    {
        using var output = new MemoryStream();
        for (end = start; end < lines.Length; end++)
        {
            if (IsEnd(lines[end]))
                return output.Length > 0 ? output.ToArray() : null;
            if (!TryLine(lines[end], output))
                return null;
        }
        return null;
    }

    private static bool IsEnd(string line) => line.AsSpan().TrimEnd() is "end";

    private static string? FileName(string line) =>
        line.Length < 300 && line.StartsWith("begin ", StringComparison.Ordinal) && line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [_, { Length: 3 or 4 } mode, var name] && mode.All(char.IsAsciiDigit)
            ? EntityParser.SafeName(name) : null;

    /// <summary>One line: its length, then four characters for three bytes.</summary>
    private static bool TryLine(string line, MemoryStream output)
    {
        var text = line.TrimEnd('\r', '\n');
        if (text.Length == 0)
            return true;
        var length = text[0] - 32 & 63;
        if (text[0] is < ' ' or > '`' || text.Length > 90 || text.Length - 1 < (length + 2) / 3 * 4 - 3)
            return false;
        for (var i = 1; length > 0; i += 4)
        {
            int At(int n) => i + n < text.Length ? text[i + n] - 32 & 63 : 0;
            var held = At(0) << 18 | At(1) << 12 | At(2) << 6 | At(3);
            for (var shift = 16; shift >= 0 && length > 0; shift -= 8, length--)
                output.WriteByte((byte)(held >> shift));
        }
        return true;
    }
}
