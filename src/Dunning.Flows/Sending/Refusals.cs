using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Deciding;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>What happens when the gate refuses at the last moment.</summary>
internal static class Refusals
{
    /// <summary>
    /// Only the window is closed: wait for it. The account changed, or a new day made its ages wrong: the approval is
    /// void and the touch is drafted anew. Anything else: a person.
    /// </summary>
    public static async Task StoreAsync(
        NpgsqlConnection connection, OutboxRow row, Touch touch, CaseFile file, DraftRow draft, GateVerdict verdict, DateOnly today, DateTimeOffset now, PolicySet policies,
        CancellationToken cancellationToken)
    {
        var why = string.Join("; ", verdict.Findings.Where(finding => finding.Severity != Verdict.Pass).Select(finding => $"{finding.Rule} {finding.Evidence}"));
        var rules = verdict.Findings.Where(finding => finding.Severity != Verdict.Pass).Select(finding => finding.Rule).Distinct().ToArray();
        await connection.AppendAsync(
            new("send_refused", "agent", row.CaseId, row.TouchId, null, $"the gate refused at sending: {string.Join(", ", rules)}", new { rules, draft = draft.Id }), now, cancellationToken);

        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.Customer.TimeZone);
        var policy = policies.For(file, today);
        var calendar = policy.CalendarFor(file.Customer.Country);
        if (rules is ["G32"] && !policy.Window.IsOpen(now, zone, calendar))
        {
            await PostponeAsync(connection, row.Id, policy.Window.NextOpening(now, touch.PlannedFor, zone, calendar), cancellationToken);
            return;
        }

        await OutboxStore.CancelAsync(connection, row.Id, why, cancellationToken);
        if (draft.Origin == "clauses" && (rules.Contains("G34") || Json.Read<FactSet>(draft.Facts).Today != today))
        {
            await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Approved, TouchStates.Scheduled], TouchStates.Planned, "the account changed: drafted anew", now, cancellationToken);
            return;
        }

        await DraftStore.SetVerdictAsync(connection, draft.Id, Core.Wire.Name(verdict.Verdict), Json.Write(verdict.Findings), verdict.CatalogVersion, cancellationToken);
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Approved, TouchStates.Scheduled], TouchStates.InQueue, why, now, cancellationToken);
    }

    /// <summary>An automatic message that is not what approved clauses say: a withdrawn clause is written anew, anything else a person looks at.</summary>
    public static async Task UnprovenAsync(
        NpgsqlConnection connection, OutboxRow row, Touch touch, ClauseProof proof, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (state, why) = proof switch
        {
            ClauseProof.Outdated outdated => (TouchStates.Planned, $"{outdated.Why}: drafted anew"),
            ClauseProof.Broken broken => (TouchStates.InQueue, $"{broken.Why}: a person decides"),
            _ => throw new System.Diagnostics.UnreachableException($"Nothing to refuse: {proof.GetType().Name}."),
        };
        await OutboxStore.CancelAsync(connection, row.Id, why, cancellationToken);
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Approved, TouchStates.Scheduled], state, why, now, cancellationToken);
        await connection.AppendAsync(new("send_refused", "agent", row.CaseId, row.TouchId, null, why, new { draft = row.DraftId }), now, cancellationToken);
    }

    /// <summary>The document store no longer holds what the draft attached.</summary>
    public static async Task MissingAttachmentAsync(
        NpgsqlConnection connection, OutboxRow row, Touch touch, CaseFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Why = "An attachment changed or is gone from the document store.";
        await OutboxStore.CancelAsync(connection, row.Id, Why, cancellationToken);
        await TaskStore.AddAsync(connection, new(row.CaseId, null, touch.Id, "missing_document", $"attachment: {file.Customer.Name}", Why, $"attachment:{touch.Id}:{row.Attempts}"), now, cancellationToken);
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Approved, TouchStates.Scheduled], TouchStates.WithPerson, Why, now, cancellationToken);
        await connection.AppendAsync(new("send_refused", "agent", row.CaseId, row.TouchId, null, Why), now, cancellationToken);
    }

    private static async Task PostponeAsync(NpgsqlConnection connection, long id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update outbox set not_before = $2 where id = $1", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = until.UtcDateTime } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
