using Dunning.Core.Cases;
using Dunning.Core.Conversation;

namespace Dunning.Core.Correspondence;

/// <summary>The wording somebody chose for a part of a mail.</summary>
/// <param name="Id">Id of the variant, <c>clause/variant</c>.</param>
public sealed record ChosenWording(SpeechAct Act, string Id);

/// <summary>Why a choice makes no mail.</summary>
public enum PlanRefusal
{
    /// <summary>A part is chosen twice.</summary>
    PartTwice,

    /// <summary>This mail has no such part.</summary>
    PartNotOffered,

    /// <summary>The library has no clause of that id.</summary>
    UnknownClause,

    /// <summary>The clause exists and does not fit the part, the facts, the conversation or the stage, or was used lately.</summary>
    ClauseDoesNotFit,

    /// <summary>A part no such mail can do without is not chosen.</summary>
    PartMissing,
}

/// <summary>What came of a choice.</summary>
public abstract record PlanDecision
{
    private PlanDecision() { }

    /// <summary>It makes a mail of reviewed clauses, in the order all mails have.</summary>
    public sealed record Taken(ComposedMail Mail) : PlanDecision;

    /// <summary>It makes none.</summary>
    /// <param name="Act">The part it fails at.</param>
    public sealed record Refused(PlanRefusal Why, SpeechAct Act) : PlanDecision;
}

/// <summary>
/// One wording for each part of a mail, chosen by somebody who is not trusted. A choice says nothing but ids; the slots
/// are filled from the facts, and the order of the parts is the layout's whatever order they are named in.
/// </summary>
public sealed record PlanChoice(IReadOnlyList<ChosenWording> Wordings)
{
    /// <summary>The choice a plan was made from.</summary>
    /// <returns>Null when the library has no longer a clause of the plan.</returns>
    public static PlanChoice? Of(DraftPlan plan, ClauseLibrary library)
    {
        List<ChosenWording> wordings = [];
        foreach (var use in plan.Clauses)
        {
            if (library.Find(plan.Language, use.ClauseId) is not var (clause, _)) return null;
            wordings.Add(new(clause.Act, use.ClauseId));
        }

        return new(wordings);
    }

    /// <summary>
    /// Makes the mail, or says what is wrong with the choice. Parameters as for <see cref="Composer.Compose"/>, which
    /// makes the mail when this refuses.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Composer.Compose"/>.</exception>
    public PlanDecision Decide(
        ClauseLibrary library, FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage, bool disclose, bool softer = false)
    {
        if (Wordings.GroupBy(wording => wording.Act).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            return new PlanDecision.Refused(PlanRefusal.PartTwice, twice.Key);
        var offer = DraftOffer.Of(library, facts, conversation, purpose, stage, disclose, softer);
        if (Wordings.Select(wording => Objection(wording, offer, library)).OfType<PlanDecision.Refused>().FirstOrDefault() is { } refused) return refused;
        var chosen = Wordings.ToDictionary(wording => wording.Act, wording => wording.Id);
        if (offer.Parts.FirstOrDefault(part => !part.MayBeLeftOut && !chosen.ContainsKey(part.Act)) is { } missing)
            return new PlanDecision.Refused(PlanRefusal.PartMissing, missing.Act);
        return new PlanDecision.Taken(Composer.Assemble(
            library, facts, conversation, purpose, stage, disclose, softer, (act, _) => chosen.TryGetValue(act, out var id) ? library.Find(facts.Language, id) : null));
    }

    private static PlanDecision.Refused? Objection(ChosenWording wording, DraftOffer offer, ClauseLibrary library)
    {
        if (offer.Parts.FirstOrDefault(part => part.Act == wording.Act) is not { } part) return new(PlanRefusal.PartNotOffered, wording.Act);
        if (library.Find(offer.Language, wording.Id) is null) return new(PlanRefusal.UnknownClause, wording.Act);
        return part.Wordings.Any(offered => offered.Id == wording.Id) ? null : new(PlanRefusal.ClauseDoesNotFit, wording.Act);
    }
}
