using System.Globalization;
using System.Text;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <summary>Tagged commands and whole responses over one connection (RFC 3501 §2.2).</summary>
internal sealed class ImapConnection(ImapOptions options, WireStream wire) : IAsyncDisposable
{
    private const int MostLineBytes = 4 * 1024 * 1024;
    private int _lastTag;

    public WireStream Wire => wire;

    public string NextTag() => string.Create(CultureInfo.InvariantCulture, $"a{++_lastTag}");

    public Task WriteLineAsync(string line, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.ResponseTimeout, cancellationToken);
        await wire.WriteAsync(bytes, deadline.Token);
    }

    /// <summary>The next whole response within the time limit.</summary>
    public async Task<ImapResponse> ReadAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(limit, cancellationToken);
        var segments = new List<byte[]>();
        long total = 0;
        while (true)
        {
            var line = await wire.ReadLineAsync((int)Math.Min(MostLineBytes, options.MaxResponseBytes), deadline.Token);
            total += line.Length;
            if (segments.Count == 0 && IsFreeText(line) || Literal(line) is not (var announced, var textEnd))
            {
                segments.Add(line);
                return ImapTokenizer.Parse(segments);
            }
            total += announced;
            if (total > options.MaxResponseBytes || announced < 0)
                throw new ImapProtocolException("The server announced a response larger than allowed.");
            segments.Add(line[..textEnd]);
            // A large literal over a slow line is no silence: its time grows with its size (at least 16 KB a second).
            using var literal = new Deadline(limit + TimeSpan.FromSeconds(announced / 16384.0), cancellationToken);
            segments.Add(await wire.ReadExactAsync(announced, literal.Token));
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private static bool IsFreeText(byte[] line)
    {
        var blank = Array.IndexOf(line, (byte)' ');
        return line is [(byte)'+', ..] || blank > 0 && ImapTokenizer.StatusOf(line, blank + 1) is not null;
    }

    /// <summary>The literal announced at the end of a line: {12}, {12+} (RFC 7888) or ~{12} (RFC 3516).</summary>
    private static (long Size, int TextEnd)? Literal(byte[] line)
    {
        if (line is not [.., (byte)'}'])
            return null;
        var open = Array.LastIndexOf(line, (byte)'{');
        if (open < 0)
            return null;
        var digits = Encoding.ASCII.GetString(line, open + 1, line.Length - open - 2).TrimEnd('+');
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return null;
        return (size > int.MaxValue ? -1 : size, open > 0 && line[open - 1] == '~' ? open - 1 : open);
    }
}
