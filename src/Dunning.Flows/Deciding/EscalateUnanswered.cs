using Dapper;
using Dunning.Core.Cadence;
using Npgsql;

namespace Dunning.Flows.Deciding;

/// <summary>What one run put before people.</summary>
/// <param name="Messages">Queued messages nobody has decided about in time.</param>
/// <param name="Requests">Requests of people the agent has not carried out in time.</param>
/// <param name="Settled">Earlier tasks of this kind that have no object any more.</param>
public sealed record EscalationCounts(int Messages, int Requests, int Settled);

/// <summary>
/// Silence never approves anything: what nobody answers within the policy's time becomes a task, once for each time it
/// waits. The task ends by itself when the message was decided about or withdrawn.
/// </summary>
public sealed class EscalateUnanswered(NpgsqlDataSource source, PolicySet policies, TimeProvider clock)
{
    private const string Messages =
        """
        with asked as (
          insert into tasks (case_id, touch_id, kind, title, detail, created_at, dedupe_key)
          select t.case_id, t.id, 'approval_overdue', 'A message waits for a decision',
            format('The message (%s) has waited since %s UTC; nobody approved or rejected it. It does not go out by itself.',
              replace(t.purpose, '_', ' '), to_char(t.queued_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')), @now,
            format('unanswered:%s:%s', t.id, extract(epoch from t.queued_at)::bigint)
          from touches t join cases c on c.id = t.case_id join entities e on e.id = c.entity_id
          where t.state = 'in_queue' and t.queued_at <= @before
            and not exists (select from touch_snoozes s where s.touch_id = t.id and s.until > (@now at time zone e.time_zone)::date)
          on conflict (dedupe_key) do nothing returning case_id, touch_id)
        insert into journal (at, kind, actor, case_id, touch_id, why)
        select @now, 'escalated', 'agent', case_id, touch_id, 'nobody decided about the message in time: a task was made, nothing was approved' from asked
        """;

    private const string Requests =
        """
        with late as (
          select t.case_id, t.id as touch_id, 'approval:' || a.id as request, a.at, a.actor
          from approvals a join drafts d on d.id = a.draft_id join touches t on t.id = d.touch_id where a.state = 'requested' and a.at <= @before
          union all
          select r.case_id, null, 'request:' || r.id, r.at, r.actor from case_requests r where r.state = 'requested' and r.at <= @before),
        asked as (
          insert into tasks (case_id, touch_id, kind, title, detail, created_at, dedupe_key)
          select case_id, touch_id, 'request_stuck', 'A request was not carried out',
            format('%s asked for it on %s UTC and the agent has not answered; see whether the agent runs.', actor, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')),
            @now, 'stuck:' || request
          from late on conflict (dedupe_key) do nothing returning case_id, touch_id)
        insert into journal (at, kind, actor, case_id, touch_id, why)
        select @now, 'escalated', 'agent', case_id, touch_id, 'a request of a person was not carried out in time: a task was made' from asked
        """;

    private const string Settle =
        """
        update tasks k set done_at = @now, done_by = 'agent', outcome = 'the message no longer waits'
        where k.kind = 'approval_overdue' and k.done_at is null
          and not exists (select from touches t where t.id = k.touch_id and t.state in ('in_queue', 'planned'))
        """;

    /// <summary>Looks at everything that waits; running it again adds nothing.</summary>
    public async Task<EscalationCounts> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var times = new { now = now.UtcDateTime, before = (now - policies.AnswerWithin).UtcDateTime };
        Task<int> Run(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, times, cancellationToken: cancellationToken));
        var counts = new EscalationCounts(await Run(Messages), await Run(Requests), await Run(Settle));
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }
}
