using Npgsql;

namespace Dunning.Flows.Auditing;

/// <summary>What the verification found.</summary>
/// <param name="UnsealedRows">Rows after the last seal; they are not protected yet.</param>
/// <param name="Head">The last hash. Kept outside, it proves later that nothing was cut off the end.</param>
/// <param name="FirstBroken">The first seal whose rows no longer give its hash; null when all do.</param>
public sealed record JournalVerification(bool Ok, long Seals, long Rows, long UnsealedRows, string Head, long? FirstBroken, string Explanation);

/// <summary>Recomputes the hash chain of the journal.</summary>
public sealed class VerifyJournal(NpgsqlDataSource source)
{
    private const string Seals =
        "select number, from_txid::text, to_txid::text, rows, previous, hash from journal_seals where number >= $1 order by number";

    private const string Tail =
        "select count(*) from journal where txid >= coalesce((select max(to_txid::text::numeric) from journal_seals), 0)::text::xid8";

    /// <summary>Verifies all seals, or those from a number on.</summary>
    public async Task<JournalVerification> RunAsync(long fromSeal, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var seals = await ReadAsync(connection, fromSeal, cancellationToken);
        var tail = await TailAsync(connection, cancellationToken);
        long rows = 0;
        Seal? before = null;
        foreach (var seal in seals)
        {
            var chain = await JournalChain.HashAsync(connection, seal.From, seal.To, seal.Previous, cancellationToken);
            if (Fault(seal, before, fromSeal, chain) is { } fault)
            {
                return new(false, seals.Count, rows, tail, before?.Hash ?? seal.Previous, seal.Number, fault);
            }

            rows += chain.Rows;
            before = seal;
        }

        var head = before?.Hash ?? JournalChain.Genesis;
        return new(true, seals.Count, rows, tail, head, null, $"{seals.Count} seals over {rows} rows hold; {tail} rows are not sealed yet.");
    }

    private static string? Fault(Seal seal, Seal? before, long fromSeal, (long Rows, long LastSeq, string Hash) chain)
    {
        if (before is null && fromSeal <= 1 && (seal.Number != 1 || seal.Previous != JournalChain.Genesis || seal.From != "0"))
            return $"Seal {seal.Number} is not the first seal: seals before it are missing.";
        if (before is not null && seal.Number != before.Number + 1) return $"Seal {before.Number + 1} is missing.";
        if (before is not null && (seal.Previous != before.Hash || seal.From != before.To)) return $"Seal {seal.Number} does not continue seal {before.Number}.";
        if (chain.Rows != seal.Rows) return $"Seal {seal.Number} covered {seal.Rows} rows; {chain.Rows} are there.";
        return chain.Hash == seal.Hash ? null : $"A row under seal {seal.Number} was changed.";
    }

    private static async Task<List<Seal>> ReadAsync(NpgsqlConnection connection, long from, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Seals, connection) { Parameters = { new() { Value = from } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Seal> seals = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            seals.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4), reader.GetString(5)));
        }

        return seals;
    }

    private static async Task<long> TailAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Tail, connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed record Seal(long Number, string From, string To, long Rows, string Previous, string Hash);
}
