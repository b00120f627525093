using Dunning.Postgres;
using Npgsql;

namespace Dunning.Simulator.Demo;

/// <summary>
/// One segment sends friendly reminders and documents by itself after a veto window, one is only watched, and for
/// everything else a person decides.
/// </summary>
internal static class Autonomy
{
    private const string Insert =
        """
        insert into autonomy_levels (scope, scope_id, action, level, set_by, reason, at)
        select scope, scope_id, action, level, 'demo', 'set up by the demo', $1 from (values
          ('global', '*', '*', 'auto_veto'),
          ('entity', 'gb01', '*', 'auto_veto'), ('entity', 'de01', '*', 'auto_veto'), ('entity', 'us01', '*', 'auto_veto'),
          ('segment', 'routine', 'reminder_friendly', 'auto_veto'), ('segment', 'routine', 'document_answer', 'auto_veto'),
          ('segment', 'pilot', '*', 'monitor')) as v (scope, scope_id, action, level)
        """;

    public static async Task GrantAsync(NpgsqlDataSource source, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Insert, connection) { Parameters = { new() { Value = at.UtcDateTime } } })
            await command.ExecuteNonQueryAsync(cancellationToken);
        await connection.AppendAsync(new("autonomy_set", "demo", null, null, null, "the demo's autonomy levels were set up"), at, cancellationToken);
    }
}
