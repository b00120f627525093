using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>A token endpoint on the loopback (RFC 6749 §3.2): it checks the request like the documented ones and answers what a test says.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly Func<IReadOnlyDictionary<string, string>, int, (int Status, string Body)> answer;

    /// <param name="answer">Gets the form and the number of the request, from 1.</param>
    public TokenServer(Func<IReadOnlyDictionary<string, string>, int, (int Status, string Body)> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/token");

    public List<IReadOnlyDictionary<string, string>> Requests { get; } = [];

    public TimeSpan Delay { get; init; }

    public static string Token(string token, int expiresIn = 3599, string more = "") => $$"""{"token_type":"Bearer","expires_in":{{expiresIn}},"access_token":"{{token}}"{{more}}}""";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var reader = new StreamReader(stream, Encoding.ASCII);
        var (head, length) = (await reader.ReadLineAsync(stop.Token) ?? "", 0);
        for (var line = await reader.ReadLineAsync(stop.Token); !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync(stop.Token))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = new char[length];
        await reader.ReadBlockAsync(body, stop.Token);
        var form = new string(body).Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        Requests.Add(form);
        await Task.Delay(Delay, stop.Token);
        var (status, text) = head.StartsWith("POST ", StringComparison.Ordinal) ? answer(form, Requests.Count) : (405, "");
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\nConnection: close\r\n\r\n{text}"), stop.Token);
    }
}
