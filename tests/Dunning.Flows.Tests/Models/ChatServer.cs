using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dunning.Flows.Tests.Models;

/// <summary>A server on the loopback that speaks OpenAI's chat completions and Anthropic's messages, with the faults a real one has.</summary>
internal sealed class ChatServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Queue<Func<HttpListenerContext, Task>> script = new();

    private ChatServer(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        _ = AnswerAllAsync();
    }

    public Uri Address { get; }

    /// <summary>Bodies and headers of what was asked, in order.</summary>
    public List<(string Path, JsonElement Body, string? Authorization, string? ApiKey)> Asked { get; } = [];

    public static ChatServer Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            // Between the probe and the listener somebody else may take the port.
            try
            {
                return new ChatServer(port);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                continue;
            }
        }
    }

    /// <summary>Answers with a text in the protocol that was spoken.</summary>
    public ChatServer Says(string text, string? stop = null) => Then(context => WriteAsync(context, 200, context.Request.Url!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) ? Message(text, stop) : Completion(text, stop)));

    /// <summary>Chooses the last wording the request's schema admits for each part.</summary>
    public ChatServer ChoosesLast() => Then(context => WriteAsync(context, 200, Completion(SchemaChoice.Last(Asked[^1].Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema")), null)));

    /// <summary>Embeds each text into so many numbers, in another order than asked; with fewer vectors than texts when told to.</summary>
    public ChatServer Embeds(int length, int missing = 0) => Then(context =>
    {
        var texts = Asked[^1].Body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
        var data = texts.Index().Skip(missing).Reverse().Select(text => (JsonNode?)new JsonObject
        {
            ["index"] = text.Index, ["embedding"] = new JsonArray([.. Enumerable.Range(0, length).Select(at => (JsonNode?)(float)Math.Cos(text.Item.Length + at))]),
        });
        return WriteAsync(context, 200, new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. data]), ["model"] = "e" }.ToJsonString());
    });

    public ChatServer Refuses() => Then(context => WriteAsync(context, 200, context.Request.Url!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal)
        ? Message("I cannot help with that.", "refusal")
        : """{"id":"c1","object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null,"refusal":"I cannot help with that."}}]}"""));

    public ChatServer Fails(int status, string? retryAfter = null) => Then(context =>
    {
        if (retryAfter is not null) context.Response.Headers["retry-after"] = retryAfter;
        return WriteAsync(context, status, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""");
    });

    public ChatServer SaysGarbage() => Then(context => WriteAsync(context, 200, "<html>It works!</html>"));

    public ChatServer Hangs() => Then(async context =>
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        context.Response.Abort();
    });

    public ChatServer HangsUp() => Then(context =>
    {
        context.Response.Abort();
        return Task.CompletedTask;
    });

    public void Dispose() => listener.Close();

    private ChatServer Then(Func<HttpListenerContext, Task> step)
    {
        lock (script) script.Enqueue(step);
        return this;
    }

    private async Task AnswerAllAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var body = await JsonDocument.ParseAsync(context.Request.InputStream);
        Func<HttpListenerContext, Task>? step;
        lock (script)
        {
            Asked.Add((context.Request.Url!.AbsolutePath, body.RootElement.Clone(), context.Request.Headers["Authorization"], context.Request.Headers["x-api-key"]));
            // The last step repeats: retries get what the first try got.
            step = script.Count > 1 ? script.Dequeue() : script.Peek();
        }

        await step(context);
    }

    private static async Task WriteAsync(HttpListenerContext context, int status, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    private static string Completion(string text, string? stop) => new JsonObject
    {
        ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1770000000, ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = stop ?? "stop", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text } }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 700, ["completion_tokens"] = 60, ["total_tokens"] = 760 },
    }.ToJsonString();

    private static string Message(string text, string? stop) => new JsonObject
    {
        ["id"] = "msg_1", ["type"] = "message", ["role"] = "assistant", ["model"] = "m", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        ["stop_reason"] = stop ?? "end_turn", ["stop_sequence"] = null, ["usage"] = new JsonObject { ["input_tokens"] = 700, ["output_tokens"] = 60 },
    }.ToJsonString();
}
