using Dapper;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Npgsql;

namespace Dunning.Postgres.Cases;

/// <summary>What is configured for one action: the effective level and the lowest amount cap.</summary>
public sealed record AutonomyGrant(AutonomyLevel Effective, decimal? AmountCap);

/// <summary>Autonomy levels as admins set them. Rows for action <c>*</c> stand for all actions of their scope.</summary>
public static class AutonomyStore
{
    private const string Select =
        """
        select distinct on (a.scope) a.scope, a.level, a.amount_cap
        from autonomy_levels a
        where a.action in (@action, '*') and ((a.scope = 'global' and a.scope_id = '*') or (a.scope = 'entity' and a.scope_id = @entityId)
          or (a.scope = 'segment' and a.scope_id = @segment) or (a.scope = 'account' and a.scope_id = @account))
        order by a.scope, (a.action = '*')
        """;

    /// <summary>
    /// The effective grant. Global, entity and segment each count as suggest when nothing is set; an account's own row
    /// can only lower the result.
    /// </summary>
    public static async Task<AutonomyGrant> GrantAsync(
        NpgsqlConnection connection, string entityId, string segment, long customerId, AgentAction action, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            Select, new { action = Wire.Name(action), entityId, segment, account = customerId.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            cancellationToken: cancellationToken))).ToDictionary(row => row.Scope);
        AutonomyLevel? LevelOf(string scope) => rows.TryGetValue(scope, out var row) ? Wire.Parse<AutonomyLevel>(row.Level) : null;

        List<AutonomyLevel?> configured = [LevelOf("global"), LevelOf("entity"), LevelOf("segment")];
        if (rows.ContainsKey("account")) configured.Add(LevelOf("account"));
        var caps = rows.Values.Where(row => row.AmountCap is not null).Select(row => row.AmountCap).ToList();
        return new(AutonomyLadder.Effective(configured), caps.Count > 0 ? caps.Min() : null);
    }

    private sealed record Row(string Scope, string Level, decimal? AmountCap);
}
