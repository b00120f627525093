using System.Runtime.CompilerServices;
using Dunning.Core;
using Dunning.Postgres.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Flows.Ledger;

/// <summary>Streams the rows of a ledger file into the staging table; bad rows are set aside.</summary>
internal static class StageRows
{
    public static async Task<StagedCounts> CopyAsync(
        NpgsqlConnection connection, ILedgerFile file, List<RowError> errors, CancellationToken cancellationToken)
    {
        await using var copy = await LedgerStaging.BeginAsync(connection, cancellationToken);
        long rows = 0, repeats = 0, payments = 0;
        await foreach (var row in file.ReadAsync(cancellationToken))
        {
            rows++;
            if (row.Repeats) repeats++;
            if (row.Record is { } record) await WriteAsync(copy, row.Line, record, cancellationToken);
            else if (row.Payment is not null) payments++;
            else errors.Add(row.Error ?? new(row.Line, "", "", "the row holds neither a record nor an error"));
        }

        await copy.CompleteAsync(cancellationToken);
        return new(rows, repeats, payments);
    }

    /// <summary>The payments of a file, read once more: they go into a table of their own.</summary>
    public static async IAsyncEnumerable<StagedPayment> PaymentsAsync(ILedgerFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in file.ReadAsync(cancellationToken))
            if (row.Payment is { } payment) yield return payment;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, long line, LedgerRecord row, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(line, NpgsqlDbType.Bigint, cancellationToken);
        foreach (var text in new[] { row.SourceKey, row.Kind, row.Number, row.CustomerNumber, row.CustomerName, row.Language, row.Country, row.TimeZone })
            await copy.WriteOrNullAsync(text, cancellationToken);
        await copy.WriteAsync(Wire.Name(row.DebtorKind), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(row.Segment, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(Wire.Name(row.Exclusion), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteOrNullAsync(row.ContactName, cancellationToken);
        await copy.WriteOrNullAsync(row.ContactEmail, cancellationToken);
        await copy.WriteOrNullAsync(row.Issued, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(row.Currency, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(row.Amount, NpgsqlDbType.Numeric, cancellationToken);
        await copy.WriteAsync(row.Instalments.Select(part => part.Due).ToArray(), NpgsqlDbType.Date | NpgsqlDbType.Array, cancellationToken);
        await copy.WriteAsync(row.Instalments.Select(part => part.Amount).ToArray(), NpgsqlDbType.Numeric | NpgsqlDbType.Array, cancellationToken);
        await copy.WriteOrNullAsync(row.PaidOn, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteOrNullAsync(row.PaidAmount, NpgsqlDbType.Numeric, cancellationToken);
        await copy.WriteAsync(Wire.Name(row.Status), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(row.DunningLevel, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteOrNullAsync(row.LastContact, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteOrNullAsync(row.Reference, cancellationToken);
        await copy.WriteOrNullAsync(row.ParentNumber, cancellationToken);
        await copy.WriteOrNullAsync(row.CollectOn, NpgsqlDbType.Date, cancellationToken);
    }
}

/// <summary>How many rows were read, and how many of them repeat an earlier one but are kept.</summary>
/// <param name="Payments">Of them, rows that tell of a payment.</param>
internal sealed record StagedCounts(long Rows, long Repeats, long Payments);
