namespace Dunning.Console.Pages.Queue;

/// <summary>The statements of the queue page.</summary>
internal static class QueueSql
{
    // Safety first: what these mails mean must not wait behind money.
    private const string Safety = "'legal_representation', 'insolvency', 'bank_details', 'injection', 'opt_out', 'complaint', 'check_sender', 'unknown_delivery', 'unreadable_mail'";

    private const string Waiting =
        $"""
        with waiting as (
          select t.id as touch_id, null::bigint as task_id, t.case_id, 'draft' as kind, case when d.verdict in ('pass', 'unchecked') then 2 else 1 end as rank,
            t.purpose, t.stage, d.verdict, d.origin, d.findings::text as findings, null::text as title, t.state_reason as detail, t.created_at as at,
            c.owner as assigned_to, s.until as snoozed_until,
            (select a.answer from approvals a where a.draft_id = d.id and a.state = 'refused' order by a.id desc limit 1) as refused_answer
          from touches t join cases c on c.id = t.case_id
          join lateral (select * from drafts x where x.touch_id = t.id order by x.version desc limit 1) d on true
          left join touch_snoozes s on s.touch_id = t.id
          where t.state = 'in_queue' and not exists (select from approvals a where a.draft_id = d.id and a.state = 'requested')
          union all
          select k.touch_id, k.id, k.case_id, k.kind, case when k.kind in ({Safety}) then 0 else 1 end, null, null, null, null, null, k.title, k.detail, k.created_at,
            coalesce(k.assigned_to, c.owner), k.snoozed_until, null
          from tasks k left join cases c on c.id = k.case_id where k.done_at is null),
        shown as (
          select w.*, u.name as customer, u.segment, e.name as entity, c.currency, c.last_contact_on,
            p.total_overdue, p.oldest_days, p.contact as plan_contact, p.as_of, p.reasons::text as plan_reasons
          from waiting w left join cases c on c.id = w.case_id left join customers u on u.id = c.customer_id left join entities e on e.id = c.entity_id
          left join case_plans p on p.case_id = c.id
          where (@segment::text is null or u.segment = @segment) and (@kind::text is null or w.kind = @kind) and (@stage::int is null or w.stage = @stage)
            and (@mine::text is null or w.assigned_to = @mine) and (coalesce(w.snoozed_until > @today, false) = @snoozed))
        """;

    public const string Page =
        Waiting +
        """

        select *, count(*) over () as total from shown
        order by rank, coalesce(total_overdue, 0) desc, at, coalesce(touch_id, ''), coalesce(task_id, 0) limit 100
        """;

    public const string Next =
        Waiting +
        """

        select * from shown where case_id is distinct from @after
        order by rank, coalesce(total_overdue, 0) desc, at, coalesce(touch_id, ''), coalesce(task_id, 0) limit 1
        """;

    public const string Choices =
        """
        select distinct segment from customers order by 1;
        select distinct kind from tasks where done_at is null order by 1;
        select name from users where role in ('collector', 'admin') order by 1;
        """;
}
