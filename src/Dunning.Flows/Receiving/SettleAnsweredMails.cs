using Dapper;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Finishes what waited for an answer only: a task that asks a person to answer a mail is done once staff answered it from
/// their own mail program, and a mail is dealt with once every task about it is done. Whatever needs a decision stays open.
/// </summary>
public sealed class SettleAnsweredMails(NpgsqlDataSource source, TimeProvider clock)
{
    // A mail may be suspected of something only a person decides without a task of that kind: an answer does not decide it.
    private const string Answered =
        """
        with done as (
          update tasks k set done_at = @now, done_by = 'staff', outcome = 'answered from the mail program'
          from messages m
          where k.done_at is null and k.kind = 'answer_mail' and m.id = k.message_id and m.direction = 'in' and m.message_id is not null
            and not (coalesce(m.reading->'why', '[]') ?| array['safety_intent', 'safety_suspected', 'injection_suspected', 'bank_details'])
            and exists (select from messages s where s.kind = 'staff' and s.customer_id = m.customer_id and (s.in_reply_to = m.message_id or m.message_id = any(s.refs)))
          returning k.id as task_id, k.case_id, m.id as message_id),
        dealt as (update messages m set state = 'done' from done where m.id = done.message_id and m.state = 'with_person')
        select d.task_id, d.case_id, d.message_id, coalesce(c.status = 'with_person' and not exists (
            select from tasks o where o.case_id = c.id and o.done_at is null and not exists (select from done x where x.task_id = o.id)), false) as waits
        from done d left join cases c on c.id = d.case_id order by d.task_id
        """;

    private const string Dealt =
        """
        update messages m set state = 'done'
        where m.state = 'with_person' and exists (select from tasks k where k.message_id = m.id) and not exists (select from tasks k where k.message_id = m.id and k.done_at is null);

        update tasks k set done_at = @now, done_by = 'agent', outcome = 'the case was handed back' from cases c
        where k.kind = 'hand_back' and k.done_at is null and c.id = k.case_id and c.status <> 'with_person'
        """;

    /// <summary>Settles all there is in one transaction and returns how many tasks were closed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var closed = (await connection.QueryAsync<Closed>(new CommandDefinition(Answered, new { now = now.UtcDateTime }, cancellationToken: cancellationToken))).ToList();
        foreach (var task in closed)
        {
            await connection.AppendAsync(
                new("mail_answered", "staff", task.CaseId, null, task.MessageId, "staff answered the mail from their own mail program; the task to answer it is done", new { task = task.TaskId }),
                now, cancellationToken);
        }

        foreach (var task in closed.Where(task => task.Waits).DistinctBy(task => task.CaseId)) await AskToHandBackAsync(connection, task, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Dealt, new { now = now.UtcDateTime }, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return closed.Count;
    }

    // What was agreed in the answer is not known here, so the agent does not take the case back by itself; nor may it lie
    // with a person whom nothing tells.
    private static Task<int> AskToHandBackAsync(NpgsqlConnection connection, Closed task, DateTimeOffset now, CancellationToken cancellationToken) =>
        TaskStore.AddAsync(
            connection,
            new(task.CaseId, null, null, "hand_back", "Hand the case back",
                "Staff answered the customer from their own mail program. Record what was agreed, then hand the case back; until then the agent does not write.", $"hand_back:{task.MessageId}"),
            now, cancellationToken);

    private sealed record Closed
    {
        public long TaskId { get; init; }
        public long? CaseId { get; init; }
        public long MessageId { get; init; }
        public bool Waits { get; init; }
    }
}
