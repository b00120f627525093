using Dunning.Core.Autonomy;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Flows.Clauses;

/// <summary>A mail with the wording under trial, in one sample situation.</summary>
/// <param name="Start">Where the wording stands in the text; in the subject for a subject line.</param>
public sealed record TriedMail(SampleSituation Situation, ComposedMail Composed, ClauseUse Use, string Wording, int Start, bool InSubject)
{
    /// <summary>The mail in which a situation would use a wording; null where it would not.</summary>
    public static TriedMail? Of(SampleSituation situation, ClauseLibrary library, ClauseVariant variant, SpeechAct act)
    {
        try
        {
            var offer = DraftOffer.Of(library, situation.Facts, situation.Conversation, situation.Purpose, situation.Stage, disclose: true);
            if (!offer.Parts.Any(part => part.Act == act && part.Wordings.Any(wording => wording.Id == variant.Id))) return null;
            var choice = new PlanChoice([.. offer.Parts.Select(part => new ChosenWording(part.Act, part.Act == act ? variant.Id : part.Wordings[0].Id))]);
            if (choice.Decide(library, situation.Facts, situation.Conversation, situation.Purpose, situation.Stage, disclose: true) is not PlanDecision.Taken taken) return null;
            return Located(situation, taken.Mail, variant, act == SpeechAct.Subject);
        }
        catch (ArgumentException)
        {
            // The ledger of the situation does not bear such a mail out: thanks without a payment, for example.
            return null;
        }
    }

    private static TriedMail? Located(SampleSituation situation, ComposedMail mail, ClauseVariant variant, bool inSubject)
    {
        var use = mail.Plan.Clauses.FirstOrDefault(clause => clause.ClauseId == variant.Id);
        if (use is null) return null;
        var wording = variant.Template.Fill(use.Slots, LocaleFormats.For(situation.Facts.Language), slot => SlotCatalog.Kinds[slot]);
        var start = (inSubject ? mail.Mail.Subject : mail.Mail.Text).IndexOf(wording, StringComparison.Ordinal);
        return start < 0 ? null : new(situation, mail, use, wording, start, inSubject);
    }

    /// <summary>The mail with the wording replaced.</summary>
    public RenderedMail With(string words)
    {
        string Put(string text) => string.Concat(text.AsSpan(0, Start), words, text.AsSpan(Start + Wording.Length));
        return InSubject ? Composed.Mail with { Subject = Put(Composed.Mail.Subject) } : Composed.Mail with { Text = Put(Composed.Mail.Text) };
    }

    /// <summary>What the whole catalogue has against a text, as the mail of this situation going out by itself.</summary>
    public IReadOnlyList<Finding> Findings(RenderedMail mail, string disclosure)
    {
        var facts = Situation.Facts;
        var attachments = facts.Attachments.Select(number => new AttachmentRef($"{number}.pdf", "application/pdf", number, facts.CustomerNumber, new string('a', 64), 1000));
        var candidate = new CandidateMail(
            "trial", 1, DraftOrigin.Clauses, Situation.Purpose, Situation.Stage, facts.Language, AutonomyLevel.AutoVeto, facts.Creditor, facts.ReplyTo,
            "alex.kim@muster.example", facts.ReplyTo, mail.Subject, mail.Text, null, [.. attachments], null, null, []);
        var known = new SendFacts(facts, true, null, null, null, null, null, null, new(disclosure), null, null, null, null);
        return [.. SendGate.CheckAlone(candidate, known).Findings.Where(finding => finding.Severity != Verdict.Pass)];
    }
}
