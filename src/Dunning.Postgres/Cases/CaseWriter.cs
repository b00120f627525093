using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
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
        insert into suppressions (entity_id, customer_id, case_id, invoice_ids, instalment_ids, held_amounts, reach, kind, reason, owner, starts_on, expires_on,
          evidence_message_id, evidence_start, evidence_length, unacknowledged, awaits_credit, baseline_open)
        select c.entity_id, c.customer_id, c.id, @ids, @lines, @amounts, @reach, @kind, @Reason, @Owner, @StartsOn, @ExpiresOn,
          @MessageId, @start, @length, @Unacknowledged, @credit, @baseline from cases c where c.id = @caseId
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
        CaseCommand.AcknowledgeDispute heard => AcknowledgeAsync(heard.DisputeId, today),
        CaseCommand.ResolveDispute ended => ExecuteAsync(
            "update disputes set status = @status, resolved_on = @today, credited_amount = @Credited where id = @DisputeId and status = 'open'",
            new { status = Wire.Name(ended.Resolution), today, ended.Credited, ended.DisputeId }),
        CaseCommand.RecordPlan record => PlanStore.InsertAsync(connection, caseId, record.Plan, cancellationToken),
        CaseCommand.SettleInstalment paid => ExecuteAsync(
            "update plan_instalments set paid_on = @On where plan_id = @PlanId and sequence = @Sequence and paid_on is null", paid),
        CaseCommand.EndPlan ended => ExecuteAsync(
            "update payment_plans set status = @status, ended_on = @today where id = @PlanId and status = 'running'", new { status = Wire.Name(ended.Status), today, ended.PlanId }),
        CaseCommand.StartTrace started => StartAsync(caseId, started.Claim, started.MessageId),
        CaseCommand.ResolveTrace ended => ExecuteAsync(
            "update payment_claims set status = @status, resolved_on = @today where id = @ClaimId and status = 'tracing'",
            new { status = ended.Matched ? "matched" : "not_found", today, ended.ClaimId }),
        CaseCommand.Suppress pause => SuppressAsync(caseId, pause.Suppression),
        CaseCommand.LiftSuppression lift => ExecuteAsync(
            "update suppressions set lifted_at = @at, lifted_by = @By, lift_reason = @Reason where id = @SuppressionId and lifted_at is null",
            new { at = now.UtcDateTime, lift.By, lift.Reason, lift.SuppressionId }),
        CaseCommand.PlanTouch plan => TouchStore.InsertAsync(connection, plan.Touch, now, cancellationToken),
        CaseCommand.CancelPending cancel => TouchStore.CancelPendingAsync(connection, caseId, cancel.Reason, now, cancellationToken),
        CaseCommand.AskPerson ask => TaskStore.AddAsync(
            connection, new(caseId, ask.MessageId, touchId, Wire.Name(ask.Kind), ask.Title, ask.Detail, $"{caseId}:{ask.DedupeKey}"), now, cancellationToken),
        CaseCommand.MarkContactDead dead => ExecuteAsync(
            "update contacts set dead_since = coalesce(dead_since, @at) where id = @ContactId", new { at = now.UtcDateTime, dead.ContactId }),
        CaseCommand.NoteContact named => ExecuteAsync(
            """
            insert into contacts (customer_id, email, verified, source, noted_in) select customer_id, lower(@Address), false, 'mail', @MessageId from cases where id = @caseId
            on conflict (customer_id, email) do nothing
            """,
            new { caseId, named.Address, named.MessageId }),
        CaseCommand.VerifyContact verified => ExecuteAsync(
            """
            update contacts set verified = true, verified_by = @By, verified_at = @at, preferred_at = case when @Preferred then @at else preferred_at end, discarded_by = null, discarded_at = null
            where id = @ContactId and customer_id = (select customer_id from cases where id = @caseId) and not verified
            """,
            new { caseId, verified.ContactId, verified.By, verified.Preferred, at = now.UtcDateTime }),
        CaseCommand.DiscardContact discarded => ExecuteAsync(
            "update contacts set discarded_by = @By, discarded_at = @at where id = @ContactId and customer_id = (select customer_id from cases where id = @caseId) and not verified",
            new { caseId, discarded.ContactId, discarded.By, at = now.UtcDateTime }),
        CaseCommand.CloseCase or CaseCommand.NoteOnly => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Task<int> RecordAsync(long caseId, PromiseToPay promise, long messageId) => ExecuteAsync(InsertPromise, new
    {
        caseId, messageId, ids = promise.InvoiceIds.ToArray(), promise.Amount, promise.Currency, promise.PromisedFor, promise.ExpectedBy,
        promise.Method, Confidence = (float)promise.Confidence, promise.MadeOn, promise.BaselineOpen,
    });

    private Task<int> OpenAsync(long caseId, Dispute dispute, long? messageId) => ExecuteAsync(
        """
        insert into disputes (case_id, message_id, invoice_ids, held_amounts, reason, amount, owner, recorded_by, opened_on, sla_on, acknowledged_on)
        values (@caseId, @messageId, @ids, @amounts, @reason, @Amount, @Owner, @Owner, @OpenedOn, @SlaOn, case when @Acknowledged then @OpenedOn end)
        """,
        new
        {
            caseId, messageId, ids = dispute.InvoiceIds.ToArray(), amounts = HoldRow.Amounts(dispute.InvoiceIds, dispute.Parts), reason = Wire.Name(dispute.Reason),
            dispute.Amount, dispute.Owner, dispute.OpenedOn, dispute.SlaOn, dispute.Acknowledged,
        });

    private Task<int> AcknowledgeAsync(long disputeId, DateOnly today) => ExecuteAsync(
        """
        with heard as (update disputes set acknowledged_on = @today where id = @disputeId and acknowledged_on is null returning case_id, invoice_ids)
        update suppressions s set unacknowledged = false from heard
        where s.case_id = heard.case_id and s.kind = 'dispute' and s.invoice_ids = heard.invoice_ids and s.unacknowledged
        """,
        new { disputeId, today });

    private Task<int> StartAsync(long caseId, PaymentClaim claim, long messageId) => ExecuteAsync(
        """
        insert into payment_claims (case_id, message_id, invoice_ids, amount, paid_on, reference, made_on, trace_until)
        values (@caseId, @messageId, @ids, @Amount, @PaidOn, @Reference, @MadeOn, @TraceUntil)
        """,
        new { caseId, messageId, ids = claim.InvoiceIds.ToArray(), claim.Amount, claim.PaidOn, claim.Reference, claim.MadeOn, claim.TraceUntil });

    private Task<int> SuppressAsync(long caseId, Suppression pause) => ExecuteAsync(InsertSuppression, new
    {
        caseId, ids = pause.InvoiceIds.ToArray(), lines = pause.InstalmentIds.ToArray(), amounts = HoldRow.Amounts(pause.InvoiceIds, pause.Parts),
        reach = Wire.Name(pause.Reach), kind = Wire.Name(pause.Kind), pause.Reason, pause.Owner, pause.StartsOn, pause.ExpiresOn, pause.MessageId,
        start = pause.Span?.Start, length = pause.Span?.Length, pause.Unacknowledged, credit = pause.Awaits?.Amount, baseline = pause.Awaits?.BaselineOpen,
    });

    private Task<int> ExecuteAsync(string sql, object parameters) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
}
