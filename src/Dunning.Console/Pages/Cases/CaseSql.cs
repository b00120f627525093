namespace Dunning.Console.Pages.Cases;

/// <summary>The statements of the case page.</summary>
internal static class CaseSql
{
    public const string Head =
        """
        select c.id, c.status, c.level, c.level_on, c.opened_on, c.closed_on, c.last_contact_on, c.owner, c.risk, c.expected_days_late, c.risk_reasons, c.currency,
          e.name as entity, e.time_zone, u.id as customer_id, u.name as customer, u.number as customer_number, u.language, u.country, u.segment, u.exclusion,
          (select string_agg(concat_ws(' ', k.name, '<' || k.email || '>',
            case when k.dead_since is not null then '(dead)' when k.opted_out_at is not null then '(opted out)' when not k.verified then '(not verified)' end), ', ' order by k.id)
            from contacts k where k.customer_id = u.id and k.discarded_at is null) as contacts,
          p.as_of, p.contact as plan_contact, p.purpose as plan_purpose, p.stage as plan_stage, p.planned_for, p.total_overdue, p.unapplied_credits, p.oldest_days,
          p.reasons::text as plan_reasons, p.item_rules::text as item_rules, c.policy_segment, c.policy_since, (select s.value from settings s where s.key = 'policies') as policies,
          (select string_agg(s.scope || ': ' || s.reason, '; ') from kill_switches s where s.is_on and s.scope in ('all', 'case:' || c.id, 'segment:' || u.segment)) as stopped
        from cases c join entities e on e.id = c.entity_id join customers u on u.id = c.customer_id left join case_plans p on p.case_id = c.id where c.id = @id
        """;

    public const string Sets =
        """
        select i.id as invoice_id, n.id as instalment_id, i.number, i.issued, n.due, n.amount,
          n.amount - coalesce((select sum(a.amount) from allocations a where a.instalment_id = n.id and a.booked_on <= @today), 0) as residual, i.status
        from cases c join invoices i on i.entity_id = c.entity_id and i.customer_id = c.customer_id and i.currency = c.currency and i.kind = 'invoice'
        join instalments n on n.invoice_id = i.id
        where c.id = @id and (i.issued is null or i.issued <= @today) order by n.due desc, i.number limit 500;

        select d.id, d.touch_id, d.version, d.origin, t.purpose, t.stage, t.state, t.state_reason, d.from_name, d.from_address, d.to_address, d.subject, d.body,
          d.attachments::text, d.facts::text, d.context::text, case when d.origin = 'clauses' then d.plan::text end as plan, d.content_hash, d.verdict, d.findings::text, d.author, b.body as before_body, b.subject as before_subject,
          exists (select from approvals a where a.draft_id = d.id and a.state = 'requested') as requested
        from touches t join lateral (select * from drafts x where x.touch_id = t.id order by x.version desc limit 1) d on true
        left join drafts b on b.touch_id = t.id and b.version = d.version - 1 and d.origin = 'person'
        where t.case_id = @id and t.state in ('in_queue', 'monitored', 'scheduled') order by t.state = 'in_queue' desc, t.created_at desc limit 5;

        select 'promise' as kind, p.id, p.status, concat(to_char(p.amount, 'FM999,999,999,990.0099'), ' ', p.currency, ' promised for ', to_char(p.promised_for, 'FMDD Mon YYYY'), coalesce(' by ' || p.method, '')) as words,
          p.made_on as since, p.expected_by as until, p.invoice_ids from promises p where p.case_id = @id
        union all
        select 'dispute', d.id, d.status, concat(replace(d.reason, '_', ' '), coalesce(': ' || to_char(d.amount, 'FM999,999,999,990.0099'), ''), coalesce(', for ' || d.owner, ''),
            case when d.status = 'open' then case when d.acknowledged_on is null then ', not confirmed to the customer yet' else ', confirmed ' || to_char(d.acknowledged_on, 'FMDD Mon YYYY') end end,
            case when d.credited_amount > 0 then ', credited ' || to_char(d.credited_amount, 'FM999,999,999,990.0099') end), d.opened_on, d.sla_on, d.invoice_ids from disputes d where d.case_id = @id
        union all
        select 'payment claim', k.id, k.status, concat('says it was paid', coalesce(' on ' || to_char(k.paid_on, 'FMDD Mon YYYY'), ''), coalesce(', reference ' || k.reference, '')), k.made_on, k.trace_until, k.invoice_ids
          from payment_claims k where k.case_id = @id
        union all
        select 'payment plan', p.id, p.status, (select string_agg(concat(to_char(n.amount, 'FM999,999,999,990.0099'), ' ', p.currency, ' by ', to_char(n.due, 'FMDD Mon YYYY'), case when n.paid_on is not null then to_char(n.paid_on, '" (paid "FMDD Mon YYYY")"') end), '; ' order by n.sequence)
          from plan_instalments n where n.plan_id = p.id) || ', granted by ' || p.granted_by, p.granted_on, (select max(n.due) from plan_instalments n where n.plan_id = p.id), p.invoice_ids
          from payment_plans p where p.case_id = @id
        order by 5 desc, 2 desc limit 100;

        with recursive up as (
          select c.customer_id as holder from cases c where c.id = @id
          union
          select p.parent_id from up join customers p on p.id = up.holder where p.parent_id is not null)
        select s.id, s.kind, s.scope, s.reach, s.invoice_ids, s.instalment_ids, s.held_amounts, s.starts_on, s.expires_on, s.reason, s.owner, s.evidence_message_id, s.awaits_credit,
          s.lifted_at, s.lifted_by, s.lift_reason, case when s.customer_id <> c.customer_id then u.name end as set_on_name, s.unacknowledged
        from cases c join up on true join suppressions s on s.customer_id = up.holder and (s.scope = 'group' or s.customer_id = c.customer_id)
        join customers u on u.id = s.customer_id left join cases k on k.id = s.case_id
        where c.id = @id and (s.scope <> 'account' or k.currency = c.currency)
        order by s.lifted_at is null desc, s.starts_on desc, s.id desc limit 60;

        select k.id, k.kind, k.title, k.detail, k.created_at, k.assigned_to from tasks k where k.case_id = @id and k.done_at is null order by k.created_at;

        select p.promised_for, p.made_on, p.message_id from promises p where p.case_id = @id and p.message_id is not null order by p.made_on desc, p.id desc limit 100;
        """;

