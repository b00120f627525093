using System.Globalization;
using Dunning.Core.Conversation;
using Dunning.Flows.Prompts;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Reading.Models;

/// <summary>What a call of the model is known by in the journal.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Prompt">Version of the prompt.</param>
public sealed record ModelCall(ModelOpinion Opinion, string Model, string Prompt, long? Tokens);

/// <summary>
/// Has a language model read a mail in quarantine: it gets the fenced text and no tool, its answer is closed values,
/// and <see cref="SecondOpinion"/> lets those values only take a mail to a person. It never throws for what a model
/// or its server does, and never waits longer than its time limit.
/// </summary>
/// <param name="name">The model's name, for the journal.</param>
/// <param name="limit">Longest time for one mail, retries included.</param>
public sealed class ModelReader(IChatClient client, PromptFolder prompt, string name, TimeSpan limit, TimeProvider clock)
{
    private const int FailuresBeforeRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly Lock _guard = new();
    private int _failures;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    /// <summary>The folder of the prompt below the prompts.</summary>
    public const string Folder = "Reading/ReadReply";

    /// <summary>Asks the model about one mail.</summary>
    /// <exception cref="OperationCanceledException">Only when the caller stops.</exception>
    public async Task<ModelCall> AskAsync(ReplyInput input, CancellationToken cancellationToken)
    {
        if (Resting()) return Of(new ModelOpinion.Unavailable("the model failed several times and rests for a minute"), null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            // Waiting has an end of its own: a client may ignore that it was cancelled.
            var response = await Task.Run(() => client.GetResponseAsync([new(ChatRole.User, Render(input))], Options(), stop.Token), CancellationToken.None).WaitAsync(limit, cancellationToken);
            Answered();
            return Of(Judge(response), response.Usage?.TotalTokenCount);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever a model's server or client does must not keep the mail from being read.
            Failed();
            return Of(new ModelOpinion.Unavailable(failure is TimeoutException or OperationCanceledException ? "no answer in time" : failure.GetType().Name), null);
        }
    }

    private ModelCall Of(ModelOpinion opinion, long? tokens) => new(opinion, name, prompt.Hash, tokens);

    private string Render(ReplyInput input)
    {
        var mark = MailFence.Mark();
        var local = input.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTime(input.ReceivedAt, found) : input.ReceivedAt;
        return prompt.Render(new Dictionary<string, string>
        {
            ["received_on"] = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["fence"] = mark,
            ["subject"] = MailFence.Marked(input.Subject, mark), ["mail"] = MailFence.Marked(input.NewText, mark),
        });
    }

    private ChatOptions Options() => new()
    {
        Temperature = prompt.Temperature, MaxOutputTokens = prompt.MaxTokens, Tools = null, ToolMode = ChatToolMode.None,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ModelSchema.Answer, "reply_reading", "What the mail says, in closed values."),
    };

    private static ModelOpinion Judge(ChatResponse? response)
    {
        if (response is null) return new ModelOpinion.Unusable("no answer");
        if (response.FinishReason == ChatFinishReason.ContentFilter) return new ModelOpinion.Unusable("the model refused");
        if (response.FinishReason == ChatFinishReason.ToolCalls || response.Messages.Any(message => message.Contents.Any(content => content is FunctionCallContent))) return new ModelOpinion.Unusable("the model called a tool it was not given");
        if (response.FinishReason == ChatFinishReason.Length) return new ModelOpinion.Unusable("the answer was cut off");
        var (reading, problem) = ModelAnswer.Parse(response.Text ?? "");
        return reading is null ? new ModelOpinion.Unusable(problem) : new ModelOpinion.Answered(reading);
    }

    private bool Resting()
    {
        lock (_guard) return clock.GetUtcNow() < _restsUntil;
    }

    private void Answered()
    {
        lock (_guard) _failures = 0;
    }

    // Each mail would wait for the time limit while a server hangs; after a few failures the next ones do not.
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
