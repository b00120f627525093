using Dapper;
using Dunning.Flows.Console;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>What an administrator does about a learned candidate. Accepting one is a proposal like any other (<see cref="ClauseProposals"/>).</summary>
public sealed class ClauseCandidates(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Insert =
        """
        insert into clause_candidate_decisions (key, language, clause_id, wording, decision, actor, reason, at)
        select key, language, clause_id, wording, @decision, @actor, @reason, @at from clause_candidates where key = @key
        on conflict (key) do nothing
        """;

    /// <summary>Rejects a candidate; nothing like it is offered again.</summary>
    public async Task<RequestOutcome> RejectAsync(string key, string reason, string actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new RequestOutcome.Refused("Please give a reason; it is kept with the decision.");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var at = clock.GetUtcNow().UtcDateTime;
        if (await DecideAsync(connection, key, "rejected", reason.Trim(), actor, at, cancellationToken) == 0) return new RequestOutcome.Refused("The candidate is gone, or was decided already.");
        await connection.AppendAsync(new("clause_candidate_rejected", actor, null, null, null, $"{actor}: {reason.Trim()}", new { candidate = key }), new DateTimeOffset(at), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RequestOutcome.Stored(0, false);
    }

    /// <summary>Keeps what became of a candidate.</summary>
    internal static Task<int> DecideAsync(NpgsqlConnection connection, string key, string decision, string reason, string actor, DateTime at, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Insert, new { key, decision, reason, actor, at }, cancellationToken: cancellationToken));
}
