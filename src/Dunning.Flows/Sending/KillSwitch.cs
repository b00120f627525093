using System.Globalization;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>
/// The kill switch. Every transmission holds the send lock, shared, from its last look at the switch to the end of
/// DATA; switching on commits first and then waits for the lock alone, so that after it returns no DATA can start.
/// </summary>
public sealed class KillSwitch(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>Advisory lock key of the send lock.</summary>
    internal const long SendLock = 0x44554e4e_53454e44;

    private const string Upsert =
        """
        insert into kill_switches (scope, is_on, reason, actor, at) values ($1, $2, $3, $4, $5)
        on conflict (scope) do update set is_on = excluded.is_on, reason = excluded.reason, actor = excluded.actor, at = excluded.at
        """;

    private const string IsOn =
        """
        select exists (select from kill_switches k where k.is_on and (k.scope = 'all' or k.scope = 'case:' || c.id or k.scope = 'segment:' || u.segment))
        from cases c join customers u on u.id = c.customer_id where c.id = $1
        """;

    /// <summary>Checks a scope as written: <c>all</c>, <c>segment:S</c> or <c>case:C</c>; null when it is none of these.</summary>
    public static string? ParseScope(string text) =>
        text == "all" || (text.StartsWith("segment:", StringComparison.Ordinal) && text.Length > 8)
        || (text.StartsWith("case:", StringComparison.Ordinal) && long.TryParse(text.AsSpan(5), CultureInfo.InvariantCulture, out _)) ? text : null;

    /// <summary>Switches a scope on or off. On returns only when no transmission can start any more.</summary>
    public async Task SetAsync(string scope, bool on, string reason, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await using var upsert = new NpgsqlCommand(Upsert, connection);
            foreach (var value in new object[] { scope, on, reason, actor, clock.GetUtcNow().UtcDateTime }) upsert.Parameters.Add(new() { Value = value });
            await upsert.ExecuteNonQueryAsync(cancellationToken);
            var kind = on ? "kill_on" : "kill_off";
            await connection.AppendAsync(new(kind, actor, null, null, null, reason, new { scope }), clock.GetUtcNow(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        if (!on) return;
        await connection.ExecuteAsync($"select pg_advisory_lock({SendLock}); select pg_advisory_unlock({SendLock})", cancellationToken);
    }

    /// <summary>Whether anything of this case may not be sent, read on the given connection.</summary>
    internal static async Task<bool> IsOnAsync(NpgsqlConnection connection, long caseId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(IsOn, connection) { Parameters = { new() { Value = caseId } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not false;
    }
}
