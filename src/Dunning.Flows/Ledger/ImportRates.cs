using System.Diagnostics;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Ledger;

/// <summary>Result of an import of exchange rates; the keys it shares with <see cref="ImportReport"/> mean the same.</summary>
/// <param name="Rows">Data rows of the file.</param>
/// <param name="Accepted">Rows that are stored now, repetitions included.</param>
/// <param name="Duplicates">Rows that say nothing an earlier row of the file did not say.</param>
/// <param name="Rates">Rates in the accepted rows, each once.</param>
/// <param name="New">Of these, not known before.</param>
/// <param name="Changed">Of these, known with another value.</param>
public sealed record RateImportReport(
    long Rows, long Accepted, long Rejected, long Duplicates, long Rates, IReadOnlyList<string> Currencies, DateOnly? First, DateOnly? Last,
    double Seconds, bool DryRun, long New, long Changed, IReadOnlyList<RowError> Errors);

/// <summary>Brings a file of dated exchange rates into the database: one pass, one transaction, a fixed number of statements.</summary>
public sealed class ImportRates(NpgsqlDataSource source, InstallationClock clock)
{
    /// <summary>Imports the file; a dry run does everything and then rolls back.</summary>
    public async Task<RateImportReport> RunAsync(IRateFile file, ImportSource from, bool dryRun, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var at = await clock.RefreshAsync(cancellationToken);
        List<RowError> errors = [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        var rows = await StageAsync(connection, file, LatestDay(at), errors, cancellationToken);
        foreach (var bad in await FxRateRows.TakeOutContradictionsAsync(connection, cancellationToken))
            errors.Add(new(bad.Line, bad.Currency, $"{bad.Rate:G29}", $"the rate of the same day stands on line {bad.FirstLine} with another value"));
        var duplicates = await FxRateRows.TakeOutRepeatsAsync(connection, cancellationToken);
        var stored = await FxRateRows.MergeAsync(connection, from.FileName, at, cancellationToken);
        await connection.AppendAsync(
            new(
                "rates_imported", "agent", null, null, null, $"Exchange rates imported: {stored.New} new, {stored.Changed} changed, {errors.Count} rows rejected.",
                new { sha256 = from.Sha256, mapping = from.Mapping, rows, rejected = errors.Count, rates = stored.Rates, first = stored.First, last = stored.Last }),
            at, cancellationToken);

        if (dryRun) await transaction.RollbackAsync(cancellationToken);
        else await transaction.CommitAsync(cancellationToken);
        return new(
            rows, rows - errors.Count, errors.Count, duplicates, stored.Rates, stored.Currencies, stored.First, stored.Last, Math.Round(watch.Elapsed.TotalSeconds, 3),
            dryRun, stored.New, stored.Changed, [.. errors.OrderBy(error => error.Line)]);
    }

    private static async Task<long> StageAsync(
        NpgsqlConnection connection, IRateFile file, DateOnly latest, List<RowError> errors, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var copy = await FxRateRows.BeginAsync(connection, cancellationToken);
        await foreach (var row in file.ReadAsync(cancellationToken))
        {
            rows++;
            if (row.Error is { } error) errors.Add(error);
            else if (row.Rates.FirstOrDefault(rate => rate.Day > latest) is { } ahead) errors.Add(new(row.Line, "date", $"{ahead.Day:yyyy-MM-dd}", "lies in the future"));
            else foreach (var rate in row.Rates) await FxRateRows.WriteAsync(copy, row.Line, rate, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
        return rows;
    }

    // It is tomorrow already somewhere.
    private static DateOnly LatestDay(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).AddDays(1);
}
