using Dapper;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Flows.Timing;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>How a run over the requests of the console went.</summary>
public sealed record ApprovalCounts(int Approved, int Rejected, int Refused);

/// <summary>
/// Carries out what people asked for in the console. An approval is bound to content and facts; the gate looks again
/// before the message enters the outbox, and once more when it is sent.
/// </summary>
public sealed class CarryOutApprovals(
    NpgsqlDataSource source, SendFactsReader gateFacts, FactSets factSets, CaseDecisions decisions, MessageIds messageIds, PolicySet policies, TimeProvider clock)
{
    private const string ClaimNext =
        """
        select id, draft_id, content_hash, facts_version, actor, decision, reason, expires_at
        from approvals where state = 'requested' order by id for update skip locked limit 1
        """;

    /// <summary>Works until no request is left.</summary>
    public async Task<ApprovalCounts> RunAsync(CancellationToken cancellationToken)
    {
        var counts = new ApprovalCounts(0, 0, 0);
        while (await NextAsync(cancellationToken) is { } state)
        {
            counts = state switch
            {
                Answer.Approved => counts with { Approved = counts.Approved + 1 },
                Answer.Rejected => counts with { Rejected = counts.Rejected + 1 },
                Answer.Refused => counts with { Refused = counts.Refused + 1 },
            };
        }

        return counts;
    }

    private enum Answer { Approved, Rejected, Refused }

    private async Task<Answer?> NextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var request = await connection.QuerySingleOrDefaultAsync<Request>(new CommandDefinition(ClaimNext, cancellationToken: cancellationToken));
        if (request is null) return null;

        var now = clock.GetUtcNow();
        var draft = await DraftStore.GetAsync(connection, request.DraftId, cancellationToken);
        var touchRow = await connection.QuerySingleAsync<TouchRow>(new CommandDefinition(
            "select id, case_id, cause, purpose, stage, planned_for, in_reply_to_message, state from touches where id = @id for update", new { id = draft.TouchId }, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @id for update", new { id = touchRow.CaseId }, cancellationToken: cancellationToken));
        var day = await CreditorDay.OfCaseAsync(connection, touchRow.CaseId, now, cancellationToken);
        var file = await CaseFiles.LoadOneAsync(connection, touchRow.CaseId, day, cancellationToken);
        file = file.SignedBy(policies.For(file, day));
        var answer = await AnswerAsync(connection, request, draft, touchRow, file, day, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task<Answer> AnswerAsync(
        NpgsqlConnection connection, Request request, DraftRow draft, TouchRow touchRow, CaseFile file, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = await DraftStore.LatestAsync(connection, draft.TouchId, cancellationToken);
        if (touchRow.State != TouchStates.InQueue) return await RefuseAsync(connection, request, touchRow, $"the message is no longer waiting ({touchRow.State.Replace('_', ' ')})", now, cancellationToken);
        if (latest?.Id != draft.Id) return await RefuseAsync(connection, request, touchRow, "there is a newer version of the draft", now, cancellationToken);
        if (request.ExpiresAt <= now.UtcDateTime) return await RefuseAsync(connection, request, touchRow, "the approval has expired", now, cancellationToken);
        if (request.Decision == "reject") return await RejectAsync(connection, request, touchRow, file, day, now, cancellationToken);

        var touch = touchRow.ToTouch();
        var mail = Candidates.Of(draft, touch, null, null, []);
        if (mail.ContentHash() != request.ContentHash) return await RefuseAsync(connection, request, touchRow, "the approval is for other content", now, cancellationToken);
        var policy = policies.For(file, day);
        var facts = factSets.Again(file, touch, SendingTime.DayOf(policy, touch, file, now), draft.Language, mail.Attachments);
        if (WroteItThemselves(request, draft) && NeedsSecondPerson(policy, file, facts, day))
            return await RefuseAsync(connection, request, touchRow, $"{request.Actor} wrote this text; above the limit for {file.Ledger.Key.Currency} another person approves it", now, cancellationToken);
        var grant = await AutonomyStore.GrantAsync(connection, file.Entity.Id, file.Customer.Segment, file.Customer.Id, AutonomyLadder.ActionOf(touch.Purpose, touch.Stage), cancellationToken);
        var gate = new GateRequest(file, touch, facts, draft.FactsVersion, false, grant, request.Id, draft.Subject, draft.Body, mail.Attachments, now, null);
        var verdict = SendGate.Check(GatePoint.OnApproval, mail.LaidOut(file, facts), await gateFacts.ReadAsync(connection, gate, cancellationToken));
        await DraftStore.SetVerdictAsync(connection, draft.Id, Wire.Name(verdict.Verdict), Json.Write(verdict.Findings), verdict.CatalogVersion, cancellationToken);
        if (verdict.Verdict != Verdict.Pass) return await ObjectAsync(connection, request, draft, touchRow, verdict, facts.Today, now, cancellationToken);

        var time = await SendingTime.OfAsync(connection, policy, touch, file, now, new(request.ExpiresAt, TimeSpan.Zero), cancellationToken);
        await OutboxStore.InsertAsync(connection, touch.Id, draft.Id, request.Id, false, messageIds.Make(touch.Id, Candidates.DomainOf(file.Entity.FromAddress)), time.NotBefore, cancellationToken);
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.InQueue], TouchStates.Approved, $"approved by {request.Actor}", now, cancellationToken);
        await AnswerAsync(connection, request.Id, "carried_out", time.Why is { } chosen ? $"approved and queued for sending; {chosen}" : "approved and queued for sending", cancellationToken);
        await connection.AppendAsync(
            new("approved", request.Actor, file.Case.Id, touch.Id, null, request.Reason ?? "approved", new { approval = request.Id, draft = draft.Id, content = request.ContentHash, facts = facts.Version, catalog = verdict.CatalogVersion }),
            now, cancellationToken);
        return Answer.Approved;
    }

    private async Task<Answer> RejectAsync(NpgsqlConnection connection, Request request, TouchRow touch, CaseFile file, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.InQueue], TouchStates.Rejected, request.Reason, now, cancellationToken);
        var rejected = new CaseEvent.PersonRejectedTouch(request.Actor, touch.ToTouch(), request.Reason ?? "");
        await decisions.ApplyAsync(connection, file, rejected, day, now, request.Actor, null, touch.Id, cancellationToken);
        await AnswerAsync(connection, request.Id, "carried_out", "rejected", cancellationToken);
        return Answer.Rejected;
    }

    /// <summary>The gate objects: a stale draft of ours is written anew, everything else stays in the queue with the findings.</summary>
    private static async Task<Answer> ObjectAsync(
        NpgsqlConnection connection, Request request, DraftRow draft, TouchRow touch, GateVerdict verdict, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = verdict.Findings.Where(finding => finding.Severity != Verdict.Pass).ToList();
        var stale = draft.Origin != Wire.Name(DraftOrigin.Person) && (rules.Any(finding => finding.Rule == "G34") || Json.Read<Core.Correspondence.FactSet>(draft.Facts).Today != today);
        if (stale) await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.InQueue], TouchStates.Planned, "the account changed: drafted anew", now, cancellationToken);
        var why = (stale ? "The account changed since the draft was written; a new draft is being made. " : "") + string.Join("; ", rules.Select(finding => $"{finding.Rule}: {finding.Evidence}"));
        return await RefuseAsync(connection, request, touch, why, now, cancellationToken);
    }

    private static async Task<Answer> RefuseAsync(NpgsqlConnection connection, Request request, TouchRow touch, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AnswerAsync(connection, request.Id, "refused", why, cancellationToken);
        await connection.AppendAsync(new("approval_refused", "agent", touch.CaseId, touch.Id, null, "the request could not be carried out", new { approval = request.Id, request.Actor }), now, cancellationToken);
        return Answer.Refused;
    }

    private static Task<int> AnswerAsync(NpgsqlConnection connection, long id, string state, string answer, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("update approvals set state = @state, answer = @answer where id = @id", new { id, state, answer }, cancellationToken: cancellationToken));

    private static bool WroteItThemselves(Request request, DraftRow draft) =>
        draft.Origin == Wire.Name(DraftOrigin.Person) && string.Equals(draft.Author.Trim(), request.Actor.Trim(), StringComparison.OrdinalIgnoreCase);

    // An answer asks for nothing, and yet speaks for an account of this size.
    private static bool NeedsSecondPerson(Policy policy, CaseFile file, Core.Correspondence.FactSet facts, DateOnly day) =>
        policy.Agreements.NeedsSecondPerson(
            Math.Max(facts.AmountDue.Amount, file.Ledger.Items.Where(item => item.IsOverdue(day)).Sum(item => item.Residual)), file.Ledger.Key.Currency);

    private sealed record Request
    {
        public long Id { get; init; }
        public long DraftId { get; init; }
        public required string ContentHash { get; init; }
        public required string FactsVersion { get; init; }
        public required string Actor { get; init; }
        public required string Decision { get; init; }
        public string? Reason { get; init; }
        public DateTime ExpiresAt { get; init; }
    }
}
