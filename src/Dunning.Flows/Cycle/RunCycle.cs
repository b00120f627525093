using System.Diagnostics;
using Dunning.Core.Cadence;
using Dunning.Flows.Deciding;
using Dunning.Flows.Ledger;
using Dunning.Flows.Policies;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>
/// One planning cycle: a single streamed pass over all accounts that opens, plans and closes, then scores and drafts.
/// The number of statements does not depend on the number of accounts. The same day again changes nothing.
/// </summary>
public sealed class RunCycle(NpgsqlDataSource source, InstallationClock clock, PolicySet policies, ScoreCases score, DraftDueTouches? draft)
{
    /// <summary>Runs the cycle for a day; null takes today in each creditor's zone.</summary>
    public Task<CycleReport> RunAsync(DateOnly? asOf, CancellationToken cancellationToken) => RunAsync(asOf, null, cancellationToken);

    /// <summary>The same, with a word on every account and every open item.</summary>
    /// <param name="notes">Takes the explanations while the accounts pass by; null when nobody asks for them.</param>
    public async Task<CycleReport> RunAsync(DateOnly? asOf, CycleNotes? notes, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var now = await clock.RefreshAsync(cancellationToken);
        await PolicyInForce.NoteAsync(source, policies, now, cancellationToken);
        var tally = new CycleTally();
        var last = asOf ?? DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var (day, entities) in await CreditorDay.GroupsAsync(source, asOf, now, cancellationToken))
        {
            last = day;
            await new ApplyPayments(source).RunAsync(entities, day, now, cancellationToken);
            await new NoteShortPays(source, new CaseDecisions(policies)).RunAsync(entities, day, now, cancellationToken);
            if (policies.UsesRisk) await OpenAndScoreAsync(day, entities, now, tally, cancellationToken);
            await PlanDayAsync(day, entities, now, tally, notes, cancellationToken);
            await score.RunAsync(day, entities, cancellationToken);
        }

        if (draft is not null) await draft(asOf, cancellationToken);
        var stopped = await tally.SettleAsync(source, cancellationToken);
        if (notes is not null) await notes.SettleAsync(stopped, cancellationToken);
        return tally.Report(last, await CycleDays.OpenCasesAsync(source, cancellationToken), watch.Elapsed);
    }

    // Where the segment hangs on the risk, scores come first; a new case has to be opened before it can be scored.
    private async Task OpenAndScoreAsync(DateOnly day, string[] entities, DateTimeOffset now, CycleTally tally, CancellationToken cancellationToken)
    {
        await score.RunAsync(day, entities, cancellationToken);
        var first = new CycleTally();
        await PlanDayAsync(day, entities, now, first, null, cancellationToken);
        tally.OpenedBefore(first);
        await score.RunAsync(day, entities, cancellationToken);
    }

    private async Task PlanDayAsync(DateOnly day, string[] entities, DateTimeOffset now, CycleTally tally, CycleNotes? notes, CancellationToken cancellationToken)
    {
        await using var writer = await source.OpenConnectionAsync(cancellationToken);
        await using var writing = await writer.BeginTransactionAsync(cancellationToken);
        await CycleRows.LockAsync(writer, cancellationToken);

        await using (var copy = await CycleRows.BeginAsync(writer, cancellationToken))
        {
            await foreach (var customer in AccountPass.CustomersAsync(source, day, entities, new(day, now, policies), cancellationToken))
            {
                foreach (var planned in PlanContact.Decide(customer, policies, day))
                {
                    if (planned.Plan is { } plan) await CycleRows.WriteAsync(copy, plan, cancellationToken);
                    tally.Add(planned);
                    if (notes is not null) await notes.AddAsync(AccountNotes.Of(planned, day), cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        var stored = await CycleMerge.StoreAsync(writer, day, now, cancellationToken);
        tally.Stored(stored);
        await writing.CommitAsync(cancellationToken);
    }
}
