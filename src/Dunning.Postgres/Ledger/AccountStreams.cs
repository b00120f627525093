using System.Runtime.CompilerServices;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>
/// The streams a planning cycle reads, each one statement over all accounts, all in one snapshot and in the same order,
/// so that they can be joined in memory while they pass by.
/// </summary>
public sealed class AccountStreams(NpgsqlDataSource source, string snapshot, DateOnly day, string[] entities)
{
    private const string ItemSql =
        """
        select customer_id, currency, invoice_id, instalment_id, number, issued, due, original, residual, status, last_paid
        from open_items($1) where entity_id = any($2) order by customer_id, currency collate "C", due, instalment_id
        """;

    private const string CreditSql =
        """select customer_id, currency, amount from unapplied_credits($1) where entity_id = any($2) order by customer_id, currency collate "C", amount""";

    private const string CustomerSql =
        """
        select u.id, u.entity_id, u.number, u.name, u.language, u.country, u.time_zone, u.debtor_kind, u.segment, u.parent_id, u.exclusion,
          u.imported_level, u.imported_last_contact, e.time_zone, e.ledger_as_of, k.customer_id is not null, w.last_on, q.customer_id is not null, e.mailbox_as_of
        from customers u join entities e on e.id = u.entity_id
        left join (select distinct customer_id from contacts where verified and dead_since is null and opted_out_at is null) k on k.customer_id = u.id
        left join (select m.customer_id, max((m.at at time zone n.time_zone)::date) as last_on from messages m join entities n on n.id = m.entity_id
          where m.direction = 'out' and (m.at at time zone n.time_zone)::date <= $1 group by m.customer_id) w on w.customer_id = u.id
        left join (select distinct customer_id from messages where direction = 'in' and state in ('new', 'read', 'with_person')) q on q.customer_id = u.id
        where u.entity_id = any($2) order by u.id
        """;

    private const string CaseSql =
        """
        select distinct on (c.customer_id, c.currency collate "C") c.customer_id, c.currency, c.id, c.entity_id, c.status, c.level, c.level_on, c.ladder_run,
          c.opened_on, c.last_contact_on, c.version, bool_or(c.status = 'closed') over (partition by c.customer_id, c.currency),
          exists (select from promises p where p.case_id = c.id and p.status = 'open') or exists (select from disputes d where d.case_id = c.id and d.status = 'open')
            or exists (select from payment_claims y where y.case_id = c.id and y.status = 'tracing'),
          coalesce(t.ids, '{}'), coalesce(t.states, '{}'), coalesce(t.reminds, '{}')
        from cases c
        left join (select case_id, array_agg(id order by id) as ids, array_agg(state order by id) as states,
            array_agg(purpose in ('reminder', 'promise_lapsed') order by id) as reminds
          from touches group by case_id) t on t.case_id = c.id and c.status <> 'closed'
        where c.entity_id = any($2) and c.opened_on <= $1
        order by c.customer_id, c.currency collate "C", c.status = 'closed', c.id desc
        """;

    private const string PauseSql =
        """
        select u.id, case when s.customer_id = u.id then s.case_id end, s.id, s.kind, s.invoice_ids, s.starts_on, s.expires_on, s.reason
        from customers u
        join suppressions s on s.lifted_at is null and (s.expires_on is null or s.expires_on >= $1)
          and s.customer_id in (u.id, u.parent_id) and (s.customer_id = u.id or s.kind in ('legal', 'insolvency'))
        where u.entity_id = any($2) order by u.id, s.id
        """;

    private const string LapsedSql =
        """
        select c.customer_id, c.currency, p.id, p.resolved_on, p.invoice_ids
        from promises p join cases c on c.id = p.case_id and c.status <> 'closed'
        where p.status = 'broken' and p.resolved_on <= $1 and c.entity_id = any($2)
          and not exists (select from touches t where t.case_id = c.id and t.cause = format('promise:%s:broken', p.id) and t.state not in ('planned', 'cancelled'))
        order by c.customer_id, c.currency collate "C", p.id
        """;

    /// <summary>Open items as known on the day.</summary>
    public IAsyncEnumerable<ItemRow> Items(CancellationToken cancellationToken) => ReadAsync(
        ItemSql,
        row => new ItemRow(
            Place(row),
            new(row.GetInt64(2), row.GetInt64(3), row.GetString(4), Day(row, 5), row.GetFieldValue<DateOnly>(6), row.GetDecimal(7), row.GetDecimal(8), Wire.Parse<InvoiceStatus>(row.GetString(9))),
            Day(row, 10)),
        cancellationToken);

    /// <summary>Credits with a rest on the day.</summary>
    public IAsyncEnumerable<CreditRow> Credits(CancellationToken cancellationToken) =>
        ReadAsync(CreditSql, row => new CreditRow(Place(row), row.GetDecimal(2)), cancellationToken);

    /// <summary>Customers with their flags.</summary>
    public IAsyncEnumerable<CustomerRow> Customers(CancellationToken cancellationToken) => ReadAsync(
        CustomerSql,
        row => new CustomerRow(
            new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
                Wire.Parse<DebtorKind>(row.GetString(7)), row.GetString(8), row.IsDBNull(9) ? null : row.GetInt64(9), Wire.Parse<Exclusion>(row.GetString(10)), row.GetInt32(11), Day(row, 12)),
            row.GetString(13), row.IsDBNull(14) ? null : row.GetFieldValue<DateTimeOffset>(14), row.GetBoolean(15), Day(row, 16), row.GetBoolean(17),
            row.IsDBNull(18) ? null : row.GetFieldValue<DateTimeOffset>(18)),
        cancellationToken);

    /// <summary>One row per account that has or had a case.</summary>
    public IAsyncEnumerable<CaseRow> Cases(CancellationToken cancellationToken) => ReadAsync(
        CaseSql,
        row =>
        {
            var status = Wire.Parse<CaseStatus>(row.GetString(4));
            var open = status == CaseStatus.Closed ? null : new Case(
                row.GetInt64(2), new(row.GetString(3), row.GetInt64(0), row.GetString(1)), status, row.GetInt32(5), Day(row, 6), row.GetInt32(7),
                row.GetFieldValue<DateOnly>(8), Day(row, 9), row.GetInt32(10));
            return new CaseRow(Place(row), open, row.GetBoolean(11), row.GetBoolean(12), row.GetFieldValue<string[]>(13), row.GetFieldValue<string[]>(14), row.GetFieldValue<bool[]>(15));
        },
        cancellationToken);

    /// <summary>Pauses that may hold on the day, those inherited from a parent included.</summary>
    public IAsyncEnumerable<PauseRow> Pauses(CancellationToken cancellationToken) => ReadAsync(
        PauseSql,
        row => new PauseRow(
            row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1),
            new(row.GetInt64(2), Wire.Parse<SuppressionKind>(row.GetString(3)), row.GetFieldValue<long[]>(4), row.GetFieldValue<DateOnly>(5), Day(row, 6), row.GetString(7))),
        cancellationToken);

    /// <summary>Broken promises no message has spoken of.</summary>
    public IAsyncEnumerable<LapsedRow> Lapsed(CancellationToken cancellationToken) => ReadAsync(
        LapsedSql, row => new LapsedRow(Place(row), new(row.GetInt64(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<long[]>(4))), cancellationToken);

    private static AccountPlace Place(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1));

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private async IAsyncEnumerable<T> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync($"set transaction snapshot '{snapshot}'", cancellationToken);
        await using var command = LedgerMerge.Command(connection, sql, day, entities);
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SingleResult, cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return map(reader);
    }
}
