using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G33: no stage is skipped, and nothing goes out beyond the authority given: with a person's approval bound to this
/// content and these facts, or automatically within the caps, from reviewed clauses only.
/// </summary>
public static class G33Authority
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G33", "stage skipped, or beyond amount, stage or autonomy cap", "People decide what the machine may do alone.", Verdict.Hold, Judge)
    {
        Missing = static facts => facts.Authority is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var mail = draft.Mail;
        if (!Enum.IsDefined(mail.Origin) || !Enum.IsDefined(mail.Purpose) || !Enum.IsDefined(mail.Level) ||
            (mail.Stage is { } known && !Enum.IsDefined(known)))
            return Hold("unknown origin, purpose, level or stage");
        if (facts.Authority is not { } authority) return null;
        if (!Enum.IsDefined(authority.Effective) || !Enum.IsDefined(authority.StageCap) || authority.LastDeliveredStage is < 0 or > 4)
            return Hold("unknown level or stage cap");
        if (mail.Stage is { } stage && (int)stage > authority.LastDeliveredStage + 1)
            return Hold($"stage {(int)stage} would follow stage {authority.LastDeliveredStage}");
        if (draft.Point == GatePoint.OnSending && Stopped(draft, facts, authority) is { } stopped) return Hold(stopped);
        return draft.MeansAutomatic && BeyondAutomatic(mail, facts, authority) is { } reason ? Hold(reason) : null;
    }

    private static string? Stopped(Draft draft, SendFacts facts, AuthorityFacts authority)
    {
        if (authority.KillSwitch) return "the kill switch is on";
        return draft.Level switch
        {
            AutonomyLevel.Off or AutonomyLevel.Monitor => "nothing is sent at this level",
            AutonomyLevel.Suggest => draft.Approved ? null : WhyNotApproved(draft, facts),
            AutonomyLevel.AutoVeto or AutonomyLevel.AutoSampled => null,
        };
    }

    private static string WhyNotApproved(Draft draft, SendFacts facts) => facts.Approval switch
    {
        null => "a person has to approve it",
        { Used: true } => "the approval was used already",
        { } approval when approval.ContentHash != draft.Mail.ContentHash() => "the content differs from what was approved",
        { } approval when approval.FactsVersion != facts.Facts.Version => "the facts changed since it was approved",
        _ => "the approval has expired",
    };

    private static string? BeyondAutomatic(CandidateMail mail, SendFacts facts, AuthorityFacts authority)
    {
        if (mail.Origin != DraftOrigin.Clauses) return "only reviewed clauses go out without a person";
        if (facts.Facts.Granted != GrantFact.Nothing) return "grants are spoken of only with a person";
        if (authority.AmountCap is not { } cap) return "no amount is released for automatic messages";
        if (facts.Facts.AmountDue.Amount > cap) return "the amount due is above the cap";
        if (mail.Stage is not { } stage) return null;
        if (stage > authority.StageCap) return "the stage is above the cap";
        return authority.ConsumerLike && stage > Stage.Friendly ? "consumers get nothing automatic beyond a friendly reminder" : null;
    }

    private static Finding Hold(string evidence) => new("G33", Verdict.Hold, evidence, null);
}
