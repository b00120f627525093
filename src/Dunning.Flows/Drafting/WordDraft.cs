using Dunning.Core.Autonomy;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Drafting.Models;
using Dunning.Guardrails;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>The words of a draft, judged.</summary>
/// <param name="Plan">Its clauses; null for words of a model.</param>
/// <param name="Model">The model that worded it or chose its clauses; null for none.</param>
/// <param name="Note">How a model was asked; null when none was.</param>
/// <param name="ClauseHashes">Content hashes of its clauses; empty for words of a model.</param>
public sealed record WordedDraft(JudgedMail Judged, DraftPlan? Plan, IReadOnlyList<string> ClauseHashes, string? Model, ProposalNote? Note)
{
    /// <summary>What the person who decides is told about who wrote it; null for the composer.</summary>
    public string? Told => Model is null ? null : Plan is null ? $"a language model ({Model}) worded it" : null;
}

/// <summary>
/// Decides whose words become the draft, on the facts as they are now: a model's as far as they still fit and the gate
/// has nothing against them that it has not against the composer's, and else the composer's.
/// </summary>
public sealed class WordDraft(ClausesInForce inForce, JudgeDraft judge)
{
    /// <summary>The draft of a touch.</summary>
    public async Task<WordedDraft> RunAsync(NpgsqlConnection connection, TouchBrief brief, DraftProposal? proposal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One library for the whole draft, whatever is decided meanwhile.
        var clauses = inForce.Current;
        var composed = brief.Compose(clauses);
        var reviewed = await judge.RunAsync(connection, brief, composed.Mail, DraftOrigin.Clauses, now, cancellationToken);
        WordedDraft Own(ProposalNote? note) => new(reviewed, composed.Plan, clauses.HashesOf(composed.Plan), null, note);
        if (proposal is null or { Choice: null, Prose: null }) return Own(proposal?.Note);

        var (mail, plan, note) = Take(brief, proposal, clauses);
        if (mail is null) return Own(note);
        var judged = await judge.RunAsync(connection, brief, mail, plan is null ? DraftOrigin.Model : DraftOrigin.Clauses, now, cancellationToken);
        var objections = judged.WorseThan(reviewed);
        return objections.Count == 0
            ? new(judged, plan, plan is null ? [] : clauses.HashesOf(plan), note.Model, note)
            : Own(note with { Outcome = ProposalOutcome.Blocked, Why = $"the guardrails object: {string.Join(", ", objections.Select(finding => finding.Rule).Distinct())}" });
    }

    private static (RenderedMail? Mail, DraftPlan? Plan, ProposalNote Note) Take(TouchBrief brief, DraftProposal proposal, ClauseLibrary clauses)
    {
        var note = proposal.Note;
        if (proposal.Choice is { } choice)
        {
            return brief.Decide(choice, clauses) switch
            {
                PlanDecision.Taken taken => (taken.Mail.Mail, taken.Mail.Plan, note),
                PlanDecision.Refused refused => (null, null, note with { Outcome = ProposalOutcome.Refused, Why = ModelDrafter.WhyRefused(refused) }),
                _ => (null, null, note with { Outcome = ProposalOutcome.Refused, Why = "an outcome without a name" }),
            };
        }

        // Words are tied to what they were written from, and to a person who will read them.
        var fits = proposal.FactsVersion == brief.Facts.Version && proposal.FactsOf == brief.Facts.Today && brief.Grant.Effective == AutonomyLevel.Suggest;
        return fits ? (proposal.Prose, null, note) : (null, null, note with { Outcome = ProposalOutcome.Outdated, Why = "the account changed while the model wrote" });
    }
}
