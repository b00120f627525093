using Dunning.Core.Correspondence;
using Dunning.Flows.Sending;
using Dunning.Guardrails;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>A text as the message of a touch, and what the gate says about it.</summary>
public sealed record JudgedMail(CandidateMail Mail, GateVerdict Verdict)
{
    /// <summary>
    /// The findings that speak against this text and not against the other, which is about the same touch: what is wrong
    /// with the words, as far as a person would not have to live with it anyhow. Missing content counts, whoever reads it.
    /// </summary>
    public IReadOnlyList<Finding> WorseThan(JudgedMail other) =>
        [.. Verdict.Findings.Where(finding => (finding.Severity != Guardrails.Verdict.Pass || finding.Rule == "G26") && other.Verdict.Findings.All(known => known.Rule != finding.Rule))];
}

/// <summary>Puts a text to the gate as the draft of a touch, on facts read afresh.</summary>
public sealed class JudgeDraft(SendFactsReader gateFacts, MessageIds messageIds)
{
    /// <summary>The candidate and the gate's verdict after drafting.</summary>
    public async Task<JudgedMail> RunAsync(NpgsqlConnection connection, TouchBrief brief, RenderedMail text, DraftOrigin origin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subject = text.Subject + " " + messageIds.SubjectToken(brief.File.Case.Id);
        var body = MailLayouts.WithFooter(text.Text, brief.Facts);
        var mail = Candidates.Of(
            brief.Touch, brief.File, 0, origin, brief.Grant.Effective, brief.Recipient, brief.Facts.Language, subject, body, brief.Attached.References, null, null, [])
            .LaidOut(brief.File, brief.Facts);
        var request = new GateRequest(brief.File, brief.Touch, brief.Facts, null, brief.Automatic, brief.Grant, null, subject, body, brief.Attached.References, now, null);
        return new(mail, SendGate.Check(GatePoint.AfterDrafting, mail, await gateFacts.ReadAsync(connection, request, cancellationToken)));
    }
}
