using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>Stores the fate of a transmitted message: history, touch, case and journal.</summary>
public sealed class SentMail(CaseDecisions decisions, IEmbeddingGenerator<string, Embedding<float>> embeddings)
{
    /// <summary>What became of the message.</summary>
    public enum Fate { Sent, Rejected, Unknown, Waiting }

    private const string InsertMessage =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, in_reply_to, refs, touch_id, from_address, to_addresses,
          subject, body, new_text, language, at, authenticity, known_sender, state, automatic)
        values (@caseId, @customerId, @entityId, 'out', 'agent', @messageId, @inReplyTo, @refs, @touchId, @fromAddress, @to, @subject, @body, @body,
          @language, @at, 'none', true, 'done', @automatic)
        returning id
        """;

    /// <summary>Stores one result in the caller's transaction.</summary>
    public async Task StoreAsync(NpgsqlConnection connection, Claim claim, Fate fate, string response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (fate)
        {
            case Fate.Sent:
                await SentAsync(connection, claim, response, now, cancellationToken);
                break;
            case Fate.Rejected:
                await RejectedAsync(connection, claim, response, now, cancellationToken);
                break;
            case Fate.Unknown:
                await AskAboutUnknownAsync(connection, claim.Row.CaseId, claim.Row.TouchId, claim.Row.Id, now, cancellationToken);
                break;
            case Fate.Waiting:
                await connection.AppendAsync(new("send_postponed", "agent", claim.Row.CaseId, claim.Row.TouchId, null, "the server was not ready; tried again later"), now, cancellationToken);
                break;
        }
    }

    private async Task SentAsync(NpgsqlConnection connection, Claim claim, string response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mail = claim.Mail;
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            InsertMessage,
            new
            {
                caseId = claim.Row.CaseId, customerId = claim.File.Customer.Id, entityId = claim.File.Entity.Id, messageId = claim.Row.MessageId,
                inReplyTo = claim.Thread.InReplyTo, refs = claim.Thread.References.ToArray(), touchId = claim.Row.TouchId, fromAddress = mail.FromAddress,
                to = new[] { mail.To }, subject = mail.Subject, body = mail.Text, language = mail.Language, at = now.UtcDateTime,
                automatic = claim.Message!.Automatic,
            },
            cancellationToken: cancellationToken));
        await MessageChunks.StoreAsync(connection, embeddings, id, claim.File.Entity.Id, claim.File.Customer.Id, mail.Text, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update approvals set state = 'used' where id = @id", new { id = claim.Row.ApprovalId }, cancellationToken: cancellationToken));
        await TouchStore.MoveAsync(
            connection, claim.Row.TouchId, [TouchStates.Approved, TouchStates.Scheduled, TouchStates.WithPerson], TouchStates.Sent, null, now, cancellationToken);
        var day = CreditorDay.Of(now, claim.File.Entity.TimeZone);
        // Read again under the row lock: the file of transaction one may be older than a reading applied meanwhile.
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @id for update", new { id = claim.Row.CaseId }, cancellationToken: cancellationToken));
        var file = await CaseFiles.LoadOneAsync(connection, claim.Row.CaseId, day, cancellationToken);
        await decisions.ApplyAsync(connection, file, new CaseEvent.TouchSent(claim.Touch, day), day, now, "agent", id, claim.Row.TouchId, cancellationToken);
        await connection.AppendAsync(
            new("sent", "agent", claim.Row.CaseId, claim.Row.TouchId, id, "accepted by the mail server",
                new { content = mail.ContentHash(), draft = claim.Row.DraftId, approval = claim.Row.ApprovalId, automatic = claim.Message.Automatic, response = Hash.Hex(response)[..16] }),
            now, cancellationToken);
    }

    private static async Task RejectedAsync(NpgsqlConnection connection, Claim claim, string response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = new NewTask(
            claim.Row.CaseId, null, claim.Row.TouchId, "rejected_mail", $"not delivered: {claim.File.Customer.Name}",
            $"The mail server refused the message: {response}", $"rejected:{claim.Row.TouchId}");
        await TaskStore.AddAsync(connection, task, now, cancellationToken);
        await TouchStore.MoveAsync(connection, claim.Row.TouchId, [TouchStates.Approved, TouchStates.Scheduled], TouchStates.Bounced, "refused by the mail server", now, cancellationToken);
        await connection.AppendAsync(new("rejected", "agent", claim.Row.CaseId, claim.Row.TouchId, null, "refused by the mail server"), now, cancellationToken);
    }

    /// <summary>Nobody knows whether the message went out: a person looks, nothing is sent again.</summary>
    internal static async Task AskAboutUnknownAsync(
        NpgsqlConnection connection, long caseId, string touchId, long outboxId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = new NewTask(
            caseId, null, touchId, "unknown_delivery", "Was this message delivered?",
            "The connection or the process ended after the message was transmitted and before the server answered. Look into the server's log or the Sent folder; it is not sent again by itself.",
            $"unknown:{outboxId}");
        await TaskStore.AddAsync(connection, task, now, cancellationToken);
        await TouchStore.MoveAsync(connection, touchId, [TouchStates.Approved, TouchStates.Scheduled], TouchStates.WithPerson, "delivery unknown", now, cancellationToken);
        await connection.AppendAsync(new("delivery_unknown", "agent", caseId, touchId, null, "the sender ended before it knew the result"), now, cancellationToken);
    }
}
