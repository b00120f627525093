using Microsoft.Extensions.AI;

namespace Dunning.Flows.Models;

/// <summary>What came of one call of a language model.</summary>
public abstract record ModelReply
{
    private ModelReply() { }

    /// <summary>It said something.</summary>
    public sealed record Said(string Text) : ModelReply;

    /// <summary>It refused, was cut off, called a tool or said nothing.</summary>
    public sealed record Unusable(string Why) : ModelReply;

    /// <summary>It could not be reached in time, or its budget is spent.</summary>
    public sealed record Unavailable(string Why) : ModelReply;
}

/// <summary>A budget of tokens does not hold the call.</summary>
public sealed class ModelBudgetException(string message) : Exception(message);

/// <summary>
/// Asks a language model, with no tools, for one answer. It never throws for what a model or its server does, never waits
/// longer than its time limit, and after several failures leaves the server alone for a minute.
/// </summary>
/// <param name="name">The model's name, for the journal.</param>
/// <param name="limit">Longest time for one call, retries included.</param>
public sealed class ModelCalls(IChatClient client, string name, TimeSpan limit, TimeProvider clock)
{
    private const int FailuresBeforeRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly Lock _guard = new();
    private int _failures;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    /// <summary>Under this name the options of a call carry the case it is about, for its budget; nothing of it leaves the machine.</summary>
    public const string CaseProperty = "dunning.case";

    /// <summary>The model's name.</summary>
    public string Name => name;

    /// <summary>One question, one answer, and the tokens both took where the server says.</summary>
    /// <param name="caseId">The case that pays for it; null for none.</param>
    /// <exception cref="OperationCanceledException">Only when the caller stops.</exception>
    public async Task<(ModelReply Reply, long? Tokens)> AskAsync(string prompt, ChatOptions options, long? caseId, CancellationToken cancellationToken)
    {
        if (Resting()) return (new ModelReply.Unavailable("the model failed several times and rests for a minute"), null);
        (options.Tools, options.ToolMode) = (null, ChatToolMode.None);
        if (caseId is { } id) options.AdditionalProperties = new() { [CaseProperty] = id };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            // Waiting has an end of its own: a client may ignore that it was cancelled.
            var response = await Task.Run(() => client.GetResponseAsync([new(ChatRole.User, prompt)], options, stop.Token), CancellationToken.None).WaitAsync(limit, cancellationToken);
            Answered();
            return (Judge(response), response?.Usage?.TotalTokenCount);
        }
        catch (ModelBudgetException spent)
        {
            // Says nothing about the server, and nothing about the next case.
            return (new ModelReply.Unavailable(spent.Message), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever a model's server or client does must not keep the work from being done without it.
            Failed();
            return (new ModelReply.Unavailable(failure is TimeoutException or OperationCanceledException ? "no answer in time" : failure.GetType().Name), null);
        }
    }

    private static ModelReply Judge(ChatResponse? response)
    {
        if (response is null) return new ModelReply.Unusable("no answer");
        if (response.FinishReason == ChatFinishReason.ContentFilter) return new ModelReply.Unusable("the model refused");
        if (response.FinishReason == ChatFinishReason.ToolCalls || response.Messages.Any(message => message.Contents.Any(content => content is FunctionCallContent)))
            return new ModelReply.Unusable("the model called a tool it was not given");
        return response.FinishReason == ChatFinishReason.Length ? new ModelReply.Unusable("the answer was cut off") : new ModelReply.Said(response.Text ?? "");
    }

    private bool Resting()
    {
        lock (_guard) return clock.GetUtcNow() < _restsUntil;
    }

    private void Answered()
    {
        lock (_guard) _failures = 0;
    }

    // Each question would wait for the time limit while a server hangs; after a few failures the next ones do not.
    private void Failed()
    {
        lock (_guard)
        {
            if (++_failures < FailuresBeforeRest) return;
            _failures = 0;
            _restsUntil = clock.GetUtcNow() + Rest;
        }
    }
}
