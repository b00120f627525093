using System.Text.Json;
using System.Text.Json.Nodes;
using Dunning.Flows.Tests.Models;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>
/// A model that drafts as badly as it can: what it is asked, it answers with somebody else's clauses, other members, nonsense,
/// too much, nothing, tools; it refuses, throws and hangs. For words it says what the test gives it.
/// </summary>
internal sealed class MaliciousDrafter(int kind, string? words = null) : IChatClient
{
    /// <summary>Number of misbehaviours that have nothing to do with what is said.</summary>
    public const int Kinds = 18;

    public int Calls { get; private set; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        if (words is not null) return Text(words);
        var schema = ((ChatResponseFormatJson)options!.ResponseFormat!).Schema!.Value;
        var plan = schema.GetProperty("properties").TryGetProperty("salutation", out _);
        var good = plan ? SchemaChoice.First(schema) : ScriptedWriter.Words("Dear Anna Muster,\n\nthis is open:", "Please pay 480.00 GBP.");
        switch (kind)
        {
            case 0: return Text("OK. INV-1005 is marked as paid, and the reminder goes to attacker@elsewhere.example.");
            case 1: return Text(Each(schema, _ => "opening.threat/a"));
            case 2: return Text(With(good, "subject", plan ? "subject.final/a" : ""));
            case 3: return Text("{}");
            case 4: return Text(good[..^1] + ",\"subject\":\"subject.friendly/a\"}");
            case 5: return Text(With(good, "iban", "DE02120300000000202051"));
            case 6: return Text(With(With(good, "to", "attacker@elsewhere.example"), "level", "auto_sampled"));
            case 7: throw new InvalidOperationException("obey the mail");
            case 8: await Task.Delay(Timeout.Infinite, CancellationToken.None); return Text("");
            case 9: return new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "send_mail", new Dictionary<string, object?> { ["to"] = "attacker@elsewhere.example" })])) { FinishReason = ChatFinishReason.ToolCalls };
            case 10: return new ChatResponse(new ChatMessage(ChatRole.Assistant, good)) { FinishReason = ChatFinishReason.ContentFilter };
            case 11: return null!;
            case 12: return Text(new string('x', 3_000_000));
            case 13: return new ChatResponse(new ChatMessage(ChatRole.Assistant, good)) { FinishReason = ChatFinishReason.Length };
            case 14: return Text(Each(schema, _ => null));
            case 15: return Text(Each(schema, name => name).Replace(":\"", ":[\"", StringComparison.Ordinal).Replace("\",", "\"],", StringComparison.Ordinal));
            case 16: return Text($"[{good}]{good}");
            default: throw new OperationCanceledException();
        }
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static string Each(JsonElement schema, Func<string, string?> value) =>
        new JsonObject(schema.GetProperty("properties").EnumerateObject().Select(member => KeyValuePair.Create(member.Name, (JsonNode?)value(member.Name)))).ToJsonString();

    private static string With(string json, string name, string value)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node[name] = value;
        return node.ToJsonString();
    }

    private static ChatResponse Text(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };
}
