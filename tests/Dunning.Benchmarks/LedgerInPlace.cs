using Dunning.Postgres;
using Npgsql;

namespace Dunning.Benchmarks;

/// <summary>
/// A ledger of any size made inside the database by a few set-based statements: forty invoices per customer over two
/// years, four of five paid, some of them late, every hundredth customer with a credit, every fiftieth with a pause.
/// Customer and invoice are mixed by a fixed rule, so that rows of one account lie apart as they do in real books.
/// </summary>
internal static class LedgerInPlace
{
    private const string Parties =
        """
        insert into entities (id, name, country, time_zone, language, currency, from_address, reply_to, persona_name, ledger_as_of, mailbox_as_of)
        values ('bench', 'Bench Fictional Ltd', 'DE', 'Europe/Berlin', 'en', 'EUR', 'ar@bench.example', 'ar@bench.example', 'Accounts Receivable', '2026-03-02 07:00Z', '2026-03-02 07:00Z');
        insert into customers (entity_id, number, name, language, country, time_zone)
        select 'bench', 'C' || c, 'Customer ' || c || ' Fictional Ltd', 'en', case when c % 2 = 0 then 'GB' else 'DE' end, case when c % 2 = 0 then 'Europe/London' else 'Europe/Berlin' end
        from generate_series(1, @customers) c;
        insert into contacts (customer_id, name, email, verified, source)
        select id, 'Accounts Payable', 'ap@customer' || id || '.example', true, 'import' from customers where id % 10 <> 0
        """;

    private const string Invoices =
        """
        insert into invoices (entity_id, customer_id, kind, number, currency, issued, amount, source_key)
        select 'bench', 1 + (n::bigint * 7919) % @customers, 'invoice', 'R' || n, case when (1 + (n::bigint * 7919) % @customers) % 7 = 0 then 'USD' else 'EUR' end,
          date '2026-03-02' - (n::bigint * 104729 % 730)::int, (100 + n::bigint * 15485863 % 5000000) / 100.0, 'R' || n
        from generate_series(1, @invoices) n;
        insert into instalments (invoice_id, sequence, due, amount) select id, 1, issued + 30, amount from invoices
        """;

    private const string Payments =
        """
        insert into payments (entity_id, customer_id, currency, amount, value_date, source_key)
        select 'bench', customer_id, currency, amount, issued + 20 + (id * 31 % 50)::int, 'P' || id from invoices where id % 5 <> 0 and issued + 20 + (id * 31 % 50)::int <= date '2026-03-02';
        insert into allocations (instalment_id, payment_id, amount, booked_on)
        select n.id, p.id, p.amount, p.value_date from payments p join invoices i on i.source_key = 'R' || substr(p.source_key, 2) join instalments n on n.invoice_id = i.id;
        insert into payments (entity_id, customer_id, currency, amount, value_date, source_key)
        select 'bench', id, 'EUR', 17.11, date '2026-02-20', 'U' || id from customers where id % 100 = 0;
        insert into suppressions (entity_id, customer_id, kind, starts_on, expires_on, reason, owner)
        select 'bench', id, 'manual', date '2026-02-20', date '2026-03-20', 'agreed by telephone', 'Test Person' from customers where id % 50 = 0
        """;

    /// <summary>Fills an empty, migrated database.</summary>
    public static async Task FillAsync(NpgsqlDataSource source, int invoices, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var sql in new[] { Parties, Invoices, Payments })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            if (sql != Payments) command.Parameters.AddWithValue("customers", Math.Max(1, invoices / 40));
            if (sql == Invoices) command.Parameters.AddWithValue("invoices", invoices);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await connection.ExecuteAsync("vacuum analyze", cancellationToken);
    }
}
