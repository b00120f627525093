using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Dunning.Mail.Wire;

/// <summary>The other side closed the connection, or sent what no line or literal of allowed size is.</summary>
internal sealed class WireException(string message) : IOException(message);

/// <summary>A buffered byte stream with bounded lines; the deadline of each call comes with its token.</summary>
internal sealed class WireStream : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Stream _stream;
    private int _start;
    private int _end;

    public WireStream(Stream stream) => _stream = stream;

    /// <summary>Whether bytes are waiting that were received together with what was read last.</summary>
    public bool HasBufferedInput => _start < _end;

    /// <summary>Whether anything is there to read; inside TLS only what was decrypted already counts, for records may be control traffic.</summary>
    public bool HasPendingInput => HasBufferedInput || _stream is NetworkStream { DataAvailable: true };

    public bool IsEncrypted => _stream is SslStream;

    public static async Task<WireStream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellationToken);
            return new WireStream(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Starts TLS with the server's name checked; with a CA file only that authority counts.</summary>
    public async Task UpgradeAsync(string host, string? caFile, CancellationToken cancellationToken)
    {
        if (HasBufferedInput)
            throw new WireException("The server sent bytes before TLS began; they may have been injected.");
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (caFile is not null)
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(caFile);
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = tls;
        await tls.AuthenticateAsClientAsync(options, cancellationToken);
    }

    /// <summary>The next line without its line end.</summary>
    /// <exception cref="WireException">The connection ended, or the line is longer than <paramref name="most"/> bytes.</exception>
    public async Task<byte[]> ReadLineAsync(int most, CancellationToken cancellationToken)
    {
        MemoryStream? collected = null;
        while (true)
        {
            var offset = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var take = offset < 0 ? _end - _start : offset + 1;
            if ((collected?.Length ?? 0) + take > most + 2L)
                throw new WireException("The server sent a line longer than allowed.");
            if (offset >= 0 && collected is null)
            {
                var line = _buffer.AsSpan(_start, offset).ToArray();
                _start += take;
                return Trim(line);
            }
            collected ??= new MemoryStream();
            collected.Write(_buffer, _start, take);
            _start += take;
            if (offset >= 0)
                return Trim(collected.ToArray()[..^1]);
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Exactly so many bytes; memory grows with what arrives, not with what was announced.</summary>
    public async Task<byte[]> ReadExactAsync(long count, CancellationToken cancellationToken)
    {
        using var collected = new MemoryStream((int)Math.Min(count, 64 * 1024));
        while (collected.Length < count)
        {
            if (!HasBufferedInput)
                await FillAsync(cancellationToken);
            var take = (int)Math.Min(count - collected.Length, _end - _start);
            collected.Write(_buffer, _start, take);
            _start += take;
        }
        return collected.ToArray();
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static byte[] Trim(byte[] line) => line is [.., (byte)'\r'] ? line[..^1] : line;

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = 0;
        _end = await _stream.ReadAsync(_buffer, cancellationToken);
        if (_end == 0)
            throw new WireException("The server closed the connection.");
    }
}
