using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>A payment that waits to be applied.</summary>
/// <param name="CustomerNumber">Null when the payer is unknown.</param>
public sealed record WaitingPayment(
    long Id, string EntityId, decimal Amount, string Currency, DateOnly ValueDate, string? Text, string? Reference, string? PayerName, string? PayerAccount,
    string? CustomerNumber, string State, string? Decision);

/// <summary>Something a payment may be for.</summary>
/// <param name="InstalmentId">Null for money the ledger told of.</param>
/// <param name="ToldPaymentId">The payment the ledger told of; null for an instalment.</param>
/// <param name="Open">What is owed, 0 when settled; of a told payment its amount.</param>
public sealed record CashCandidate(
    long PaymentId, long? InstalmentId, long? ToldPaymentId, long InvoiceId, string Number, long CustomerId, string CustomerNumber, string CustomerName, string Currency,
    decimal Open, DateOnly Due, string[] PayerAccounts);

/// <summary>Reads the payments that wait and all they may be for: two statements, whatever their number.</summary>
public static class CashRows
{
    private const string Waiting =
        """
        select p.id, p.entity_id, p.amount, p.currency, p.value_date, p.remittance, p.reference, p.payer_name, p.payer_account, c.number, p.state, p.decision
        from payments p left join customers c on c.id = p.customer_id
        where p.entity_id = any($1) and p.state in ('new', 'open', 'with_person') and p.amount > 0 and p.value_date <= $2
          and not exists (select from allocations a where a.payment_id = p.id)
        order by p.value_date, p.id
        """;

    private const string Create =
        "create temp table cash_keys (payment_id bigint not null, key text not null) on commit drop";

    // Open items of the payer, or of whoever number, name, account or amount point to; settled invoices by number only,
    // so that an old number is known for what it is; and payments the ledger told of at that time.
    private const string Candidates =
        """
        with waiting as materialized (
          select p.id, p.entity_id, p.customer_id, p.currency, p.amount, p.value_date, p.payer_name, p.payer_account from payments p
          where p.entity_id = any($1) and p.state in ('new', 'open', 'with_person') and p.amount > 0 and p.value_date <= $2),
        numbered as materialized (
          select distinct w.id as payment_id, i.id as invoice_id, i.customer_id from waiting w join cash_keys k on k.payment_id = w.id
          join invoices i on i.entity_id = w.entity_id and number_digits(i.number) = k.key and i.kind = 'invoice'),
        payers as materialized (
          select w.id as payment_id, w.customer_id from waiting w where w.customer_id is not null
          union select w.id, c.id from waiting w join cash_keys k on k.payment_id = w.id
            join customers c on c.entity_id = w.entity_id and number_digits(c.number) = k.key where w.customer_id is null
          union select w.id, c.id from waiting w join customers c on c.entity_id = w.entity_id and lower(c.name) = lower(w.payer_name) where w.customer_id is null
          union select w.id, o.customer_id from waiting w join payments o on o.entity_id = w.entity_id and o.payer_account = w.payer_account and o.customer_id is not null
            where w.customer_id is null
          union select n.payment_id, n.customer_id from numbered n),
        open as materialized (select o.* from open_items($2) o where o.entity_id = any($1)),
        found as (
          select p.payment_id, o.instalment_id, o.invoice_id from payers p join open o on o.customer_id = p.customer_id
          union select w.id, o.instalment_id, o.invoice_id from waiting w join open o on o.entity_id = w.entity_id and o.currency = w.currency and o.residual = w.amount
            where w.customer_id is null
          union select n.payment_id, t.id, n.invoice_id from numbered n join instalments t on t.invoice_id = n.invoice_id),
        accounts as (
          select customer_id, array_agg(distinct payer_account) as known from payments
          where entity_id = any($1) and payer_account is not null and customer_id is not null and state = 'applied' group by customer_id)
        select f.payment_id, f.instalment_id, null::bigint as told_id, i.id, i.number, c.id, c.number, c.name, i.currency,
          case when i.status in ('draft', 'cancelled') then 0 else coalesce(o.residual, 0) end, t.due, coalesce(a.known, '{}')
        from found f join instalments t on t.id = f.instalment_id join invoices i on i.id = f.invoice_id join customers c on c.id = i.customer_id
        left join open o on o.instalment_id = f.instalment_id left join accounts a on a.customer_id = c.id
        union all
        select w.id, null, p.id, i.id, i.number, c.id, c.number, c.name, p.currency, p.amount, p.value_date, '{}'::text[]
        from waiting w join payments p on p.entity_id = w.entity_id and p.currency = w.currency and p.invoice_key is not null and p.seen_in_bank is null and p.amount > 0
          and p.value_date between w.value_date - 3 and w.value_date + 10
        join invoices i on i.entity_id = p.entity_id and i.source_key = p.invoice_key join customers c on c.id = p.customer_id
        where p.customer_id = w.customer_id or (w.customer_id is null and (p.amount = w.amount or exists (select from numbered n where n.payment_id = w.id and n.invoice_id = i.id)))
        order by 1, 3 nulls first, 2
        """;

    /// <summary>No import and no other matching of these entities runs until the transaction ends.</summary>
    public static Task LockAsync(NpgsqlConnection connection, string[] entities, CancellationToken cancellationToken) =>
        LedgerMerge.RunAsync(connection, "select pg_advisory_xact_lock(hashtextextended('import:' || e, 0)) from (select e from unnest($1) e order by e) o", cancellationToken, [entities]);

    /// <summary>Payments that wait, oldest value date first.</summary>
    public static async Task<List<WaitingPayment>> WaitingAsync(NpgsqlConnection connection, string[] entities, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, Waiting, entities, day);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<WaitingPayment> found = [];
        while (await row.ReadAsync(cancellationToken))
        {
            found.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetDecimal(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8),
                Text(row, 9), row.GetString(10), Text(row, 11)));
        }

        return found;
    }

    /// <summary>Copies the digits by which invoices are looked up.</summary>
    public static async Task KeysAsync(NpgsqlConnection connection, IEnumerable<(long PaymentId, string Key)> keys, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync("copy cash_keys (payment_id, key) from stdin (format binary)", cancellationToken))
        {
            foreach (var (payment, key) in keys)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(payment, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(key, NpgsqlDbType.Text, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await LedgerMerge.RunAsync(connection, "analyze cash_keys", cancellationToken);
    }

    /// <summary>Streams the candidates, payment by payment.</summary>
    public static async IAsyncEnumerable<CashCandidate> CandidatesAsync(
        NpgsqlConnection connection, string[] entities, DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, Candidates, entities, day);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new(
                row.GetInt64(0), Id(row, 1), Id(row, 2), row.GetInt64(3), row.GetString(4), row.GetInt64(5), row.GetString(6), row.GetString(7), row.GetString(8),
                row.GetDecimal(9), row.GetFieldValue<DateOnly>(10), row.GetFieldValue<string[]>(11));
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
