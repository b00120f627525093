using System.Diagnostics;
using Dunning.Connectors.Files;
using Dunning.Core.Cadence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Benchmarks;

/// <summary>
/// The planning cycle over real and generated ledgers. Its reference is a plain pass, which reads the open items in
/// order and adds them up, timed before and after the cycle so that a busy machine weighs on both.
/// </summary>
internal static class CycleBench
{
    private static readonly DateOnly GeneratedDay = new(2026, 3, 2);
    private static readonly DateOnly RealDay = new(2020, 2, 15);

    public static async Task RunAsync(string owner, int[] sizes, CancellationToken cancellationToken)
    {
        await RealAsync(owner, cancellationToken);
        List<Figures> runs = [];
        foreach (var size in sizes)
        {
            await using var database = await BenchDatabase.CreateAsync(owner, cancellationToken);
            var filling = Stopwatch.StartNew();
            await LedgerInPlace.FillAsync(database.Source, size, cancellationToken);
            Console.WriteLine($"generated     {size,9:N0} invoices in {filling.Elapsed.TotalSeconds:0} s");
            runs.Add(await MeasureAsync("generated", database.Source, size, GeneratedDay, cancellationToken));
        }

        Compare(runs);
    }

    private static async Task RealAsync(string owner, CancellationToken cancellationToken)
    {
        if (RealLedger.Find() is not { } path)
        {
            Console.WriteLine($"real ledger   skipped: {RealLedger.File} is neither beside the repository (../shared/data) nor under {RealLedger.Variable}");
            return;
        }

        await using var database = await BenchDatabase.CreateAsync(owner, cancellationToken);
        var import = await new ImportLedger(database.Source, new InstallationClock(database.Source)).RunAsync(
            new MappedLedgerFile(path, MappingFiles.Load("highradius"), null), new(RealLedger.File, "bench", "highradius"), false, cancellationToken);
        await MeasureAsync("real", database.Source, (int)import.Accepted, RealDay, cancellationToken);
    }

    private static async Task<Figures> MeasureAsync(string name, NpgsqlDataSource source, int size, DateOnly day, CancellationToken cancellationToken)
    {
        await SetClockAsync(source, day, cancellationToken);
        await PlainPassAsync(source, day, cancellationToken); // the first pass warms the cache for all that follow
        var before = await TimeAsync(() => PlainPassAsync(source, day, cancellationToken));
        var peak = new MemoryPeak();
        CycleReport report = null!;
        using var statements = new StatementCount();
        var first = await TimeAsync(() => peak.WatchAsync(async () => report = await CycleAsync(source, day, cancellationToken)));
        var counted = statements.Value;
        var after = await TimeAsync(() => PlainPassAsync(source, day, cancellationToken));
        var again = await TimeAsync(() => CycleAsync(source, day, cancellationToken));
        var figures = new Figures(size, first, again, Math.Min(before, after), counted, peak.ManagedMegabytes, peak.WorkingSetMegabytes);
        Say(name, "cycle", figures, first, report);
        Say(name, "again", figures, again, report);
        return figures;
    }

    private static void Say(string ledger, string run, Figures figures, double seconds, CycleReport report) => Console.WriteLine(
        $"{ledger,-9} {run} {figures.Invoices,9:N0} invoices, {report.AccountsOverdue,6:N0} accounts {figures.Invoices / seconds,8:N0} rows/s {seconds,7:0.00} s {seconds / figures.PlainPass,5:0.0} x plain pass"
        + $"  {figures.Statements} statements  peak {figures.Managed,4:0} MB managed, {figures.WorkingSet,4:0} MB working set");

    // What grows with the ledger shows in these three: statements, cost per invoice, memory.
    private static void Compare(List<Figures> runs)
    {
        var (smallest, largest) = (runs[0], runs[^1]);
        var (before, scale) = (runs[^2], runs[^1].Invoices / (double)runs[^2].Invoices);
        Console.WriteLine($"statements per cycle: {string.Join(", ", runs.Select(run => run.Statements).Distinct())}");
        Console.WriteLine($"cost per invoice at {largest.Invoices:N0} / at {smallest.Invoices:N0}: first cycle {largest.First / largest.Invoices / (smallest.First / smallest.Invoices):0.00},"
            + $" same day again {largest.Again / largest.Invoices / (smallest.Again / smallest.Invoices):0.00}, plain pass {largest.PlainPass / largest.Invoices / (smallest.PlainPass / smallest.Invoices):0.00} (target 1.2 or less)");
        Console.WriteLine($"memory for {scale:0} times the invoices ({before.Invoices:N0} to {largest.Invoices:N0}): managed x {largest.Managed / before.Managed:0.00}, working set x {largest.WorkingSet / before.WorkingSet:0.00}");
    }

    private static Task<CycleReport> CycleAsync(NpgsqlDataSource source, DateOnly day, CancellationToken cancellationToken) =>
        new RunCycle(source, new InstallationClock(source), Policy.Default, new ScoreCases(source, null), null).RunAsync(day, cancellationToken);

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task SetClockAsync(NpgsqlDataSource source, DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync($"update clock set simulated = '{day:yyyy-MM-dd} 08:00Z'", cancellationToken);
    }

    private static async Task PlainPassAsync(NpgsqlDataSource source, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select customer_id, currency, residual, due from open_items($1) order by customer_id, currency");
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = day });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sum = 0m;
        while (await reader.ReadAsync(cancellationToken)) sum += reader.GetDecimal(2);
        if (sum <= 0) throw new InvalidOperationException("the ledger has no open items");
    }

    private sealed record Figures(int Invoices, double First, double Again, double PlainPass, int Statements, double Managed, double WorkingSet);
}
