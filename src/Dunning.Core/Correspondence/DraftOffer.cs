using Dunning.Core.Cases;
using Dunning.Core.Conversation;

namespace Dunning.Core.Correspondence;

/// <summary>A wording that may stand in a mail.</summary>
/// <param name="Id">Id of the variant, <c>clause/variant</c>.</param>
/// <param name="Text">The wording with its slots unfilled.</param>
public sealed record OfferedWording(string Id, string Text);

/// <summary>A part of a mail and what may stand there.</summary>
/// <param name="MayBeLeftOut">The mail is complete without it.</param>
public sealed record OfferedPart(SpeechAct Act, bool MayBeLeftOut, IReadOnlyList<OfferedWording> Wordings);

/// <summary>
/// Everything policy allows for one mail, and nothing else: the parts in their order, and for each the wordings that
/// fit language, purpose, stage, tone, conversation and facts and were not used lately. It is what <see cref="Composer"/>
/// itself chooses among. Whoever chooses (a model, for example) sees no clause beyond it, and
/// <see cref="PlanChoice.Decide"/> refuses any.
/// </summary>
/// <param name="Filled">The slots that have a value, canonical and by name.</param>
/// <param name="Holds">What holds of facts and conversation.</param>
public sealed record DraftOffer(
    string Language, Purpose Purpose, Stage? Stage, Tone Tone, IReadOnlyList<OfferedPart> Parts,
    IReadOnlyDictionary<string, string> Filled, IReadOnlyList<Condition> Holds)
{
    /// <summary>The offer for a mail; parameters as for <see cref="Composer.Compose"/>.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Composer.Compose"/>.</exception>
    public static DraftOffer Of(
        ClauseLibrary library, FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage, bool disclose, bool softer = false)
    {
        List<OfferedPart> parts = [];
        Composer.Assemble(library, facts, conversation, purpose, stage, disclose, softer, (act, candidates) =>
        {
            // Wordings that bring other clauses along than the first are left aside, so that any choice goes with any other.
            var open = WordingChoice.Open(candidates, conversation.RecentSentences);
            var (first, _) = open[0];
            var offered = open.Where(wording => wording.Clause.Companions.ToHashSet().SetEquals(first.Companions));
            var mayBeLeftOut = first.Companions.Count == 0 && MayBeLeftOut(act, conversation);
            parts.Add(new(act, mayBeLeftOut, [.. offered.Select(wording => new OfferedWording(wording.Variant.Id, wording.Variant.Template.Source))]));
            return open[0];
        });
        var held = MailShape.HasStage(purpose) ? stage : null;
        var situation = new Situation(facts, conversation, purpose, disclose);
        return new(
            facts.Language, purpose, held, MailShape.ToneFor(held, conversation.GoodPayer || softer), parts, situation.Slots, [.. situation.Holds.Order()]);
    }

    /// <summary>
    /// Courtesies and conveniences may be left out. What answers, states, asks, tells how to pay or says who writes may
    /// not: a mail that passes over an open question, a paused invoice or a payment is a defect.
    /// </summary>
    private static bool MayBeLeftOut(SpeechAct act, ConversationFacts conversation) => act switch
    {
        SpeechAct.AnswerQuestion => conversation.OpenQuestion is null,
        SpeechAct.StateDocuments or SpeechAct.PayOnline or SpeechAct.SignaturePhone => true,
        SpeechAct.Subject or SpeechAct.Salutation or SpeechAct.ThankPayment or SpeechAct.RecallPromise or SpeechAct.Opening or SpeechAct.StateLines
            or SpeechAct.Approach or SpeechAct.StatePaused or SpeechAct.StateReduced or SpeechAct.StateResolved or SpeechAct.StateAttached
            or SpeechAct.StatePromise or SpeechAct.Request or SpeechAct.NextStep or SpeechAct.PayByTransfer or SpeechAct.InviteReply
            or SpeechAct.Farewell or SpeechAct.Signature or SpeechAct.SignatureAddress or SpeechAct.Disclosure => false,
    };
}
