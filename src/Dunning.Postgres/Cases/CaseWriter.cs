using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Postgres.Cases;

/// <summary>Somebody else changed the case between reading and writing.</summary>
public sealed class CaseChangedException(long caseId) : Exception($"Case {caseId} was changed meanwhile; read it again.");

/// <summary>Stores what a decision commands, in the caller's transaction.</summary>
public sealed class CaseWriter(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
{
    private const string UpdateCase =
        """
        update cases set status = @status, level = @Level, level_on = @LevelOn, ladder_run = @LadderRun, last_contact_on = @LastContactOn,
          closed_on = case when @status = 'closed' then @today end, version = version + 1
        where id = @Id and version = @expected
        """;

    private const string InsertPromise =
        """
        insert into promises (case_id, message_id, invoice_ids, amount, currency, promised_for, expected_by, method, confidence, made_on, baseline_open, status)
        values (@caseId, @messageId, @ids, @Amount, @Currency, @PromisedFor, @ExpectedBy, @Method, @Confidence, @MadeOn, @BaselineOpen, 'open')
        """;

    private const string InsertSuppression =
        """
        insert into suppressions (entity_id, customer_id, case_id, invoice_ids, kind, reason, owner, starts_on, expires_on, evidence_message_id, evidence_start, evidence_length)
        select c.entity_id, c.customer_id, c.id, @ids, @kind, @Reason, @owner, @StartsOn, @ExpiresOn, @messageId, @start, @length from cases c where c.id = @caseId
        """;

    /// <summary>Writes the case row if it still has the version it was read with.</summary>
    /// <exception cref="CaseChangedException">It has not.</exception>
    public async Task UpdateAsync(Case before, Case after, DateOnly today)
    {
        var changed = await ExecuteAsync(UpdateCase, new
        {
            after.Id, status = Wire.Name(after.Status), after.Level, after.LevelOn, after.LadderRun, after.LastContactOn, today, expected = before.Version,
        });
        if (changed != 1) throw new CaseChangedException(after.Id);
    }

    /// <summary>Carries out one command.</summary>
    public Task CarryOutAsync(long caseId, CaseCommand command, DateOnly today, string? touchId) => command switch
    {
        CaseCommand.RecordPromise record => RecordAsync(caseId, record.Promise, record.MessageId),
        CaseCommand.ResolvePromise ended => ExecuteAsync(
            "update promises set status = @status, resolved_on = @today where id = @PromiseId and status = 'open'", new { status = Wire.Name(ended.Outcome), today, ended.PromiseId }),
        CaseCommand.OpenDispute opened => OpenAsync(caseId, opened.Dispute, opened.MessageId),
        CaseCommand.ResolveDispute ended => ExecuteAsync(
            "update disputes set status = @status, resolved_on = @today where id = @DisputeId and status = 'open'", new { status = Wire.Name(ended.Resolution), today, ended.DisputeId }),
        CaseCommand.StartTrace started => StartAsync(caseId, started.Claim, started.MessageId),
        CaseCommand.ResolveTrace ended => ExecuteAsync(
            "update payment_claims set status = @status, resolved_on = @today where id = @ClaimId and status = 'tracing'",
            new { status = ended.Matched ? "matched" : "not_found", today, ended.ClaimId }),
        CaseCommand.Suppress pause => SuppressAsync(caseId, pause.Suppression, pause.Owner, pause.MessageId, pause.Span),
        CaseCommand.LiftSuppression lift => ExecuteAsync(
            "update suppressions set lifted_at = @at, lifted_by = @By, lift_reason = @Reason where id = @SuppressionId and lifted_at is null",
            new { at = now.UtcDateTime, lift.By, lift.Reason, lift.SuppressionId }),
        CaseCommand.PlanTouch plan => TouchStore.InsertAsync(connection, plan.Touch, now, cancellationToken),
        CaseCommand.CancelPending cancel => TouchStore.CancelPendingAsync(connection, caseId, cancel.Reason, now, cancellationToken),
        CaseCommand.AskPerson ask => TaskStore.AddAsync(
            connection, new(caseId, ask.MessageId, touchId, Wire.Name(ask.Kind), ask.Title, ask.Detail, $"{caseId}:{ask.DedupeKey}"), now, cancellationToken),
        CaseCommand.MarkContactDead dead => ExecuteAsync(
            "update contacts set dead_since = coalesce(dead_since, @at) where id = @ContactId", new { at = now.UtcDateTime, dead.ContactId }),
        CaseCommand.CloseCase or CaseCommand.NoteOnly => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Task<int> RecordAsync(long caseId, PromiseToPay promise, long messageId) => ExecuteAsync(InsertPromise, new
    {
        caseId, messageId, ids = promise.InvoiceIds.ToArray(), promise.Amount, promise.Currency, promise.PromisedFor, promise.ExpectedBy,
        promise.Method, Confidence = (float)promise.Confidence, promise.MadeOn, promise.BaselineOpen,
    });

    private Task<int> OpenAsync(long caseId, Dispute dispute, long messageId) => ExecuteAsync(
        """
        insert into disputes (case_id, message_id, invoice_ids, reason, amount, opened_on, sla_on)
        values (@caseId, @messageId, @ids, @reason, @Amount, @OpenedOn, @SlaOn)
        """,
        new { caseId, messageId, ids = dispute.InvoiceIds.ToArray(), reason = Wire.Name(dispute.Reason), dispute.Amount, dispute.OpenedOn, dispute.SlaOn });

    private Task<int> StartAsync(long caseId, PaymentClaim claim, long messageId) => ExecuteAsync(
        """
        insert into payment_claims (case_id, message_id, invoice_ids, amount, paid_on, reference, made_on, trace_until)
        values (@caseId, @messageId, @ids, @Amount, @PaidOn, @Reference, @MadeOn, @TraceUntil)
        """,
        new { caseId, messageId, ids = claim.InvoiceIds.ToArray(), claim.Amount, claim.PaidOn, claim.Reference, claim.MadeOn, claim.TraceUntil });

    private Task<int> SuppressAsync(long caseId, Suppression pause, string owner, long? messageId, TextSpan? span) => ExecuteAsync(InsertSuppression, new
    {
        caseId, ids = pause.InvoiceIds.ToArray(), kind = Wire.Name(pause.Kind), pause.Reason, owner, pause.StartsOn, pause.ExpiresOn, messageId,
        start = span?.Start, length = span?.Length,
    });

    private Task<int> ExecuteAsync(string sql, object parameters) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
}
