using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>What storing a day's plans came to.</summary>
/// <param name="Ramped">Accounts that were due and wait for the daily limit on new debtors.</param>
/// <param name="DueTouches">Touches whose day has come.</param>
public sealed record CycleStored(long Opened, IReadOnlyList<RampedAccount> Ramped, IReadOnlyList<DueTouch> DueTouches);

/// <summary>An account that waits for the daily limit on new debtors.</summary>
/// <param name="Lifts">The day it is let in, if no older debt comes before it.</param>
public sealed record RampedAccount(AccountPlace Place, DateOnly Lifts, string Why);

/// <summary>A touch whose day has come, and the account it is for.</summary>
public sealed record DueTouch(string Id, AccountPlace Place);

/// <summary>Turns the copied plans into cases, touches, plans and journal rows; nothing that is the same already is written.</summary>
public static class CycleMerge
{
    // $1 day, $2 now: every statement takes what it names.
    private const string GiveCaseIds =
        """
        analyze cycle_accounts;
        select set_config('enable_nestloop', case when count(*) > 500 then 'off' else 'on' end, true) from (select from cycle_accounts limit 501) few;
        update cycle_accounts set case_id = nextval(pg_get_serial_sequence('cases', 'id')) where opens
        """;

    // The id of a touch as the core derives it: a test compares the two.
    private const string GiveTouchIds =
        """
        update cycle_accounts set touch_id = encode(substring(sha256(convert_to(case_id || '|' || touch_key, 'UTF8')) from 1 for 16), 'hex')
        where touch_key is not null
        """;

    private const string Open =
        """
        with opened as (
          insert into cases (id, entity_id, customer_id, currency, status, level, level_on, ladder_run, opened_on, last_contact_on, version)
          overriding system value
          select case_id, entity_id, customer_id, currency, 'active', level, level_on, 0, $1, last_contact_on, 1 from cycle_accounts where opens order by case_id
          returning id),
        noted as (
          insert into journal (at, kind, actor, case_id, why, data)
          select $2, 'case_opened', 'agent', a.case_id, format('Case opened: %s %s overdue, oldest %s days.', trim_scale(a.total_overdue), a.currency, a.oldest_days),
            jsonb_build_object('as_of', $1, 'policy', a.policy, 'segment', a.policy_segment)
          from cycle_accounts a join opened o on o.id = a.case_id order by a.case_id)
        select count(*) from opened
        """;

    private const string Close =
        """
        with done as (
          update cases c set status = 'closed', closed_on = $1, version = c.version + 1 from cycle_accounts a
          where a.closes and c.id = a.case_id and c.status = 'active' returning c.id, a.policy, a.policy_segment)
        insert into journal (at, kind, actor, case_id, why, data)
        select $2, 'case_closed', 'agent', id, 'Case closed: nothing is overdue any more.', jsonb_build_object('as_of', $1, 'policy', policy, 'segment', policy_segment) from done order by id
        """;

    // A plan that was made on earlier facts, or a draft under another policy, gives way; of a closed case also what waits for a person or in the outbox.
    private const string Withdraw =
        """
        with gone as (
          update touches t set state = 'cancelled', state_reason = a.why, updated_at = $2 from cycle_accounts a
          where t.case_id = a.case_id and t.purpose in ('reminder', 'promise_lapsed')
            and (case when a.closes then t.state in ('planned', 'in_queue', 'approved', 'scheduled')
              else t.id is distinct from a.touch_id and (t.state = 'planned' or (t.state in ('in_queue', 'approved', 'scheduled') and t.policy <> a.policy)) end)
            and not exists (select from outbox o where o.touch_id = t.id and o.state in ('sending', 'sent', 'unknown'))
          returning t.id)
        update outbox o set state = 'cancelled', response = 'the plan was withdrawn' from gone where o.touch_id = gone.id and o.state = 'pending'
        """;

