using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Ledger;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Deciding;

/// <summary>
/// Looks once a day at promises, plans, traces, pauses and deadlines of the cases that have any, on the day of each creditor. Runs before planning, so
/// that a promise broken yesterday is chased today.
/// </summary>
public sealed class PassDay(NpgsqlDataSource source, CaseDecisions decisions, TimeProvider clock)
{
    private const int Batch = 200;

    private const string Due =
        """
        select c.id from cases c
        where c.id > @after and c.entity_id = any(@entities) and c.status <> 'closed' and (
          exists (select from promises p where p.case_id = c.id and p.status = 'open')
          or exists (select from payment_claims k where k.case_id = c.id and k.status = 'tracing')
          or exists (select from payment_plans n where n.case_id = c.id and n.status = 'running')
          or exists (select from suppressions s left join cases k on k.id = s.case_id where s.customer_id = c.customer_id and s.lifted_at is null
            and (s.expires_on < @day or s.awaits_credit is not null) and (s.scope in ('customer', 'group') or k.currency = c.currency))
          or exists (select from disputes d where d.case_id = c.id and d.status = 'open' and d.sla_on < @day)
          or (c.level = 4 and c.status = 'active'))
        order by c.id limit @limit
        """;

    /// <summary>Lets the day pass for every case concerned; returns how many were decided about.</summary>
    /// <param name="asOf">The day for all creditors; null takes today in each creditor's zone.</param>
    public async Task<int> RunAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (day, entities) in await CreditorDay.GroupsAsync(source, asOf, clock.GetUtcNow(), cancellationToken))
            count += await RunAsync(day, entities, cancellationToken);
        return count;
    }

    private async Task<int> RunAsync(DateOnly day, string[] entities, CancellationToken cancellationToken)
    {
        var count = 0;
        for (long after = 0; ;)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var ids = (await connection.QueryAsync<long>(new CommandDefinition(Due, new { after, day, entities, limit = Batch }, cancellationToken: cancellationToken))).ToArray();
            if (ids.Length == 0) return count;
            await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = any(@ids) order by id for update", new { ids }, cancellationToken: cancellationToken));
            foreach (var file in (await CaseFiles.LoadAsync(connection, ids, day, cancellationToken)).Values)
            {
                await decisions.ApplyAsync(connection, file, new CaseEvent.DayPassed(CaseViews.Paid(file)), day, clock.GetUtcNow(), "agent", null, null, cancellationToken);
                count++;
            }

            await transaction.CommitAsync(cancellationToken);
            after = ids[^1];
        }
    }
}
