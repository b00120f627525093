using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>The row of <c>imports</c>: which file, by which mapping, with what result.</summary>
public static class ImportRecord
{
    private const string Begin =
        """
        insert into imports (entity_id, file_name, sha256, preset, rows, accepted, rejected, duplicates, at)
        values ($1, $2, $3, $4, 0, 0, 0, 0, $5) returning id
        """;

    private const string Finish =
        """
        with done as (update imports set rows = $2, accepted = $3, rejected = $4, duplicates = $5 where id = $1 returning entity_id, at)
        update entities e set ledger_as_of = done.at from done where e.id = done.entity_id
        """;

    private const string FinishPayments =
        "update imports set rows = $2, accepted = $3, rejected = $4, duplicates = $5 where id = $1";

    /// <summary>Writes the counts of a file that holds nothing but payments: it says nothing about the age of the ledger.</summary>
    public static Task FinishPaymentsAsync(
        NpgsqlConnection connection, long importId, long rows, long accepted, long rejected, long duplicates, CancellationToken cancellationToken) =>
        LedgerMerge.RunAsync(connection, FinishPayments, cancellationToken, importId, rows, accepted, rejected, duplicates);

    /// <summary>Takes the import lock of the entity and opens the row; both end with the transaction.</summary>
    public static async Task<long> BeginAsync(
        NpgsqlConnection connection, string entityId, string fileName, string sha256, string preset, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await LedgerMerge.RunAsync(connection, "select pg_advisory_xact_lock(hashtextextended('import:' || $1, 0))", cancellationToken, entityId);
        await using var command = LedgerMerge.Command(connection, Begin, entityId, fileName, sha256, preset, at.UtcDateTime);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Writes the counts and the day the entity's ledger is known as of.</summary>
    public static Task FinishAsync(
        NpgsqlConnection connection, long importId, long rows, long accepted, long rejected, long duplicates, CancellationToken cancellationToken) =>
        LedgerMerge.RunAsync(connection, Finish, cancellationToken, importId, rows, accepted, rejected, duplicates);
}
