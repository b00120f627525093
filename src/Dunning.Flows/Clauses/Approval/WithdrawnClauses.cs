using Dapper;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>Messages written with a clause that is approved no longer.</summary>
internal static class WithdrawnClauses
{
    // Messages a person edited or a model worded name no clauses; what is approved or scheduled is looked at when it is sent.
    private const string Redraft =
        """
        update touches t set state = @planned, state_reason = 'a clause it was written with is no longer approved: drafted anew', updated_at = @now
        from (select distinct on (d.touch_id) d.touch_id, d.clause_hashes from drafts d join touches q on q.id = d.touch_id where q.state = @waiting order by d.touch_id, d.version desc) d
        where t.id = d.touch_id and t.state = @waiting
          and not exists (select from approvals a join drafts v on v.id = a.draft_id where v.touch_id = t.id and a.state = 'requested')
          and exists (select from unnest(d.clause_hashes) hash where not clause_approved(hash))
        """;

    /// <summary>Brings back to planning what waits in the queue with such a clause.</summary>
    public static Task<int> RedraftAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Redraft, new { planned = TouchStates.Planned, waiting = TouchStates.InQueue, now = now.UtcDateTime }, cancellationToken: cancellationToken));
}
