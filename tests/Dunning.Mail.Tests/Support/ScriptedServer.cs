using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dunning.Mail.Tests.Support;

/// <summary>A loopback server that plays one script per connection and then closes.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public ScriptedServer(Func<ScriptedConnection, Task> script)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = RunAsync(script);
    }

    public int Port { get; }

    public int Connections { get; private set; }

    public List<string> Received { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<ScriptedConnection, Task> script)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                try
                {
                    await script(new ScriptedConnection(client, Received, _stop.Token));
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    // The client left first.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}

internal sealed class ScriptedConnection(TcpClient client, List<string> received, CancellationToken stop)
{
    private readonly StreamReader _reader = new(client.GetStream(), Encoding.Latin1);

    public CancellationToken Stop => stop;

    public async Task SendAsync(string text) => await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), stop);

    /// <summary>The next line, or an exception when the client has closed.</summary>
    public async Task<string> LineAsync()
    {
        var line = await _reader.ReadLineAsync(stop) ?? throw new IOException("The client closed.");
        lock (received)
            received.Add(line);
        return line;
    }

    public async Task<List<string>> UntilDotAsync()
    {
        var lines = new List<string>();
        for (var line = await LineAsync(); line != "."; line = await LineAsync())
            lines.Add(line);
        return lines;
    }

    /// <summary>Closes with a reset, as a crashed server does.</summary>
    public void Reset() => client.Client.Close(0);

    public Task HangAsync() => Task.Delay(Timeout.Infinite, stop);
}
