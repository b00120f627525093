using Dunning.Flows.Models;
using Dunning.Postgres;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>
/// Takes the most a call can use from the budgets of the day and of its case before it is made, and gives back what was not
/// used. A call whose use nobody reports counts in full.
/// </summary>
public sealed class BudgetedChatClient(IChatClient inner, ModelUsage usage, ModelOptions options, TimeProvider clock) : DelegatingChatClient(inner)
{
    // Two characters a token is more than any of the six languages needs; one mark per token for anything odd is covered by the answer's share.
    private const int CharactersPerToken = 2;
    private const int DefaultAnswer = 1_000;

    /// <inheritdoc/>
    /// <exception cref="ModelBudgetException">A budget does not hold the call; it was not made.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? callOptions = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var (inner, caseId) = Split(callOptions);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var schema = (inner?.ResponseFormat as ChatResponseFormatJson)?.Schema?.GetRawText().Length ?? 0;
        var most = new ModelTokens((list.Sum(message => message.Text.Length) + schema) / CharactersPerToken, inner?.MaxOutputTokens ?? DefaultAnswer);
        switch (await usage.TakeAsync(day, options.Model, most, new(options.TokensPerDay, caseId, options.TokensPerCase), cancellationToken))
        {
            case BudgetAnswer.DaySpent: throw new ModelBudgetException($"the day's budget of {options.TokensPerDay} tokens is used up");
            case BudgetAnswer.CaseSpent: throw new ModelBudgetException($"the case's budget of {options.TokensPerCase} tokens is used up");
            case BudgetAnswer.Taken: break;
            default: throw new System.Diagnostics.UnreachableException();
        }

        var response = await base.GetResponseAsync(list, inner, cancellationToken);
        if (Reported(response.Usage, most) is { } used) await usage.CorrectAsync(day, options.Model, caseId, most, used, cancellationToken);
        return response;
    }

    // The case is for our own books; no server is told.
    private static (ChatOptions? Options, long? CaseId) Split(ChatOptions? callOptions)
    {
        if (callOptions?.AdditionalProperties?.TryGetValue(ModelCalls.CaseProperty, out long caseId) != true) return (callOptions, null);
        var inner = callOptions!.Clone();
        inner.AdditionalProperties!.Remove(ModelCalls.CaseProperty);
        return (inner, caseId);
    }

    private static ModelTokens? Reported(UsageDetails? reported, ModelTokens most) => reported switch
    {
        { InputTokenCount: > 0 and var input, OutputTokenCount: >= 0 and var output } => new(input, output),
        { TotalTokenCount: > 0 and var total } => new(Math.Max(0, total - most.Output), Math.Min(total, most.Output)),
        _ => null,
    };
}
