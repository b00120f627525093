namespace Dunning.Guardrails;

/// <summary>
/// The only way out. Decides after drafting, when a person approves and when sending, each time with the whole
/// catalogue on facts read afresh; only the last decision mints a message.
/// </summary>
public static class SendGate
{
    /// <summary>Judges a candidate. A part of the facts that is missing holds it, and so does a rule that fails.</summary>
    public static GateVerdict Check(GatePoint point, CandidateMail mail, SendFacts facts) =>
        Catalog.Run(Catalog.Rules, point, mail, facts, standAlone: false);

    /// <summary>
    /// Judges a text with what is known about it. A missing part of the facts is listed in
    /// <see cref="GateVerdict.NotEvaluated"/> and does not hold.
    /// </summary>
    public static GateVerdict CheckAlone(CandidateMail mail, SendFacts facts) =>
        Catalog.Run(Catalog.Rules, GatePoint.AfterDrafting, mail, facts, standAlone: true);

    /// <summary>Decides as <see cref="GatePoint.OnSending"/> and mints the message if nothing at all objects.</summary>
    public static Clearance Clear(CandidateMail mail, SendFacts facts)
    {
        var verdict = Check(GatePoint.OnSending, mail, facts);
        if (verdict.Verdict != Verdict.Pass) return new Clearance.Refused(verdict);
        if (mail.MessageId is not { Length: > 0 } messageId)
        {
            var finding = new Finding("G24", Verdict.Hold, "the message has no Message-ID yet", null);
            return new Clearance.Refused(verdict with { Verdict = Verdict.Hold, Findings = [.. verdict.Findings, finding] });
        }

        var automatic = !new Draft(GatePoint.OnSending, mail, facts, standAlone: false).Approved;
        return new Clearance.Cleared(new ClearedMessage(mail, messageId, automatic), verdict);
    }
}
