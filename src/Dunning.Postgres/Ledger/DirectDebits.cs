using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>Direct debits whose collection day passed without money.</summary>
public static class DirectDebits
{
    // The invoice counts as overdue again from that day on; a person finds out what the bank did.
    private const string Ask =
        """
        with late as (
          select distinct o.invoice_id, o.number, o.entity_id, o.customer_id, o.currency, i.collect_on
          from open_items($2) o join invoices i on i.id = o.invoice_id
          where o.entity_id = any($1) and i.status = 'direct_debit' and debit_clears_on(i.collect_on) < $2
            and not coalesce(i.debit_returned_on >= i.collect_on, false))
        insert into tasks (case_id, kind, title, detail, created_at, dedupe_key)
        select c.id, 'direct_debit_missing', format('No money came by direct debit for %s', l.number),
          format('It was to be collected on %s, and nothing arrived by %s. The invoice is chased like any other from now on.', l.collect_on, debit_clears_on(l.collect_on)),
          $3, format('debit:%s:%s', l.invoice_id, l.collect_on)
        from late l left join cases c on c.entity_id = l.entity_id and c.customer_id = l.customer_id and c.currency = l.currency and c.status <> 'closed'
        order by l.invoice_id
        on conflict (dedupe_key) do nothing
        """;

    /// <summary>Makes a task for each; returns how many are new.</summary>
    public static async Task<long> AskAsync(NpgsqlConnection connection, string[] entities, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken) =>
        await LedgerMerge.RunAsync(connection, Ask, cancellationToken, entities, day, now.UtcDateTime);
}
