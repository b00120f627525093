using System.Data;
using System.Diagnostics;
using Dunning.Core.Cadence;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>
/// One planning cycle: a single streamed pass over all accounts that opens, plans and closes, then scores and drafts.
/// The number of statements does not depend on the number of accounts. The same day again changes nothing.
/// </summary>
public sealed class RunCycle(NpgsqlDataSource source, InstallationClock clock, Policy policy, ScoreCases score, DraftDueTouches? draft)
{
    /// <summary>Runs the cycle for a day; null takes today in each creditor's zone.</summary>
    public async Task<CycleReport> RunAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var now = await clock.RefreshAsync(cancellationToken);
        var entities = await CycleDays.EntitiesAsync(source, cancellationToken);
        var tally = new CycleTally();
        var last = asOf ?? DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var day in entities.GroupBy(entity => asOf ?? CreditorDay.Of(now, entity.TimeZone)).OrderBy(group => group.Key))
        {
            last = day.Key;
            await PlanDayAsync(day.Key, [.. day.Select(entity => entity.Id)], now, tally, cancellationToken);
            await score.RunAsync(day.Key, [.. day.Select(entity => entity.Id)], cancellationToken);
        }

        if (draft is not null) await draft(last, cancellationToken);
        await tally.SettleAsync(source, cancellationToken);
        return tally.Report(last, await CycleDays.OpenCasesAsync(source, cancellationToken), watch.Elapsed);
    }

    private async Task PlanDayAsync(DateOnly day, string[] entities, DateTimeOffset now, CycleTally tally, CancellationToken cancellationToken)
    {
        await using var writer = await source.OpenConnectionAsync(cancellationToken);
        await using var writing = await writer.BeginTransactionAsync(cancellationToken);
        await CycleRows.LockAsync(writer, cancellationToken);
        await using var reader = await source.OpenConnectionAsync(cancellationToken);
        await using var reading = await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var rates = await FxRateRows.AsOfAsync(reader, day, cancellationToken);
        var streams = new AccountStreams(source, await SnapshotAsync(reader, cancellationToken), day, entities);

        await using (var copy = await CycleRows.BeginAsync(writer, cancellationToken))
        {
            await foreach (var account in AccountJoin.ReadAsync(streams, new(day, now, policy), rates, cancellationToken))
            {
                var planned = PlanContact.Decide(account, policy, day);
                if (planned.Plan is { } plan) await CycleRows.WriteAsync(copy, plan, cancellationToken);
                tally.Add(planned);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        var stored = await CycleMerge.StoreAsync(writer, day, now, policy.Version, cancellationToken);
        tally.Stored(stored.Opened, stored.DueTouches);
        await writing.CommitAsync(cancellationToken);
    }

    private static async Task<string> SnapshotAsync(NpgsqlConnection reader, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_export_snapshot()", reader);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
