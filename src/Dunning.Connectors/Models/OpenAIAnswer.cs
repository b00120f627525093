using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>Reads a chat completion; whatever else comes is an error, never half an answer.</summary>
internal static class OpenAIAnswer
{
    /// <summary>Reads a chat completion.</summary>
    public static ChatResponse Read(JsonElement root)
    {
        var choice = root.GetProperty("choices")[0];
        var message = choice.GetProperty("message");
        var refused = message.TryGetProperty("refusal", out var refusal) && refusal.ValueKind == JsonValueKind.String;
        var called = message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() > 0;
        var text = message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
        var reason = choice.TryGetProperty("finish_reason", out var finish) && finish.ValueKind == JsonValueKind.String ? finish.GetString() : null;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ResponseId = Word(root, "id"), ModelId = Word(root, "model"), Usage = Usage(root),
            FinishReason = refused ? ChatFinishReason.ContentFilter : called ? ChatFinishReason.ToolCalls : reason switch
            {
                "length" => ChatFinishReason.Length,
                "content_filter" => ChatFinishReason.ContentFilter,
                "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
                _ => ChatFinishReason.Stop,
            },
        };
    }

    private static string? Word(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object) return null;
        long? Of(string name) => usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
        return new() { InputTokenCount = Of("prompt_tokens"), OutputTokenCount = Of("completion_tokens"), TotalTokenCount = Of("total_tokens") };
    }
}
