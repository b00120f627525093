using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dunning.Flows.Tests.Support;

/// <summary>Where the server waits until the test lets it go on.</summary>
public enum HoldAt { Nothing, Recipient, AfterDataCommand, AfterFinalDot }

/// <summary>A small SMTP server that keeps what it accepted and can be held at one point of the dialogue (RFC 5321).</summary>
public sealed class StagedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private volatile TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StagedSmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Messages whose final dot has arrived, with their recipients: a server that got so far delivers.</summary>
    public ConcurrentQueue<(string To, string Text)> Taken { get; } = new();

    /// <summary>The point at which the next dialogue is held.</summary>
    public HoldAt Hold { get; set; }

    /// <summary>Signalled when a dialogue is held.</summary>
    public SemaphoreSlim Held { get; } = new(0);

    /// <summary>Lets held dialogues go on, and holds none from now on.</summary>
    public void LetGo()
    {
        Hold = HoldAt.Nothing;
        release.TrySetResult();
        release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        release.TrySetResult();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested) _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 staged.test ESMTP");
            var recipient = "";
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                switch (line.Split(' ')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-staged.test");
                        await writer.WriteLineAsync("250 8BITMIME");
                        break;
                    case "RCPT":
                        recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                        await HoldAsync(HoldAt.Recipient);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await HoldAsync(HoldAt.AfterDataCommand);
                        await writer.WriteLineAsync("354 go on");
                        Taken.Enqueue((recipient, await BodyAsync(reader)));
                        await HoldAsync(HoldAt.AfterFinalDot);
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client was killed; that is what the tests are about.
        }
    }

    private static async Task<string> BodyAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".") return text.ToString();
            text.Append(line).Append('\n');
        }

        throw new IOException("The connection ended inside DATA: nothing was taken.");
    }

    private async Task HoldAsync(HoldAt point)
    {
        if (Hold != point) return;
        var gate = release.Task;
        Held.Release();
        await gate;
    }
}