    // The customer's own preference, else its segment's, and what else is proposed to a person.
    public const string ContactTime =
        """
        select p.explanation, p.basis, p.learned_on, (select string_agg(x.suggestion, '; ') from contact_preferences x where x.customer_id = u.id) as suggestion
        from cases c join customers u on u.id = c.customer_id join contact_preferences p on p.channel = 'mail'
          and (p.customer_id = u.id or (p.customer_id is null and p.entity_id = u.entity_id and p.segment = u.segment))
        where c.id = @id order by p.customer_id nulls last limit 1
        """;

    public const string Requests =
        """
        select * from (
          select case a.decision when 'approve' then 'approval' else 'rejection' end as kind, a.actor, a.reason, a.at, a.state, a.answer,
            o.state as outbox_state, o.not_before, o.sent_at, o.response
          from approvals a join drafts d on d.id = a.draft_id join touches t on t.id = d.touch_id left join outbox o on o.approval_id = a.id
          where t.case_id = @id
          union all
          select replace(r.kind, '_', ' '), r.actor, r.reason, r.at, r.state, r.answer, null, null, null, null from case_requests r where r.case_id = @id) q
        order by at desc limit 4
        """;

    // Each kind is cut on its own, so that a case with many journal rows still shows its mails.
    public const string Timeline =
        """
        (select 'mail ' || m.direction as kind, m.at, coalesce(m.from_address, '') as actor, m.subject as title, m.new_text as text, m.body as whole,
          m.reading::text as reading, m.authenticity, m.kind as message_kind, m.automatic, array_to_string(m.to_addresses, ', ') as recipients, m.known_sender, m.id as seq
          from messages m where m.case_id = @id or (m.case_id is null and m.customer_id = (select c.customer_id from cases c where c.id = @id)) order by m.at desc limit 60)
        union all
        (select 'comment', k.at, k.author, null, k.text, null, null, null, null, false, null, false, k.id from comments k where k.case_id = @id order by k.at desc limit 60)
        union all
        (select 'decision', j.at, j.actor, j.kind, j.why, null, null, null, null, false, null, false, j.seq from journal j where j.case_id = @id order by j.seq desc limit 100)
        order by 2 desc, 13 desc
        """;
}
