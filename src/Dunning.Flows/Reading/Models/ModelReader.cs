using System.Globalization;
using Dunning.Core.Conversation;
using Dunning.Flows.Models;
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
    private readonly ModelCalls _calls = new(client, name, limit, clock);

    /// <summary>The folder of the prompt below the prompts.</summary>
    public const string Folder = "Reading/ReadReply";

    /// <summary>Asks the model about one mail.</summary>
    /// <param name="caseId">The case that pays for it; null for none.</param>
    /// <exception cref="OperationCanceledException">Only when the caller stops.</exception>
    public async Task<ModelCall> AskAsync(ReplyInput input, long? caseId, CancellationToken cancellationToken)
    {
        var (reply, tokens) = await _calls.AskAsync(Render(input), Options(), caseId, cancellationToken);
        return Of(
            reply switch
            {
                ModelReply.Said said => Judge(said.Text),
                ModelReply.Unusable unusable => new ModelOpinion.Unusable(unusable.Why),
                ModelReply.Unavailable unavailable => new ModelOpinion.Unavailable(unavailable.Why),
                _ => new ModelOpinion.Unusable("no answer"),
            },
            tokens);
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
        Temperature = prompt.Temperature, MaxOutputTokens = prompt.MaxTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ModelSchema.Answer, "reply_reading", "What the mail says, in closed values."),
    };

    private static ModelOpinion Judge(string text)
    {
        var (reading, problem) = ModelAnswer.Parse(text);
        return reading is null ? new ModelOpinion.Unusable(problem) : new ModelOpinion.Answered(reading);
    }
}
