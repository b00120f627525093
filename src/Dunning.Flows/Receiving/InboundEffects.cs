using Dapper;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Mail.Delivery;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>Stores inbound mails and what bounces mean.</summary>
public sealed class InboundEffects(CaseDecisions decisions, MessageIds messageIds)
{
    private const string Insert =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, in_reply_to, refs, touch_id, raw_id, from_address, to_addresses,
          subject, body, new_text, language, at, authenticity, known_sender, state, reading, automatic)
        values (@caseId, @customerId, @entityId, 'in', @kind, @messageId, @inReplyTo, @refs, @touchId, @rawId, @from, @to, @subject, @body, @newText,
          @language, @at, @authenticity, @known, @state, @reading::jsonb, @automatic)
        returning id
        """;

    private const string Before =
        """
        select t.stage, max(o.sent_at) as sent_at from touches t join outbox o on o.touch_id = t.id
        where t.case_id = @caseId and t.id <> @touchId and t.state = 'sent' group by t.id, t.stage order by 2
        """;

    /// <summary>Stores a mail in the history.</summary>
    public Task<long> StoreAsync(
        NpgsqlConnection connection, RawRow raw, InboundMail mail, ThreadMatch match, CaseFile? file, bool known, ReplyReading? reading,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Insert,
            new
            {
                caseId = match.CaseId, customerId = file?.Customer.Id, entityId = file?.Entity.Id, kind = Wire.Name(mail.Kind),
                messageId = mail.Message.MessageId, inReplyTo = mail.Message.InReplyTo, refs = mail.Message.References.ToArray(), touchId = match.TouchId,
                rawId = raw.Id, from = mail.From, to = mail.Message.To.Select(address => address.Address).ToArray(), subject = Clean(mail.Subject.Reveal()),
                body = Clean(mail.Body.Reveal()), newText = Clean(mail.NewText.Reveal()), language = reading?.Language, at = now.UtcDateTime,
                authenticity = Wire.Name(mail.Authenticity), known, state = match.CaseId is null ? "unassigned" : "read",
                reading = reading is null ? null : Json.Write(reading), automatic = mail.Kind != MessageKind.Human,
            },
            cancellationToken: cancellationToken));

    /// <summary>A report counts only when it returns a message of ours; anybody can forge one otherwise.</summary>
    public async Task<ThreadMatch> MatchReportAsync(NpgsqlConnection connection, ReceivedMail report, CancellationToken cancellationToken)
    {
        var cited = report switch
        {
            ReceivedMail.Bounce bounce => bounce.OriginalMessageId,
            ReceivedMail.FeedbackReport feedback => feedback.OriginalMessageId,
            _ => null,
        };
        if (cited is null || messageIds.TouchOf(cited) is not { } touch) return new(null, null, ThreadEvidence.None);
        var caseId = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select t.case_id from touches t join outbox o on o.touch_id = t.id where t.id = @touch", new { touch }, cancellationToken: cancellationToken));
        return new(caseId, caseId is null ? null : touch, caseId is null ? ThreadEvidence.None : ThreadEvidence.OwnMessageId);
    }

    /// <summary>A message of ours came back.</summary>
    public async Task BounceAsync(
        NpgsqlConnection connection, RawRow raw, InboundMail mail, ReceivedMail.Bounce bounce, ThreadMatch match, CaseFile file, DateOnly day,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await StoreAsync(connection, raw, mail, match, file, false, ReplyReading.Nothing(MessageKind.Bounce, PersonReason.NoThread) with { NeedsPerson = false, Why = [] }, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("update messages set state = 'applied' where id = @id", new { id }, cancellationToken: cancellationToken));
        var hard = bounce.Kind switch { BounceKind.Hard => true, BounceKind.Soft or BounceKind.Policy => false };
        var touchRow = match.TouchId is null ? null : await connection.QuerySingleOrDefaultAsync<TouchRow>(new CommandDefinition(
            "select id, case_id, cause, purpose, stage, planned_for, in_reply_to_message, state from touches where id = @id", new { id = match.TouchId }, cancellationToken: cancellationToken));
        if (touchRow is null || touchRow.State == TouchStates.Bounced) return;

        var sentTo = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select d.to_address from outbox o join drafts d on d.id = o.draft_id where o.touch_id = @id", new { id = touchRow.Id }, cancellationToken: cancellationToken));
        var contact = file.Contacts.FirstOrDefault(candidate => candidate.Email == sentTo);
        if (contact is null) return;
        var before = await StandingBeforeAsync(connection, file, touchRow.Id, cancellationToken);
        await decisions.ApplyAsync(
            connection, file, new CaseEvent.TouchBounced(touchRow.ToTouch(), hard, contact.Id, before), day, now, "agent", id, touchRow.Id, cancellationToken);
        await TouchStore.MoveAsync(connection, touchRow.Id, [TouchStates.Sent], TouchStates.Bounced, hard ? "hard bounce" : "soft bounce", now, cancellationToken);
    }

    /// <summary>A mailbox provider reported a message of ours.</summary>
    public async Task ReportAsync(
        NpgsqlConnection connection, RawRow raw, InboundMail mail, ReceivedMail.FeedbackReport report, ThreadMatch match, CaseFile file, DateOnly day,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await StoreAsync(connection, raw, mail, match, file, false, null, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("update messages set state = 'applied' where id = @id", new { id }, cancellationToken: cancellationToken));
        if (Complaints.IsComplaint(report))
            await decisions.ApplyAsync(connection, file, new CaseEvent.MessageReported(id), day, now, "agent", id, match.TouchId, cancellationToken);
        else
            await connection.AppendAsync(new("report_noted", "agent", file.Case.Id, match.TouchId, id, "the report is no complaint; nothing follows from it"), now, cancellationToken);
    }

    /// <summary>A mail that could not be handled: stored whole, with a person.</summary>
    public async Task UnreadableAsync(NpgsqlConnection connection, long rawId, DateTimeOffset arrivedAt, string failure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into messages (direction, kind, raw_id, at, state) values ('in', 'unreadable', @rawId, @at, 'with_person') returning id",
            new { rawId, at = arrivedAt.UtcDateTime }, cancellationToken: cancellationToken));
        await TaskStore.AddAsync(
            connection, new(null, id, null, "unreadable_mail", "A mail could not be read", $"It is stored whole (raw {rawId}); reading it failed with {failure}. Nothing was changed.", $"unreadable:{rawId}"), now, cancellationToken);
        await connection.AppendAsync(new("mail_unreadable", "agent", null, null, id, $"reading failed with {failure}"), now, cancellationToken);
    }

    private static async Task<StandingBefore> StandingBeforeAsync(NpgsqlConnection connection, CaseFile file, string touchId, CancellationToken cancellationToken)
    {
        var earlier = (await connection.QueryAsync<SentStage>(new CommandDefinition(
            Before, new { caseId = file.Case.Id, touchId }, cancellationToken: cancellationToken))).ToList();
        var staged = earlier.LastOrDefault(row => row.Stage is not null);
        DateOnly? DayOf(SentStage? row) => row is null ? null : DateOnly.FromDateTime(row.SentAt);
        return staged is null
            ? new(file.Customer.ImportedLevel, file.Customer.ImportedLastContact, DayOf(earlier.LastOrDefault()) ?? file.Customer.ImportedLastContact)
            : new(staged.Stage!.Value, DayOf(staged), DayOf(earlier[^1]));
    }

    /// <summary>PostgreSQL text cannot hold NUL.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private sealed record SentStage
    {
        public int? Stage { get; init; }
        public DateTime SentAt { get; init; }
    }
}
