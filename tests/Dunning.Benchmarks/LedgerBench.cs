using System.Diagnostics;
using Dunning.Connectors.Files;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Benchmarks;

/// <summary>
/// Import of generated ledgers. The reference is a plain COPY of the same bytes into a table without indexes.
/// </summary>
internal static class LedgerBench
{
    public static async Task RunAsync(string owner, int[] sizes, CancellationToken cancellationToken)
    {
        double importBase = 0;
        foreach (var size in sizes)
        {
            var path = await GeneratedLedger.WriteAsync(size);
            await using var database = await BenchDatabase.CreateAsync(owner, cancellationToken);
            try
            {
                await database.Source.OpenAndRunAsync("update clock set simulated = '2026-03-02 08:00Z'", cancellationToken);
                var copy = await TimeAsync(() => CopyAsync(database.Source, path, cancellationToken));
                var import = await TimeAsync(() => ImportAsync(database.Source, path, cancellationToken));
                var again = await TimeAsync(() => ImportAsync(database.Source, path, cancellationToken));
                if (importBase == 0) importBase = import / size;
                Say("import", size, import, copy, "raw COPY", import / size / importBase);
                Say("import again", size, again, copy, "raw COPY", again / size / importBase);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static void Say(string name, int size, double seconds, double reference, string referenceName, double perInvoice)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{name,-13} {size,9:N0} invoices {size / seconds,10:N0} rows/s {seconds,8:0.00} s  {seconds / reference,6:0.0} x {referenceName,-10}"
            + $"  cost per invoice {perInvoice,5:0.00} x smallest  peak {process.PeakWorkingSet64 / 1_048_576,5} MB");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static Task ImportAsync(NpgsqlDataSource source, string path, CancellationToken cancellationToken) =>
        new ImportLedger(source, new InstallationClock(source)).RunAsync(
            new MappedLedgerFile(path, MappingFiles.Load("generic"), null), new("bench.csv", "bench", "generic"), false, cancellationToken);

    private static async Task CopyAsync(NpgsqlDataSource source, string path, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var columns = string.Join(", ", GeneratedLedger.Header.Split(',').Select(column => $"{column} text"));
        await connection.ExecuteAsync($"create table raw_copy ({columns})", cancellationToken);
        await using (var copy = await connection.BeginTextImportAsync("copy raw_copy from stdin (format csv, header)", cancellationToken))
        {
            using var file = new StreamReader(path);
            var buffer = new char[64 * 1024];
            for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;) await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await connection.ExecuteAsync("drop table raw_copy", cancellationToken);
    }

    private static async Task OpenAndRunAsync(this NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(sql, cancellationToken);
    }
}
