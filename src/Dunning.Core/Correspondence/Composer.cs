using Dunning.Core.Cases;
using Dunning.Core.Conversation;

namespace Dunning.Core.Correspondence;

/// <summary>Writes mails from reviewed clauses. Equal input gives equal bytes; nothing a customer wrote is an input.</summary>
public static class Composer
{
    /// <summary>
    /// Chooses the clauses that fit purpose, stage, facts and conversation, and renders them. Of the clauses of a part
    /// the one that says most (conditions and slots not every mail can fill) is used; among its wordings the seed decides, and wordings of
    /// <see cref="ConversationFacts.RecentSentences"/> are used only when nothing else is left, and two parts begin with the
    /// same words only when every other wording does.
    /// </summary>
    /// <param name="stage">Required for reminders and lapsed promises, ignored otherwise.</param>
    /// <param name="disclose">Adds the sentence that says the message was prepared by software.</param>
    /// <param name="seed">Varies the wording; derive it from the touch, so that a redraft reads the same.</param>
    /// <param name="softer">Writes one step more softly than usual for the stage, as for somebody who pays reliably.</param>
    /// <exception cref="ArgumentException">
    /// The facts do not support the purpose: a reminder with nothing due, thanks without a payment, a document mail
    /// without attachment, a total that is not the sum of its lines, or a language the library has not.
    /// </exception>
    public static ComposedMail Compose(
        ClauseLibrary library, FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage, bool disclose, long seed, bool softer = false)
    {
        HashSet<string> beginnings = [];
        return Assemble(library, facts, conversation, purpose, stage, disclose, softer, (_, candidates) =>
        {
            var chosen = WordingChoice.Choose(candidates, conversation.RecentSentences, beginnings, seed);
            beginnings.Add(WordingChoice.Beginning(chosen.Variant));
            return chosen;
        });
    }

    /// <summary>Chooses one wording for a part of the mail; null leaves the part out.</summary>
    /// <param name="candidates">The clauses that may stand there, never empty.</param>
    internal delegate (Clause Clause, ClauseVariant Variant)? PartChoice(SpeechAct act, IReadOnlyList<Clause> candidates);

    /// <summary>Puts a mail together part by part, whoever chooses among the candidates.</summary>
    internal static ComposedMail Assemble(
        ClauseLibrary library, FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage, bool disclose, bool softer, PartChoice choose)
    {
        stage = MailShape.HasStage(purpose) ? stage ?? throw new ArgumentException($"{purpose} needs a stage.", nameof(stage)) : null;
        var situation = new Situation(facts, conversation, purpose, disclose);
        Require(situation, purpose);
        var tone = MailShape.ToneFor(stage, conversation.GoodPayer || softer);
        List<Clause> fitting =
        [
            .. library.For(facts.Language).Where(clause => clause.Fits(purpose, stage) && clause.Tones.Contains(tone)
                && clause.Requires.All(situation.Holds.Contains)
                && clause.Slots.All(slot => slot == "start" || situation.Slots.ContainsKey(slot))),
        ];

        List<ClauseUse> uses = [];
        List<SpeechAct> acts = [];
        HashSet<string> companions = [];
        foreach (var act in MailShape.Parts(purpose))
        {
            if (act == SpeechAct.Disclosure && !disclose) continue;
            var candidates = Best(fitting, act, purpose, companions);
            if (candidates.Count == 0 || choose(act, candidates) is not var (clause, variant)) continue;
            companions.UnionWith(clause.Companions);
            var slots = variant.Template.Slots.ToDictionary(
                slot => slot,
                slot => slot == "start" ? (acts[^1] == SpeechAct.Salutation ? "one" : "other") : situation.Slots[slot]);
            uses.Add(new(variant.Id, clause.Version, slots));
            acts.Add(act);
        }

        var plan = new DraftPlan(facts.Language, purpose, stage, uses[0].ClauseId, uses);
        return new(plan, MailText.Render(plan, library));
    }

    private static IReadOnlyList<Clause> Best(List<Clause> fitting, SpeechAct act, Purpose purpose, HashSet<string> companions)
    {
        var ofAct = fitting.FindAll(clause => clause.Act == act);
        var asked = ofAct.FindAll(clause => companions.Contains(clause.Id));
        if (asked.Count > 0) return asked;
        var most = ofAct.Count == 0 ? 0 : ofAct.Max(clause => Says(clause, purpose));
        return ofAct.FindAll(clause => Says(clause, purpose) == most);
    }

    // A slot that not every mail can fill is as telling as a condition: name the promised day if it is known.
    private static int Says(Clause clause, Purpose purpose) =>
        clause.Requires.Count + clause.Slots.Count(slot => !SlotCatalog.AlwaysKnown(purpose).Contains(slot));

    private static void Require(Situation situation, Purpose purpose)
    {
        var missing = purpose switch
        {
            Purpose.Reminder or Purpose.PromiseLapsed or Purpose.ShortPay when !situation.Slots.ContainsKey("lines") =>
                "nothing is due after credits and paused invoices",
            Purpose.PaymentThanks or Purpose.ShortPay when !situation.Slots.ContainsKey("payment_amount") => "no payment is in the facts",
            Purpose.DocumentAttached when !situation.Slots.ContainsKey("attachments") => "nothing is attached",
            Purpose.StatementAttached when !situation.Slots.ContainsKey("statement_date") => "no statement is attached",
            Purpose.Reminder or Purpose.PromiseLapsed or Purpose.PaymentThanks or Purpose.DocumentAttached or Purpose.StatementAttached or Purpose.ShortPay
                or Purpose.PromiseAcknowledged or Purpose.AskForDate or Purpose.DisputeAcknowledged or Purpose.PaymentTrace => null,
        };
        if (missing is not null) throw new ArgumentException($"{purpose}: {missing}.", "facts");
    }
}
