using System.Text.Json;
using Dunning.Core.Correspondence;
using Dunning.Flows.Models;
using Dunning.Flows.Prompts;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Drafting.Models;

/// <summary>
/// Has a language model choose the clauses of a mail, or word it. It gets no tool; what it answers is read strictly, and
/// whatever goes wrong, the composer writes.
/// </summary>
/// <param name="mode">What it may do; never <see cref="DraftingMode.Off"/>.</param>
/// <exception cref="PromptException">A prompt has other placeholders than it is given values for.</exception>
public sealed class ModelDrafter(ModelCalls calls, PromptFolder choosePlan, PromptFolder writeProse, DraftingMode mode)
{
    private readonly PromptFolder _plan = choosePlan.Taking(PlanPrompt.Names);
    private readonly PromptFolder _prose = writeProse.Taking(ProsePrompt.Names);

    /// <summary>The folder of the prompt for choosing clauses, below the prompts.</summary>
    public const string PlanFolder = "Drafting/ChoosePlan";

    /// <summary>The folder of the prompt for wording, below the prompts.</summary>
    public const string ProseFolder = "Drafting/WriteProse";

    /// <summary>What it may do.</summary>
    public DraftingMode Mode => mode;

    /// <summary>The model's name.</summary>
    public string Name => calls.Name;

    /// <summary>A note about a call, or about none.</summary>
    internal ProposalNote Note(DraftingMode asked, ProposalOutcome outcome, string why, int calls, long tokens) =>
        new(asked, Name, asked == DraftingMode.Prose ? _prose.Hash : _plan.Hash, outcome, why, calls, tokens);

    /// <summary>Has the model choose among the clauses offered for a touch.</summary>
    public async Task<DraftProposal> ChooseAsync(TouchBrief brief, ClauseLibrary clauses, CancellationToken cancellationToken)
    {
        var offer = brief.Offer(clauses);
        var prompt = _plan.Render(PlanPrompt.Values(offer, brief.Conversation));
        var (reply, tokens) = await calls.AskAsync(prompt, Options(_plan, PlanPrompt.Schema(offer), "clause_choice", "One wording for each part of the mail."), brief.File.Case.Id, cancellationToken);
        if (reply is not ModelReply.Said said) return DraftProposal.None(brief, NoteOf(DraftingMode.Plan, reply, 1, tokens ?? 0));
        if (PlanPrompt.Read(said.Text) is not { } choice)
            return DraftProposal.None(brief, Note(DraftingMode.Plan, ProposalOutcome.Unusable, "the answer is not JSON of the agreed form", 1, tokens ?? 0));
        return brief.Decide(choice, clauses) is PlanDecision.Refused refused
            ? DraftProposal.None(brief, Note(DraftingMode.Plan, ProposalOutcome.Refused, WhyRefused(refused), 1, tokens ?? 0))
            : new(choice, null, brief.Facts.Version, brief.Facts.Today, Note(DraftingMode.Plan, ProposalOutcome.Used, "the model chose the clauses", 1, tokens ?? 0));
    }

    /// <summary>Has the model word a mail once.</summary>
    internal async Task<(ProseWords? Words, ProposalNote Note)> WriteAsync(
        TouchBrief brief, ComposedMail reviewed, ProseFrame frame, IReadOnlyList<RetrievedTurn> turns, IReadOnlyList<string> objections, CancellationToken cancellationToken)
    {
        var prompt = _prose.Render(ProsePrompt.Values(brief, reviewed, frame, turns, objections));
        var (reply, tokens) = await calls.AskAsync(prompt, Options(_prose, ProsePrompt.Schema, "mail_words", "The words of the mail."), brief.File.Case.Id, cancellationToken);
        if (reply is not ModelReply.Said said) return (null, NoteOf(DraftingMode.Prose, reply, 1, tokens ?? 0));
        return ProsePrompt.Read(said.Text) is { } words
            ? (words, Note(DraftingMode.Prose, ProposalOutcome.Used, "the model worded the mail", 1, tokens ?? 0))
            : (null, Note(DraftingMode.Prose, ProposalOutcome.Unusable, "the answer is not JSON of the agreed form", 1, tokens ?? 0));
    }

    /// <summary>In words of ours, since an id the model made up is text of the model.</summary>
    internal static string WhyRefused(PlanDecision.Refused refused) => $"{refused.Act}: " + refused.Why switch
    {
        PlanRefusal.PartTwice => "chosen twice",
        PlanRefusal.PartNotOffered => "no part of this mail",
        PlanRefusal.UnknownClause => "no clause has the id chosen",
        PlanRefusal.ClauseDoesNotFit => "the clause chosen does not fit",
        PlanRefusal.PartMissing => "missing",
    };

    private ProposalNote NoteOf(DraftingMode asked, ModelReply reply, int calls, long tokens) => reply switch
    {
        ModelReply.Unusable unusable => Note(asked, ProposalOutcome.Unusable, unusable.Why, calls, tokens),
        ModelReply.Unavailable unavailable => Note(asked, ProposalOutcome.Unavailable, unavailable.Why, calls, tokens),
        _ => Note(asked, ProposalOutcome.Unusable, "no answer", calls, tokens),
    };

    private static ChatOptions Options(PromptFolder prompt, JsonElement schema, string name, string description) => new()
    {
        Temperature = prompt.Temperature, MaxOutputTokens = prompt.MaxTokens, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, name, description),
    };
}
