using System.Text.Json.Nodes;
using Dunning.Flows.Tests.Models;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>A model that answers for words in turn from a list, the last again and again, and chooses clauses as its schema admits.</summary>
internal sealed class ScriptedWriter(params string[] answers) : IChatClient
{
    private int _turn;

    public List<string> Prompts { get; } = [];

    /// <summary>Words as the agreed form has them.</summary>
    public static string Words(string opening, string closing, string subject = "Open invoice INV-1005") =>
        new JsonObject { ["subject"] = subject, ["opening"] = opening, ["closing"] = closing }.ToJsonString();

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        lock (Prompts) Prompts.Add(string.Concat(messages.Select(message => message.Text)));
        var format = (ChatResponseFormatJson)options!.ResponseFormat!;
        var text = format.SchemaName == "clause_choice" ? SchemaChoice.Last(format.Schema!.Value) : answers[Math.Min(_turn++, answers.Length - 1)];
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
