using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>
/// Turns "paid so far" of the ledger rows into payments and allocations. Only the difference to what is known is
/// booked, so the way an invoice was paid in parts stays visible day by day; what the file no longer shows as paid is
/// taken back by a payment of its own.
/// </summary>
public static class PaymentMerge
{
    // $3: the day on which a payment without a date is booked.
    private const string Payments =
        """
        insert into payments (entity_id, customer_id, currency, amount, value_date, reference, method, source_key, invoice_key)
        select $1, d.customer_id, d.currency, d.delta, coalesce(d.paid_on, $3), d.reference, null, format('paid:%s:%s', d.source_key, $2), d.source_key
        from (
          select i.customer_id, i.currency, s.source_key, s.paid_on, s.reference,
            case when t.paid > greatest(k.told, k.allocated) then t.paid - greatest(k.told, k.allocated) when t.paid < k.told then t.paid - k.told else 0 end as delta
          from staged s
          join invoices i on i.entity_id = $1 and i.source_key = s.source_key
          cross join lateral (select case when s.paid_amount is not null then s.paid_amount when s.paid_on is not null then i.amount else 0 end as paid) t
          left join told on told.invoice_key = s.source_key
          left join allocated on allocated.invoice_id = i.id
          cross join lateral (select coalesce(told.amount, 0) as told, coalesce(allocated.amount, 0) as allocated) k
          where i.kind = 'invoice') d
        where d.delta <> 0
        """;

    private const string Known =
        """
        with told as (select invoice_key, sum(amount) as amount from payments where entity_id = $1 and invoice_key is not null group by invoice_key),
        allocated as (
          select n.invoice_id, sum(a.amount) as amount from allocations a
          join instalments n on n.id = a.instalment_id join invoices i on i.id = n.invoice_id
          where i.entity_id = $1 group by n.invoice_id)

        """;

    // Oldest instalment first; a payment taken back frees the newest first. What exceeds the instalments stays unapplied.
    private const string Allocations =
        """
        insert into allocations (instalment_id, payment_id, amount, booked_on)
        select f.id, f.payment_id, f.share, f.value_date
        from (
          select n.id, p.id as payment_id, p.value_date,
            case when p.amount > 0
              then least(n.amount - n.used, p.amount - sum(n.amount - n.used) over oldest + (n.amount - n.used))
              else -least(n.used, -p.amount - sum(n.used) over newest + n.used) end as share, p.amount > 0 as is_payment
          from payments p
          join invoices i on i.entity_id = $1 and i.source_key = p.invoice_key
          join (select n.id, n.invoice_id, n.due, n.sequence, n.amount, coalesce(a.used, 0) as used from instalments n
                left join (select instalment_id, sum(amount) as used from allocations group by instalment_id) a on a.instalment_id = n.id) n on n.invoice_id = i.id
          where p.entity_id = $1 and p.source_key = format('paid:%s:%s', p.invoice_key, $2)
          window oldest as (partition by p.id order by n.due, n.sequence), newest as (partition by p.id order by n.due desc, n.sequence desc)) f
        where (f.is_payment and f.share > 0) or (not f.is_payment and f.share < 0)
        """;

    // The books corrected the day of the only payment they told of.
    private const string Dates =
        """
        with corrected as (
          update payments p set value_date = s.paid_on from staged s
          where p.entity_id = $1 and p.invoice_key = s.source_key and s.paid_on is not null and p.value_date <> s.paid_on
            and not exists (select from payments o where o.entity_id = $1 and o.invoice_key = s.source_key and o.id <> p.id)
          returning p.id, p.value_date)
        update allocations a set booked_on = c.value_date from corrected c where a.payment_id = c.id
        """;

    /// <summary>Books the differences and returns the number of new payments.</summary>
    public static async Task<long> BookAsync(
        NpgsqlConnection connection, string entityId, long importId, DateOnly today, CancellationToken cancellationToken)
    {
        var payments = await LedgerMerge.RunAsync(connection, Known + Payments, cancellationToken, entityId, importId, today);
        await LedgerMerge.RunAsync(connection, Allocations, cancellationToken, entityId, importId);
        await LedgerMerge.RunAsync(connection, Dates, cancellationToken, entityId);
        return payments;
    }
}
