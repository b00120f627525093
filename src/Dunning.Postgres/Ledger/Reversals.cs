using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>Money taken back: a returned direct debit, a bounced cheque, a recalled transfer.</summary>
public static class Reversals
{
    private const int MostDays = 190;

    // The payment taken back has the same amount and says the same: text, reference, account or an invoice it paid. What
    // the ledger alone told of (a debit it collected itself) can come back too.
    private static readonly string Pair =
        $"""
        with back as (select * from payments where entity_id = any($1) and state in ('new', 'open') and amount < 0 and value_date <= $2),
        pairs as (
          select b.id, b.value_date, o.id as original, o.customer_id,
            (case when b.remittance is not null and b.remittance = o.remittance then 4 else 0 end) + (case when b.reference is not null and b.reference = o.reference then 4 else 0 end)
              + (case when b.payer_account is not null and b.payer_account = o.payer_account then 2 else 0 end) + (case when b.customer_id = o.customer_id then 1 else 0 end)
              + (case when exists (select from allocations a join instalments n on n.id = a.instalment_id join invoices i on i.id = n.invoice_id
                  where a.payment_id = o.id and position(lower(i.number) in lower(concat_ws(' ', b.remittance, b.reference))) > 0) then 8 else 0 end) as score,
            case when o.invoice_key is null then 0 else 1 end as told
          from back b join payments o on o.entity_id = b.entity_id and o.currency = b.currency and o.amount = -b.amount and o.reversed_by is null and o.seen_in_bank is null
            and o.value_date between b.value_date - {MostDays} and b.value_date
            and (b.customer_id is null or o.customer_id is null or b.customer_id = o.customer_id)),
        ranked as (select *, rank() over (partition by id order by score desc, told) as place from pairs where score > 0),
        best as (select *, count(*) over (partition by id) as choices from ranked where place = 1)
        insert into cash_reversals select distinct on (original) id, value_date, original, customer_id from best where choices = 1 order by original, value_date, id
        """;

    private const string Create =
        "create temp table cash_reversals (id bigint not null, value_date date not null, original bigint not null, customer_id bigint) on commit drop";

    // Of a payment the ledger had told of before, the ledger's allocations are taken back.
    private const string TakeBack =
        """
        with taken as (
          select r.id, a.instalment_id, sum(a.amount) as amount, r.value_date from cash_reversals r
          join payments o on o.id = r.original or o.seen_in_bank = r.original
          join allocations a on a.payment_id = o.id group by r.id, a.instalment_id, r.value_date having sum(a.amount) > 0),
        reopened as (
          update invoices i set debit_returned_on = t.value_date from taken t join instalments n on n.id = t.instalment_id
          where i.id = n.invoice_id and i.status = 'direct_debit')
        insert into allocations (instalment_id, payment_id, amount, booked_on) select instalment_id, id, -amount, value_date from taken
        """;

    private const string Mark =
        """
        with back as (
          update payments p set state = 'applied', customer_id = coalesce(p.customer_id, r.customer_id), decision = format('Takes payment %s back.', r.original)
          from cash_reversals r where p.id = r.id)
        update payments p set reversed_by = r.id, state = case when p.invoice_key is null then 'reversed' else p.state end from cash_reversals r where p.id = r.original
        """;

    private const string Note =
        """
        insert into journal (at, kind, actor, case_id, why, data)
        select $1, 'payment_reversed', 'agent', c.id, format('A payment of %s %s of %s was taken back on %s.', trim_scale(o.amount), o.currency, o.value_date, r.value_date),
          jsonb_build_object('payment', r.original, 'reversal', r.id)
        from cash_reversals r join payments o on o.id = r.original
        left join cases c on c.entity_id = o.entity_id and c.customer_id = o.customer_id and c.currency = o.currency and c.status <> 'closed' order by r.id
        """;

    private const string Ask =
        """
        with unclear as (
          update payments p set state = 'with_person', decision = 'Money was taken back, and no single payment of that amount says the same.'
          where p.entity_id = any($1) and p.state in ('new', 'open') and p.amount < 0 and p.value_date <= $2 returning p.*),
        noted as (
          insert into journal (at, kind, actor, why, data) select $3, 'payment_to_person', 'agent', decision, jsonb_build_object('payment', id) from unclear order by id)
        insert into tasks (case_id, kind, title, detail, created_at, dedupe_key)
        select c.id, 'apply_payment', format('%s %s were taken back', trim_scale(-u.amount), u.currency), 'Money was taken back, and no single payment of that amount says the same. Find the payment and reopen what it paid.',
          $3, format('payment:%s', u.id)
        from unclear u left join cases c on c.entity_id = u.entity_id and c.customer_id = u.customer_id and c.currency = u.currency and c.status <> 'closed' order by u.id
        on conflict (dedupe_key) do nothing
        """;

    /// <summary>Takes back the allocations of payments that came back; returns how many, and how many wait for a person.</summary>
    public static async Task<(long TakenBack, long ToPerson)> ApplyAsync(
        NpgsqlConnection connection, string[] entities, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        var taken = await LedgerMerge.RunAsync(connection, Pair, cancellationToken, entities, day);
        await LedgerMerge.RunAsync(connection, TakeBack, cancellationToken);
        await LedgerMerge.RunAsync(connection, Mark, cancellationToken);
        await LedgerMerge.RunAsync(connection, Note, cancellationToken, now.UtcDateTime);
        return (taken, await LedgerMerge.RunAsync(connection, Ask, cancellationToken, entities, day, now.UtcDateTime));
    }
}
