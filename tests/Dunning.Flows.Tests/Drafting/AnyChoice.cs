using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>A model that keeps to its schema and chooses at random.</summary>
internal sealed class AnyChoice(int seed) : IChatClient
{
    private readonly Random _random = new(seed);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var parts = ((ChatResponseFormatJson)options!.ResponseFormat!).Schema!.Value.GetProperty("properties").EnumerateObject();
        var choice = new JsonObject(parts.Select(part =>
        {
            var values = part.Value.GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ToList();
            return KeyValuePair.Create(part.Name, (JsonNode?)values[_random.Next(values.Count)]);
        }));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, choice.ToJsonString())) { FinishReason = ChatFinishReason.Stop });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
