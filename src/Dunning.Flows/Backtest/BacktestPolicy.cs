using System.Diagnostics;
using Dunning.Core.Cadence;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Backtest;

/// <summary>
/// Replays a policy over the imported history, day by day as the ledger was known: invoices from their issue date,
/// payments on their booking day. One streamed pass; memory holds one customer; nothing is written.
/// </summary>
public sealed class BacktestPolicy(NpgsqlDataSource source, PolicySet policies)
{
    /// <summary>Replays the days from one to another, both included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public async Task<BacktestReport> RunAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (to < from) throw new ArgumentException("The last day is before the first.", nameof(to));
        var watch = Stopwatch.StartNew();
        var entities = await CycleDays.EntitiesAsync(source, cancellationToken);
        var tally = new BacktestTally(policies, from, to);
        await foreach (var history in HistoryPass.CustomersAsync(source, to, [.. entities.Select(entity => entity.Id)], cancellationToken))
        {
            if (!history.Accounts.Any(account => account.OpenBetween(from, to))) continue;
            var replay = new CustomerReplay(history, policies, from);
            tally.Add(history, replay.Run(from, to, everyDay: false), replay);
        }

        return tally.Report(watch.Elapsed);
    }
}