    // The same step under another policy: what waits was written under the old one.
    private const string WriteAnew =
        """
        with stale as (
          update touches t set state = 'planned', state_reason = 'the policy changed: drafted anew', policy = a.policy, policy_segment = a.policy_segment,
            planned_for = a.planned_for, updated_at = $2 from cycle_accounts a
          where t.id = a.touch_id and t.state in ('in_queue', 'approved', 'scheduled') and t.policy <> a.policy
            and not exists (select from outbox o where o.touch_id = t.id and o.state in ('sending', 'sent', 'unknown'))
          returning t.id)
        update outbox o set state = 'cancelled', response = 'the policy changed' from stale where o.touch_id = stale.id and o.state = 'pending'
        """;

    // Who is let in is settled by age of debt and then by account, and stays settled: the same day again lets in nobody else.
    private const string Ramp =
        """
        with admitted as (select policy_segment, count(*) as today from touches where admitted_on = $1 and state <> 'cancelled' group by policy_segment),
        waiting as (
          select a.customer_id, a.currency, a.ramp, greatest(a.ramp - coalesce(d.today, 0), 0) as free,
            row_number() over (partition by a.policy_segment order by a.oldest_days desc, a.customer_id, a.currency collate "C") as place
          from cycle_accounts a left join admitted d using (policy_segment)
          where a.plan_touch and a.ramp is not null and a.planned_for <= $1
            and not exists (select from touches t where t.id = a.touch_id and t.admitted_on is not null and t.state <> 'cancelled')),
        late as (
          select customer_id, currency, $1 + ceil((place - free)::numeric / ramp)::int as lifts,
            format('only %s new debtors a day are written to, the oldest debts first', ramp) as words
          from waiting where place > free)
        update cycle_accounts a set touch_key = null, touch_id = null, plan_touch = false, cause = null, purpose = null, stage = null, action = null, planned_for = null,
          reasons = jsonb_build_array(jsonb_build_object('reason', 'first_cycle_ramp', 'lifts', late.lifts, 'why', late.words)),
          why = format('Not contacted: first_cycle_ramp until %s (%s).', late.lifts, late.words)
        from late where a.customer_id = late.customer_id and a.currency = late.currency
        returning a.customer_id, a.currency, late.lifts, late.words
        """;

    private const string Segments =
        """
        with moved as (
          update cases c set policy_segment = a.policy_segment, policy = a.policy,
            policy_since = case when c.policy_segment is null then c.opened_on when c.policy_segment <> a.policy_segment then $1 else c.policy_since end,
            policy_on = case when c.policy is null then c.opened_on when c.policy <> a.policy then $1 else c.policy_on end
          from cycle_accounts a join cases b on b.id = a.case_id
          where c.id = b.id and (c.policy_segment, c.policy) is distinct from (a.policy_segment, a.policy)
          returning c.id, b.policy_segment as before, a.policy_segment as now, a.policy)
        insert into journal (at, kind, actor, case_id, why, data)
        select $2, 'policy_segment_changed', 'agent', id, format('The account moved from the policy segment %s to %s.', before, now),
          jsonb_build_object('as_of', $1, 'policy', policy, 'segment', now) from moved where before <> now order by id
        """;

    private const string Touches =
        """
        insert into touches as t (id, case_id, cause, purpose, stage, action, planned_for, state, created_at, updated_at, policy, policy_segment, admitted_on)
        select touch_id, case_id, cause, purpose, stage, action, planned_for, 'planned', $2, $2, policy, policy_segment, case when ramp is not null and planned_for <= $1 then $1 end
        from cycle_accounts where plan_touch
        on conflict (id) do update set state = 'planned', state_reason = null, planned_for = excluded.planned_for, stage = excluded.stage,
          action = excluded.action, updated_at = excluded.updated_at, policy = excluded.policy, policy_segment = excluded.policy_segment,
          admitted_on = case when t.state = 'cancelled' then excluded.admitted_on else coalesce(t.admitted_on, excluded.admitted_on) end
        where t.state = 'cancelled' or (t.state = 'planned' and (excluded.planned_for < t.planned_for or t.policy is distinct from excluded.policy
          or (t.admitted_on is null and excluded.admitted_on is not null)))
        """;

