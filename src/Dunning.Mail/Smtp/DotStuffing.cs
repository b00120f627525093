namespace Dunning.Mail.Smtp;

/// <summary>Message text in DATA form (RFC 5321 §4.5.2).</summary>
internal static class DotStuffing
{
    /// <summary>The end of data, written on its own so that everything before it is certain not to end the message.</summary>
    public static ReadOnlyMemory<byte> FinalDot { get; } = ".\r\n"u8.ToArray();

    /// <summary>
    /// Leading dots doubled, every lone CR and LF made CRLF, CRLF at the end. Lone line ends must not pass: servers that disagree on
    /// them can be made to see a second message ("SMTP smuggling").
    /// </summary>
    public static byte[] Encode(ReadOnlySpan<byte> message)
    {
        var output = new MemoryStream(message.Length + message.Length / 50 + 16);
        var lineStart = true;
        for (var i = 0; i < message.Length; i++)
        {
            var b = message[i];
            if (b is (byte)'\r' or (byte)'\n')
            {
                output.Write("\r\n"u8);
                if (b == '\r' && i + 1 < message.Length && message[i + 1] == '\n')
                    i++;
                lineStart = true;
                continue;
            }
            if (lineStart && b == '.')
                output.WriteByte((byte)'.');
            output.WriteByte(b);
            lineStart = false;
        }
        if (!lineStart)
            output.Write("\r\n"u8);
        return output.ToArray();
    }
}
