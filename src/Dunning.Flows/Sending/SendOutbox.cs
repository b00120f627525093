using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>What one run of the outbox did.</summary>
public sealed record SendCounts(int Sent, int Refused, int Rejected, int Retried, int Unknown, int Orphans);

/// <summary>
/// Sends what is due: transaction one reads everything again, asks the gate and marks the row; then the SMTP dialogue,
/// with the send lock held and the kill switch read once more round DATA; transaction two stores the result.
/// docs/outbox.md says what a crash does at each point.
/// </summary>
public sealed class SendOutbox(
    NpgsqlDataSource source, IMailTransport transport, SenderLock sender, SendFactsReader gateFacts, FactSets factSets, AttachedDocuments documents,
    SentMail sentMail, PolicySet policies, string? redirectAll, TimeProvider clock)
{
    private const int MostAttempts = 6;

    /// <summary>Sends until nothing more is due, after adopting what dead senders left behind.</summary>
    public async Task<SendCounts> RunAsync(CancellationToken cancellationToken)
    {
        var counts = new SendCounts(0, 0, 0, 0, 0, await AdoptOrphansAsync(cancellationToken));
        HashSet<long> seen = [];
        while (await SendNextAsync(seen, cancellationToken) is { } step)
        {
            counts = step switch
            {
                Step.Sent => counts with { Sent = counts.Sent + 1 },
                Step.Refused => counts with { Refused = counts.Refused + 1 },
                Step.Rejected => counts with { Rejected = counts.Rejected + 1 },
                Step.Retry => counts with { Retried = counts.Retried + 1 },
                Step.Unknown => counts with { Unknown = counts.Unknown + 1 },
            };
        }

        return counts;
    }

    private enum Step { Sent, Refused, Rejected, Retry, Unknown }

    private async Task<Step?> SendNextAsync(HashSet<long> seen, CancellationToken cancellationToken)
    {
        var claim = await ClaimAsync(seen, cancellationToken);
        if (claim is null) return null;
        seen.Add(claim.Row.Id);
        if (claim.Message is not { } message) return Step.Refused;

        var result = await TransmitAsync(claim, message, cancellationToken);
        // The fate of a transmitted message must be stored even while the process is being stopped.
        return await StoreAsync(claim, result, CancellationToken.None);
    }

    /// <summary>Transaction one.</summary>
    private async Task<Claim?> ClaimAsync(HashSet<long> seen, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await OutboxStore.ClaimAsync(connection, now, [.. seen], cancellationToken) is not { } row) return null;

        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @id for update", new { id = row.CaseId }, cancellationToken: cancellationToken));
        var touch = (await connection.QuerySingleAsync<TouchRow>(new CommandDefinition(
            "select id, case_id, cause, purpose, stage, planned_for, in_reply_to_message, state from touches where id = @id", new { id = row.TouchId },
            cancellationToken: cancellationToken))).ToTouch();
        var draft = await DraftStore.GetAsync(connection, row.DraftId, cancellationToken);
        var day = await CreditorDay.OfCaseAsync(connection, row.CaseId, now, cancellationToken);
        var file = await CaseFiles.LoadOneAsync(connection, row.CaseId, day, cancellationToken);
        file = file.SignedBy(policies.For(file, day));
        var thread = await Threads.OfAsync(connection, touch, row.CaseId, cancellationToken);
        var mail = Candidates.Of(draft, touch, row.MessageId, thread.InReplyTo, thread.References);
        var facts = factSets.Again(file, touch, day, draft.Language, mail.Attachments);
        mail = mail.LaidOut(file, facts);
        var grant = await AutonomyStore.GrantAsync(
            connection, file.Entity.Id, file.Customer.Segment, file.Customer.Id, Core.Autonomy.AutonomyLadder.ActionOf(touch.Purpose, touch.Stage), cancellationToken);
        var request = new GateRequest(
            file, touch, facts, draft.FactsVersion, row.Automatic, grant, row.ApprovalId, draft.Subject, draft.Body, mail.Attachments, now, row.Id);
        var sendFacts = await gateFacts.ReadAsync(connection, request, cancellationToken);
        var files = await documents.BytesAsync(connection, file, mail.Attachments, cancellationToken);

        var claim = new Claim(row, touch, file, draft, mail, files ?? [], thread, null);
        // What nobody approved has to be, word for word, what approved clauses say.
        var proof = row.Automatic ? await ProveClauses.OfAsync(connection, draft, cancellationToken) : new ClauseProof.Holds();
        if (proof is not ClauseProof.Holds)
        {
            await Refusals.UnprovenAsync(connection, row, touch, proof, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return claim;
        }

        switch (SendGate.Clear(mail, sendFacts))
        {
            case Clearance.Cleared cleared when files is not null:
                await OutboxStore.MarkSendingAsync(connection, row.Id, sender.Owner, now, cancellationToken);
                await connection.AppendAsync(
                    new("sending", "agent", row.CaseId, row.TouchId, null, "cleared by the gate", new { content = mail.ContentHash(), html = mail.Html is { } html ? Hash.Hex(html) : null, catalog = cleared.Verdict.CatalogVersion, facts = facts.Version }),
                    now, cancellationToken);
                claim = claim with { Message = cleared.Message };
                break;
            // A statement that changed means that the account changed, and is drawn anew; a document that changed is for a person.
            case Clearance.Refused refused when files is not null || mail.Attachments.Any(attachment => attachment.Statement is not null):
                await Refusals.StoreAsync(connection, row, touch, file, draft, refused.Verdict, day, now, policies, cancellationToken);
                break;
            default:
                await Refusals.MissingAttachmentAsync(connection, row, touch, file, now, cancellationToken);
                break;
        }

        await transaction.CommitAsync(cancellationToken);
        return claim;
    }

    /// <summary>The dialogue. The send lock is held from the last look at the kill switch to the end of DATA.</summary>
    private async Task<SendResult> TransmitAsync(Claim claim, ClearedMessage message, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var redirect = redirectAll ?? await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select value from settings where key = 'redirect_all'", cancellationToken: cancellationToken));
        var prepared = await transport.PrepareAsync(message, claim.Files, redirect, cancellationToken);
        if (prepared.Prepared is not { } dialogue) return prepared.Failure!;
        await using (dialogue)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock_shared(@key)", new { key = KillSwitch.SendLock }, cancellationToken: cancellationToken));
            if (await KillSwitch.IsOnAsync(connection, claim.Row.CaseId, cancellationToken)
                || !await OutboxStore.IsStillMineAsync(connection, claim.Row.Id, sender.Owner, cancellationToken))
            {
                await dialogue.AbortAsync(cancellationToken);
                return new(SendOutcome.Withheld, "stopped by the kill switch before DATA");
            }

            return await dialogue.TransmitAsync(cancellationToken);
        }
    }

    /// <summary>Transaction two.</summary>
    private async Task<Step> StoreAsync(Claim claim, SendResult result, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (state, step) = result.Outcome switch
        {
            SendOutcome.Accepted => ("sent", Step.Sent),
            SendOutcome.RejectedPermanent => ("rejected", Step.Rejected),
            SendOutcome.Unknown => ("unknown", Step.Unknown),
            SendOutcome.Withheld => ("pending", Step.Retry),
            SendOutcome.RejectedTransient or SendOutcome.NotSent when claim.Row.Attempts + 1 >= MostAttempts => ("rejected", Step.Rejected),
            SendOutcome.RejectedTransient or SendOutcome.NotSent => ("pending", Step.Retry),
        };
        var retryAt = step == Step.Retry && result.Outcome != SendOutcome.Withheld ? now + TimeSpan.FromMinutes(Math.Pow(2, claim.Row.Attempts) * 5) : (DateTimeOffset?)null;
        if (await OutboxStore.FinishAsync(connection, claim.Row.Id, sender.Owner, state, result.Response, now, retryAt, cancellationToken) == 1)
        {
            await sentMail.StoreAsync(connection, claim, step switch
            {
                Step.Sent => SentMail.Fate.Sent,
                Step.Rejected => SentMail.Fate.Rejected,
                Step.Unknown => SentMail.Fate.Unknown,
                Step.Retry or Step.Refused => SentMail.Fate.Waiting,
            }, result.Response, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return step;
    }

    /// <summary>Rows whose sender died while sending: nobody knows, so a person decides.</summary>
    private async Task<int> AdoptOrphansAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var orphans = await OutboxStore.OrphansAsync(connection, cancellationToken);
        foreach (var orphan in orphans)
        {
            await OutboxStore.MarkUnknownAsync(connection, orphan.Id, "the sending process ended before it stored a result", cancellationToken);
            await SentMail.AskAboutUnknownAsync(connection, orphan.CaseId, orphan.TouchId, orphan.Id, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return orphans.Count;
    }
}
