using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Dunning.Guardrails;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Drafting;

/// <summary>Between the stored draft and the candidate the gate judges.</summary>
public static class Candidates
{
    /// <summary>A candidate for a touch.</summary>
    public static CandidateMail Of(
        Touch touch, CaseFile file, int version, DraftOrigin origin, AutonomyLevel level, BillingContact recipient, string language,
        string subject, string text, IReadOnlyList<AttachmentRef> attachments, string? messageId, string? inReplyTo, IReadOnlyList<string> references) =>
        new(touch.Id, version, origin, touch.Purpose, touch.Stage, language, level, $"{file.Entity.PersonaName}, {file.Entity.Name}",
            file.Entity.FromAddress, recipient.Email, file.Entity.ReplyTo, subject, text, null, attachments, messageId, inReplyTo, references);

    /// <summary>The candidate a stored draft stands for.</summary>
    public static CandidateMail Of(DraftRow draft, Touch touch, string? messageId, string? inReplyTo, IReadOnlyList<string> references) =>
        new(draft.TouchId, draft.Version, Wire.Parse<DraftOrigin>(draft.Origin), touch.Purpose, touch.Stage, draft.Language,
            Wire.Parse<AutonomyLevel>(draft.Level), draft.FromName, draft.FromAddress, draft.ToAddress, draft.ReplyTo, draft.Subject, draft.Body,
            null, Json.Read<List<AttachmentRef>>(draft.Attachments), messageId, inReplyTo, references);

    /// <summary>A draft row for storing.</summary>
    public static DraftRow ToRow(
        CandidateMail mail, FactSet facts, ConversationFacts conversation, DraftPlan? plan, GateVerdict verdict, string author, DateTimeOffset now) => new()
        {
            TouchId = mail.TouchId, Origin = Wire.Name(mail.Origin), Language = mail.Language, Level = Wire.Name(mail.Level),
            FromName = mail.FromName, FromAddress = mail.FromAddress, ToAddress = mail.To, ReplyTo = mail.ReplyTo, Subject = mail.Subject, Body = mail.Text,
            Attachments = Json.Write(mail.Attachments), Facts = Json.Write(facts), FactsVersion = facts.Version, Context = Json.Write(conversation),
            Plan = plan is null ? null : Json.Write(plan), ContentHash = mail.ContentHash(), Verdict = Wire.Name(verdict.Verdict),
            Findings = Json.Write(verdict.Findings), CatalogVersion = verdict.CatalogVersion, Author = author, CreatedAt = now.UtcDateTime,
        };

    /// <summary>The domain of an address.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
