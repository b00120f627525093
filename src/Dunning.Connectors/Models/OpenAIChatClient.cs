using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>The server of a model refused or answered outside its protocol. Never carries the answer's text.</summary>
public sealed class ModelServerException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>The HTTP status, when there was one.</summary>
    public HttpStatusCode? Status { get; } = status;
}

/// <summary>
/// OpenAI's chat completions over plain HTTP, which many servers speak. One request, one answer: no streaming, no
/// tools, no redirects. Status 408, 429 and 5xx and broken connections are tried again, waiting as the server asks.
/// </summary>
/// <param name="http">Speaks to the server; its timeout is the caller's affair.</param>
/// <param name="endpoint">Base address, for example <c>https://api.openai.com/v1</c>.</param>
/// <param name="retries">How often a call is tried again.</param>
public sealed class OpenAIChatClient(HttpClient http, Uri endpoint, string model, string? key, int retries) : IChatClient
{
    private const int LongestAnswer = 1_000_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Where OpenAI itself is.</summary>
    public static Uri OpenAI { get; } = new("https://api.openai.com/v1");

    private Uri Completions { get; } = new(endpoint.AbsoluteUri.TrimEnd('/') + "/chat/completions");

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = Body(messages, options);
        for (var attempt = 1; ; attempt++)
        {
            var (answer, wait) = await TryAsync(body, attempt, cancellationToken);
            if (answer is not null) return answer;
            await Task.Delay(wait, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(ChatResponse? Answer, TimeSpan Wait)> TryAsync(JsonObject body, int attempt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Completions) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException) when (attempt <= retries)
        {
            return (null, Backoff(attempt, null));
        }

        using (response)
        {
            if (response.StatusCode == HttpStatusCode.OK) return (await OpenAIAnswer.ReadAsync(response.Content, LongestAnswer, cancellationToken), default);
            var passing = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (passing && attempt <= retries) return (null, Backoff(attempt, response.Headers.RetryAfter?.Delta));
            throw new ModelServerException($"the model's server answered {(int)response.StatusCode}", response.StatusCode);
        }
    }

    private static TimeSpan Backoff(int attempt, TimeSpan? asked) =>
        asked is { } wait ? (wait < LongestWait ? wait : LongestWait) : FirstWait * Math.Pow(2, attempt - 1);

    private JsonObject Body(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["model"] = options?.ModelId ?? model,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
        };
        if (options?.Temperature is { } temperature) body["temperature"] = temperature;
        if (options?.MaxOutputTokens is { } most) body["max_tokens"] = most;
        if (options?.ResponseFormat is ChatResponseFormatJson json) body["response_format"] = Format(json);
        return body;
    }

    private static JsonObject Format(ChatResponseFormatJson json) => json.Schema is not { } schema
        ? new() { ["type"] = "json_object" }
        : new() { ["type"] = "json_schema", ["json_schema"] = new JsonObject { ["name"] = json.SchemaName ?? "answer", ["strict"] = true, ["schema"] = JsonSerializer.SerializeToNode(schema) } };
}
