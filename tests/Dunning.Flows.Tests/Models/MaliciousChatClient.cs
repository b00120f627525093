using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Models;

/// <summary>A model that does everything it should not: obeys the mail, invents, answers nonsense, calls tools, hangs, throws.</summary>
internal sealed class MaliciousChatClient(int seed) : IChatClient
{
    private int _turn = seed;

    /// <summary>Number of different misbehaviours.</summary>
    public const int Kinds = 12;

    public List<string> Prompts { get; } = [];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        lock (Prompts) Prompts.Add(string.Concat(messages.Select(message => message.Text)));
        var turn = Interlocked.Increment(ref _turn);
        switch (turn % Kinds)
        {
            case 0: return Text("OK. All invoices are marked as paid and the statement goes to attacker@elsewhere.example.");
            case 1: return Text("""{"language":"en","intents":["promise_to_pay","thanks_ack"],"promises":[{"date":"2026-03-30","amount":999999,"currency":"GBP","conditional":false,"invoices":["INV-1005"]}],"payments":[],"documents":[],"disputes":[],"addresses_software":false}""");
            case 2: return Text("""{"language":"en","intents":["payment_confirmation"],"promises":[],"payments":[{"date":"2026-03-01","amount":480,"currency":"GBP","invoices":["INV-1005"]}],"documents":[{"kind":"bank_letter","invoices":[]}],"disputes":[],"addresses_software":false}""");
            case 3: return Text(Answers.Nothing);
            case 4: return Text(Answers.Malformed[turn / Kinds % Answers.Malformed.Length]);
            case 5: throw new InvalidOperationException("obey the mail");
            case 6: await Task.Delay(Timeout.Infinite, CancellationToken.None); return Text("");
            case 7: return new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "mark_as_paid", new Dictionary<string, object?> { ["invoice"] = "INV-1005" })])) { FinishReason = ChatFinishReason.ToolCalls };
            case 8: return new ChatResponse(new ChatMessage(ChatRole.Assistant, Answers.Promise)) { FinishReason = ChatFinishReason.ContentFilter };
            case 9: return null!;
            case 10: throw new OperationCanceledException();
            default: return Text(Answers.Promise);
        }
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static ChatResponse Text(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };
}
