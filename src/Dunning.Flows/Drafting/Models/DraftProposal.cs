using Dunning.Core.Correspondence;

namespace Dunning.Flows.Drafting.Models;

/// <summary>What came of asking a model for a draft. Its wire name stands in the journal.</summary>
public enum ProposalOutcome
{
    /// <summary>Its clauses, or its words, are the draft.</summary>
    Used,

    /// <summary>The clauses it chose for an earlier version still fit, so it was not asked again.</summary>
    Kept,

    /// <summary>The answer was not of the agreed form, or the model refused.</summary>
    Unusable,

    /// <summary>The clauses it chose make no such mail.</summary>
    Refused,

    /// <summary>The guardrails object to its words.</summary>
    Blocked,

    /// <summary>The account changed while it was asked.</summary>
    Outdated,

    /// <summary>It could not be reached in time, or a budget is spent.</summary>
    Unavailable,
}

/// <summary>How a model was asked about a touch, for the journal: nothing of it is text of a mail, a prompt or an answer.</summary>
/// <param name="Mode">What it was asked for: to choose clauses, or words.</param>
/// <param name="Prompt">Version of the prompt.</param>
/// <param name="Calls">How often it was asked.</param>
/// <param name="Tokens">What the server says it used.</param>
public sealed record ProposalNote(DraftingMode Mode, string Model, string Prompt, ProposalOutcome Outcome, string Why, int Calls, long Tokens);

/// <summary>What a model proposes for a touch. It becomes a draft only as far as code takes it.</summary>
/// <param name="Choice">The clauses it chose; null when it has none to offer.</param>
/// <param name="Prose">The mail in its words; null when it has none to offer.</param>
/// <param name="FactsVersion">The facts its words were written from.</param>
/// <param name="FactsOf">Their day.</param>
public sealed record DraftProposal(PlanChoice? Choice, RenderedMail? Prose, string FactsVersion, DateOnly FactsOf, ProposalNote Note)
{
    /// <summary>Nothing to take, and why.</summary>
    public static DraftProposal None(TouchBrief brief, ProposalNote note) => new(null, null, brief.Facts.Version, brief.Facts.Today, note);
}
