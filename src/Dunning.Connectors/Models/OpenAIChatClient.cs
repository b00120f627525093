using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>
/// OpenAI's chat completions, which many servers speak. One request, one answer: no streaming and no tools.
/// </summary>
/// <param name="http">Speaks to the server; its timeout is the caller's affair.</param>
/// <param name="endpoint">Base address, for example <c>https://api.openai.com/v1</c>.</param>
/// <param name="retries">How often a call is tried again.</param>
public sealed class OpenAIChatClient(HttpClient http, Uri endpoint, string model, string? key, int retries) : IChatClient
{
    private const int LongestAnswer = 1_000_000;
    private readonly OpenAIServer _server = new(http, endpoint, key, retries);

    /// <summary>Where OpenAI itself is.</summary>
    public static Uri OpenAI { get; } = new("https://api.openai.com/v1");

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _server.PostAsync("/chat/completions", Body(messages, options), LongestAnswer, "chat completion", OpenAIAnswer.Read, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

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
