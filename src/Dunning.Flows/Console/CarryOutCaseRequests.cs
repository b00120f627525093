using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Deciding;
using Dunning.Flows.Ledger;
using Dunning.Flows.Sending;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;
using System.Text.Json;

namespace Dunning.Flows.Console;

/// <summary>How a run over the requests about cases went.</summary>
public sealed record CaseRequestCounts(int CarriedOut, int Refused);

/// <summary>Carries out what people asked for about cases: each request is one decision in one transaction.</summary>
public sealed class CarryOutCaseRequests(NpgsqlDataSource source, CaseDecisions decisions, TimeProvider clock)
{
    private const string ClaimNext =
        "select id, case_id, kind, data::text, actor, reason from case_requests where state = 'requested' order by id for update skip locked limit 1";

    private const string Answer =
        "update case_requests set state = @state, answer = @answer, answered_at = @now where id = @id";

    /// <summary>Works until no request is left.</summary>
    public async Task<CaseRequestCounts> RunAsync(CancellationToken cancellationToken)
    {
        var counts = new CaseRequestCounts(0, 0);
        while (await NextAsync(cancellationToken) is { } carriedOut)
        {
            counts = carriedOut ? counts with { CarriedOut = counts.CarriedOut + 1 } : counts with { Refused = counts.Refused + 1 };
        }

        return counts;
    }

    private async Task<bool?> NextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(ClaimNext, cancellationToken: cancellationToken));
        if (row is null) return null;

        var now = clock.GetUtcNow();
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @CaseId for update", row, cancellationToken: cancellationToken));
        var (carriedOut, answer) = await DecideAsync(connection, row, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Answer, new { row.Id, state = carriedOut ? "carried_out" : "refused", answer, now = now.UtcDateTime }, cancellationToken: cancellationToken));
        if (!carriedOut)
        {
            var entry = new JournalEntry("case_request_refused", "agent", row.CaseId, null, null, answer, new { request = row.Id, row.Actor });
            await connection.AppendAsync(entry, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return carriedOut;
    }

    private async Task<(bool CarriedOut, string Answer)> DecideAsync(NpgsqlConnection connection, Row row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CaseRequest request;
        try
        {
            request = CaseRequest.Read(row.Kind, row.Data);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            // A request nobody can read must not stop those behind it.
            return (false, $"the request cannot be read: {malformed.Message}");
        }

        var day = await CreditorDay.OfCaseAsync(connection, row.CaseId, now, cancellationToken);
        var file = await CaseFiles.LoadOneAsync(connection, row.CaseId, day, cancellationToken);
        if (NotedContacts.Objection(request, file) is { } objection) return (false, objection);
        var (happened, refusal) = request.Against(CaseViews.Of(file), row.Actor, row.Reason, decisions.PolicyFor(file, day), day);
        if (happened is null) return (false, refusal!);
        var decision = await decisions.ApplyAsync(connection, file, happened, day, now, row.Actor, null, null, cancellationToken);
        if (happened is CaseEvent.PersonResumed) await TouchStore.ReviveAsync(connection, row.CaseId, $"handed back by {row.Actor}", now, cancellationToken);
        return (true, decision.Why);
    }

    private sealed record Row(long Id, long CaseId, string Kind, string Data, string Actor, string Reason);
}
