using System.Text;

namespace Dunning.Mail.Imap;

/// <summary>Mailbox names in modified UTF-7 (RFC 3501 §5.1.3), and arguments in wire form.</summary>
internal static class MailboxName
{
    public static string Encode(string name)
    {
        var output = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                output.Append(name[i] == '&' ? "&-" : name[i].ToString());
                i++;
                continue;
            }
            var start = i;
            while (i < name.Length && name[i] is < ' ' or > '~')
                i++;
            output.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[start..i])).TrimEnd('=').Replace('/', ',')).Append('-');
        }
        return output.ToString();
    }

    public static string Decode(string name)
    {
        var output = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var end = name[i] == '&' ? name.IndexOf('-', i) : -1;
            if (end < 0)
            {
                output.Append(name[i]);
                continue;
            }
            var coded = name[(i + 1)..end].Replace(',', '/');
            var bytes = new byte[coded.Length + 3];
            if (coded.Length == 0)
                output.Append('&');
            else if (Convert.TryFromBase64String(coded.PadRight((coded.Length + 3) / 4 * 4, '='), bytes, out var length))
                output.Append(Encoding.BigEndianUnicode.GetString(bytes, 0, length));
            else
                output.Append(name, i, end - i + 1);
            i = end;
        }
        return output.ToString();
    }

    /// <summary>A quoted string (RFC 3501 §4.3).</summary>
    /// <exception cref="ArgumentException">The text holds control characters or is not ASCII.</exception>
    public static string Quote(string text, string what)
    {
        if (text.Any(c => char.IsControl(c) || c > '~'))
            throw new ArgumentException($"{what} must be printable ASCII.", what);
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
