using Npgsql;

namespace Dunning.Flows.Auditing;

/// <summary>
/// Chains the journal by hash, asynchronously: one seal covers every row written by transactions that have ended.
/// One sealer at a time works (advisory lock).
/// </summary>
public sealed class SealJournal(NpgsqlDataSource source, TimeProvider clock)
{
    private const string TryLock = "select pg_try_advisory_xact_lock(x'44554e53'::bigint)";

    private const string Last = "select number, to_txid::text, hash from journal_seals order by number desc limit 1";

    private const string Horizon = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private const string Insert =
        """
        insert into journal_seals (number, from_txid, to_txid, last_seq, rows, previous, hash, sealed_at)
        values ($1, $2::text::xid8, $3::text::xid8, $4, $5, $6, $7, $8)
        """;

    /// <summary>Seals what is ready and returns the number of rows sealed.</summary>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await ScalarAsync<bool>(connection, TryLock, cancellationToken)) return 0;

        var (number, from, previous) = await LastSealAsync(connection, cancellationToken);
        var to = await ScalarAsync<string>(connection, Horizon, cancellationToken);
        var chain = await JournalChain.HashAsync(connection, from, to, previous, cancellationToken);
        if (chain.Rows == 0) return 0;

        await using (var insert = new NpgsqlCommand(Insert, connection))
        {
            foreach (var value in new object[] { number + 1, from, to, chain.LastSeq, chain.Rows, previous, chain.Hash, clock.GetUtcNow().UtcDateTime })
            {
                insert.Parameters.Add(new() { Value = value });
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return chain.Rows;
    }

    private static async Task<(long Number, string From, string Previous)> LastSealAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Last, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetString(1), reader.GetString(2))
            : (0, "0", JournalChain.Genesis);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
