using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>
/// Keeps money from counting twice when the bank told of it first and the ledger shows the invoice as paid later: what
/// the ledger newly shows as paid is taken out of the account's bank money that is not applied yet; only the rest
/// becomes a payment of its own.
/// </summary>
public static class BankMerge
{
    // $1 entity, $2 today. A ledger books some days after the bank, and never long before it.
    private const string Deltas =
        """
        with told as (select invoice_key, sum(amount) as amount from payments where entity_id = $1 and invoice_key is not null group by invoice_key),
        booked as (
          select n.invoice_id, sum(a.amount) as amount from allocations a
          join instalments n on n.id = a.instalment_id join invoices i on i.id = n.invoice_id
          where i.entity_id = $1 group by n.invoice_id),
        deltas as (
          select i.id as invoice_id, i.customer_id, i.currency, t.paid - greatest(coalesce(told.amount, 0), coalesce(booked.amount, 0)) as delta, s.paid_on
          from staged s join invoices i on i.entity_id = $1 and i.source_key = s.source_key and i.kind = 'invoice'
          cross join lateral (select case when s.paid_amount is not null then s.paid_amount when s.paid_on is not null then i.amount else 0 end as paid) t
          left join told on told.invoice_key = s.source_key left join booked on booked.invoice_id = i.id
          where t.paid > greatest(coalesce(told.amount, 0), coalesce(booked.amount, 0))),
        money as (
          select p.id, p.customer_id, p.currency, p.amount, p.value_date, p.state,
            p.amount - coalesce((select sum(a.amount) from allocations a where a.payment_id = p.id), 0) as rest
          from payments p
          where p.entity_id = $1 and p.invoice_key is null and p.amount > 0 and p.reversed_by is null and p.state in ('new', 'open', 'with_person', 'applied'))

        """;

    // Money of an unknown payer is the account's when one invoice alone was paid with exactly this amount at this time.
    private const string Adopt = Deltas +
        """
        , pairs as (
          select m.id, d.customer_id, count(*) over (partition by m.id) as choices, count(*) over (partition by d.invoice_id) as rivals
          from money m join deltas d on d.currency = m.currency and d.delta = m.rest and m.rest = m.amount
            and m.value_date between coalesce(d.paid_on, $2) - 10 and coalesce(d.paid_on, $2) + 3
          where m.customer_id is null)
        update payments p set customer_id = c.customer_id from pairs c where p.id = c.id and c.choices = 1 and c.rivals = 1
        """;

    private const string Allocate = Deltas +
        """
        , wanted as (
          select d.customer_id, d.currency, n.id, n.due, d.paid_on, least(o.open, d.delta - (sum(o.open) over (partition by d.invoice_id order by n.due, n.id) - o.open)) as want
          from deltas d join instalments n on n.invoice_id = d.invoice_id
          cross join lateral (select n.amount - coalesce((select sum(a.amount) from allocations a where a.instalment_id = n.id), 0) as open) o
          where o.open > 0
            and exists (select from money m where m.customer_id = d.customer_id and m.currency = d.currency and m.rest > 0
              and m.value_date between coalesce(d.paid_on, $2) - 10 and coalesce(d.paid_on, $2) + 3)),
        wants as (select *, sum(want) over (partition by customer_id, currency order by due, id) as up from wanted where want > 0),
        gives as (
          select m.*, sum(m.rest) over (partition by m.customer_id, m.currency order by m.value_date, m.id) as up from money m
          where m.rest > 0 and exists (select from wanted w where w.customer_id = m.customer_id and w.currency = m.currency
            and m.value_date between coalesce(w.paid_on, $2) - 10 and coalesce(w.paid_on, $2) + 3))
        insert into allocations (instalment_id, payment_id, amount, booked_on)
        select w.id, g.id, least(w.up, g.up) - greatest(w.up - w.want, g.up - g.rest), g.value_date
        from wants w join gives g using (customer_id, currency)
        where least(w.up, g.up) > greatest(w.up - w.want, g.up - g.rest)
        on conflict (payment_id, instalment_id) where payment_id is not null do update set amount = allocations.amount + excluded.amount
        """;

    private const string Settle =
        """
        with done as (
          update payments p set state = 'applied', decision = 'The ledger shows what this money paid.'
          where p.entity_id = $1 and p.state in ('new', 'open', 'with_person') and exists (select from allocations a where a.payment_id = p.id)
          returning p.id)
        update tasks t set done_at = $2, done_by = 'agent', outcome = 'the ledger shows what this money paid'
        from done where t.dedupe_key = format('payment:%s', done.id) and t.done_at is null
        """;

    /// <summary>Applies bank money to what the staged rows newly show as paid; to be called before payments are booked from them.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, string entityId, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LedgerMerge.RunAsync(connection, Adopt, cancellationToken, entityId, today);
        await LedgerMerge.RunAsync(connection, Allocate, cancellationToken, entityId, today);
        await LedgerMerge.RunAsync(connection, Settle, cancellationToken, entityId, now.UtcDateTime);
    }
}