    private const string Plans =
        """
        with changed as (
          insert into case_plans as p (case_id, as_of, contact, purpose, stage, planned_for, touch_id, total_overdue, unapplied_credits, oldest_days, reasons, item_rules)
          select case_id, $1, touch_key is not null, purpose, stage, planned_for, touch_id, total_overdue, credits, oldest_days, reasons, item_rules from cycle_accounts
          on conflict (case_id) do update set as_of = excluded.as_of, contact = excluded.contact, purpose = excluded.purpose, stage = excluded.stage,
            planned_for = excluded.planned_for, touch_id = excluded.touch_id, total_overdue = excluded.total_overdue,
            unapplied_credits = excluded.unapplied_credits, oldest_days = excluded.oldest_days, reasons = excluded.reasons,
            item_rules = excluded.item_rules
          where (p.as_of, p.contact, p.purpose, p.stage, p.planned_for, p.touch_id, p.total_overdue, p.unapplied_credits, p.oldest_days, p.reasons, p.item_rules)
            is distinct from (excluded.as_of, excluded.contact, excluded.purpose, excluded.stage, excluded.planned_for, excluded.touch_id,
              excluded.total_overdue, excluded.unapplied_credits, excluded.oldest_days, excluded.reasons, excluded.item_rules)
          returning case_id)
        insert into journal (at, kind, actor, case_id, touch_id, why, data)
        select $2, case when a.touch_key is null then 'contact_held' else 'contact_planned' end, 'agent', a.case_id, a.touch_id, a.why,
          jsonb_build_object('as_of', $1, 'policy', a.policy, 'segment', a.policy_segment, 'overdue', a.total_overdue, 'credits', a.credits, 'oldest_days', a.oldest_days,
            'reasons', (select jsonb_agg(r -> 'reason') from jsonb_array_elements(a.reasons) r))
        from cycle_accounts a join changed using (case_id) order by a.case_id
        """;

    private const string DueTouches =
        "select touch_id, customer_id, currency from cycle_accounts where plan_touch and planned_for <= $1";

    /// <summary>Stores the plans of a day.</summary>
    public static async Task<CycleStored> StoreAsync(NpgsqlConnection connection, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LedgerMerge.RunAsync(connection, GiveCaseIds, cancellationToken);
        await LedgerMerge.RunAsync(connection, GiveTouchIds, cancellationToken);
        long opened;
        var ramped = await RampAsync(connection, day, now, cancellationToken);
        await using (var open = Command(connection, Open, day, now)) opened = (long)(await open.ExecuteScalarAsync(cancellationToken))!;
        foreach (var sql in new[] { Close, Segments, Withdraw, WriteAnew, Touches, Plans })
        {
            await using var command = Command(connection, sql, day, now);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        List<DueTouch> due = [];
        await using var query = Command(connection, DueTouches, day, now);
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) due.Add(new(reader.GetString(0), new(reader.GetInt64(1), reader.GetString(2))));
        return new(opened, ramped, due);
    }

    private static async Task<List<RampedAccount>> RampAsync(NpgsqlConnection connection, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Ramp, day, now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RampedAccount> ramped = [];
        while (await reader.ReadAsync(cancellationToken))
            ramped.Add(new(new(reader.GetInt64(0), reader.GetString(1)), reader.GetFieldValue<DateOnly>(2), reader.GetString(3)));
        return ramped;
    }

    // Parameters a statement does not name are typed here, since the server cannot infer them.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, DateOnly day, DateTimeOffset now) => new(sql, connection)
    {
        CommandTimeout = 0,
        Parameters = { new() { Value = day }, new() { Value = now.UtcDateTime } },
    };
}
