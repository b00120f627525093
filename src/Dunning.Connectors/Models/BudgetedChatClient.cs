using Dunning.Postgres;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>The day's tokens are used up.</summary>
public sealed class ModelBudgetException(long budget) : Exception($"the day's budget of {budget} tokens is used up");

/// <summary>
/// Takes the most a call can use from the day's budget before it is made, and gives back what was not used. A call
/// whose use nobody reports counts in full.
/// </summary>
public sealed class BudgetedChatClient(IChatClient inner, ModelUsage usage, string model, long tokensPerDay, TimeProvider clock) : DelegatingChatClient(inner)
{
    // Two characters a token is more than any of the six languages needs; one mark per token for anything odd is covered by the answer's share.
    private const int CharactersPerToken = 2;
    private const int DefaultAnswer = 1_000;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        long most = list.Sum(message => message.Text.Length) / CharactersPerToken + (options?.MaxOutputTokens ?? DefaultAnswer);
        if (!await usage.TakeAsync(day, model, most, tokensPerDay, cancellationToken)) throw new ModelBudgetException(tokensPerDay);
        var response = await base.GetResponseAsync(list, options, cancellationToken);
        if (response.Usage?.TotalTokenCount is { } used and > 0) await usage.CorrectAsync(day, model, used - most, cancellationToken);
        return response;
    }
}
