using System.Runtime.CompilerServices;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Postgres.Cases;
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
        select o.customer_id, o.currency, o.invoice_id, o.instalment_id, o.number, o.issued, o.due, o.original, o.residual, o.status, o.last_paid, d.collect_on
        from open_items($1) o left join (select id, collect_on from invoices where status = 'direct_debit' and collect_on is not null) d on d.id = o.invoice_id
        where o.entity_id = any($2) order by o.customer_id, o.currency collate "C", o.due, o.instalment_id
        """;

    private const string CreditSql =
        """select customer_id, currency, amount from unapplied_credits($1) where entity_id = any($2) order by customer_id, currency collate "C", amount""";

    private const string CustomerSql =
        """
        select u.id, u.entity_id, u.number, u.name, u.language, u.country, u.time_zone, u.debtor_kind, u.segment, u.parent_id,
          case when u.exclusion in ('legal', 'insolvency', 'agency', 'deceased') and exists (
            select from suppressions m where m.customer_id = u.id and m.ledger_mark = u.exclusion) then 'none' else u.exclusion end,
          u.imported_level, u.imported_last_contact, e.time_zone, e.ledger_as_of, k.customer_id is not null, w.last_on, q.customer_id is not null, w.recent, w.replied_on, e.mailbox_as_of
        from customers u join entities e on e.id = u.entity_id
        left join (select distinct customer_id from contacts where verified and dead_since is null and opted_out_at is null) k on k.customer_id = u.id
        left join (select customer_id, max(day) filter (where direction = 'out') as last_on, max(day) filter (where direction = 'in' and kind = 'human') as replied_on,
            array_agg(day order by day) filter (where direction = 'out' and not answer and day > $1 - 30) as recent
          from (select m.customer_id, m.direction, m.kind, (m.at at time zone n.time_zone)::date as day, t.in_reply_to_message is not null as answer
            from messages m join entities n on n.id = m.entity_id left join touches t on t.id = m.touch_id) known
          where day <= $1 group by customer_id) w on w.customer_id = u.id
        left join (select distinct customer_id from messages where direction = 'in' and state in ('new', 'read', 'with_person')) q on q.customer_id = u.id
        where u.entity_id = any($2) order by u.id
        """;

    private const string CaseSql =
        """
        select distinct on (c.customer_id, c.currency collate "C") c.customer_id, c.currency, c.id, c.entity_id, c.status, c.level, c.level_on, c.ladder_run,
          c.opened_on, c.last_contact_on, c.version, bool_or(c.status = 'closed') over (partition by c.customer_id, c.currency),
          exists (select from promises p where p.case_id = c.id and p.status = 'open') or exists (select from disputes d where d.case_id = c.id and d.status = 'open')
            or exists (select from payment_claims y where y.case_id = c.id and y.status = 'tracing')
            or exists (select from payment_plans n where n.case_id = c.id and n.status = 'running'),
          coalesce(t.ids, '{}'), coalesce(t.states, '{}'), coalesce(t.reminds, '{}'), c.risk, coalesce(t.policies, '{}'), c.policy_segment, c.policy_since,
          (select max(p.promised_for) from promises p where p.case_id = c.id and p.status <> 'open'),
          (select max(d.resolved_on) from disputes d where d.case_id = c.id and d.status <> 'open'),
          coalesce(t.days, '{}'), coalesce(t.stages, '{}'), c.policy, c.policy_on
        from cases c
        left join (select case_id, array_agg(id order by id) as ids, array_agg(state order by id) as states, array_agg(policy order by id) as policies,
            array_agg(purpose in ('reminder', 'promise_lapsed') order by id) as reminds,
            array_agg(planned_for order by id) as days, array_agg(coalesce(stage, 0) order by id) as stages
          from touches group by case_id) t on t.case_id = c.id and c.status <> 'closed'
        where c.entity_id = any($2) and c.opened_on <= $1
        order by c.customer_id, c.currency collate "C", c.status = 'closed', c.id desc
        """;

    // Holds of a group go down to any depth; union leaves every customer out that was met before.
    private const string PauseSql =
        $"""
        with recursive reached as (
          select s.id as hold, s.customer_id from suppressions s where s.lifted_at is null and s.scope = 'group'
          union
          select r.hold, c.id from reached r join customers c on c.parent_id = r.customer_id)
        select u.id, case when s.scope = 'account' then k.currency end, {HoldRow.Columns}
        from (select hold, customer_id from reached
              union all select s.id, s.customer_id from suppressions s where s.lifted_at is null and s.scope <> 'group') h
        join suppressions s on s.id = h.hold and (s.expires_on is null or s.expires_on >= $1)
        join customers u on u.id = h.customer_id and u.entity_id = any($2)
        left join cases k on k.id = s.case_id
        order by u.id, s.id
        """;

    private const string LapsedSql =
        """
        select c.customer_id, c.currency, p.id, p.resolved_on, p.invoice_ids, p.status = 'partly_kept'
        from promises p join cases c on c.id = p.case_id and c.status <> 'closed'
        where p.status in ('broken', 'partly_kept') and p.resolved_on <= $1 and c.entity_id = any($2)
          and not exists (select from touches t where t.case_id = c.id and t.cause = format('promise:%s:broken', p.id) and t.state not in ('planned', 'cancelled'))
        order by c.customer_id, c.currency collate "C", p.id
        """;

    /// <summary>Open items as known on the day.</summary>
    public IAsyncEnumerable<ItemRow> Items(CancellationToken cancellationToken) => ReadAsync(
        ItemSql,
        row => new ItemRow(
            Place(row),
            new(row.GetInt64(2), row.GetInt64(3), row.GetString(4), Day(row, 5), row.GetFieldValue<DateOnly>(6), row.GetDecimal(7), row.GetDecimal(8), Wire.Parse<InvoiceStatus>(row.GetString(9))) { CollectOn = Day(row, 11) },
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
            row.GetString(13), row.IsDBNull(14) ? null : row.GetFieldValue<DateTimeOffset>(14), row.GetBoolean(15), Day(row, 16), row.GetBoolean(17))
        {
            RecentContacts = row.IsDBNull(18) ? [] : row.GetFieldValue<DateOnly[]>(18),
            LastReplyOn = Day(row, 19),
            MailboxAsOf = row.IsDBNull(20) ? null : row.GetFieldValue<DateTimeOffset>(20),
        },
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
            return new CaseRow(Place(row), open, row.GetBoolean(11), row.GetBoolean(12), row.GetFieldValue<string[]>(13), row.GetFieldValue<string[]>(14), row.GetFieldValue<bool[]>(15))
            {
                Risk = open is null || row.IsDBNull(16) ? null : Math.Round(row.GetFloat(16), 4),
                TouchPolicies = row.GetFieldValue<string?[]>(17),
                Segment = open is null || row.IsDBNull(18) ? null : row.GetString(18),
                SegmentSince = Day(row, 19),
                PromisedFor = Day(row, 20),
                DisputeResolvedOn = Day(row, 21),
                TouchDays = row.GetFieldValue<DateOnly[]>(22),
                TouchStages = row.GetFieldValue<int[]>(23),
                Policy = row.IsDBNull(24) ? null : row.GetString(24),
                PolicyOn = Day(row, 25),
            };
        },
        cancellationToken);

    /// <summary>Pauses that may hold on the day, those inherited from a parent included.</summary>
    public IAsyncEnumerable<PauseRow> Pauses(CancellationToken cancellationToken) => ReadAsync(
        PauseSql,
        row => new PauseRow(
            row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1), Hold(row).ToSuppression()),
        cancellationToken);

    /// <summary>Broken promises no message has spoken of.</summary>
    public IAsyncEnumerable<LapsedRow> Lapsed(CancellationToken cancellationToken) => ReadAsync(
        LapsedSql, row => new LapsedRow(Place(row), new(row.GetInt64(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<long[]>(4)) { KeptInPart = row.GetBoolean(5) }), cancellationToken);

    // In the order of the columns of a hold, from the third on.
    private static HoldRow Hold(NpgsqlDataReader row) => new()
    {
        CustomerId = row.GetInt64(0), Id = row.GetInt64(2), Kind = row.GetString(3), InvoiceIds = row.GetFieldValue<long[]>(4), InstalmentIds = row.GetFieldValue<long[]>(5),
        HeldAmounts = row.GetFieldValue<decimal[]>(6), StartsOn = row.GetFieldValue<DateOnly>(7), ExpiresOn = Day(row, 8), Reason = row.GetString(9), Reach = row.GetString(10),
        Owner = row.GetString(11), EvidenceMessageId = row.IsDBNull(12) ? null : row.GetInt64(12), EvidenceStart = row.IsDBNull(13) ? null : row.GetInt32(13),
        EvidenceLength = row.IsDBNull(14) ? null : row.GetInt32(14), Unacknowledged = row.GetBoolean(15), AwaitsCredit = row.IsDBNull(16) ? null : row.GetDecimal(16),
        BaselineOpen = row.IsDBNull(17) ? null : row.GetDecimal(17), SetOn = row.GetInt64(18),
    };

    internal static AccountPlace Place(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1));

    internal static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    internal async IAsyncEnumerable<T> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync($"set transaction snapshot '{snapshot}'", cancellationToken);
        await using var command = LedgerMerge.Command(connection, sql, day, entities);
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SingleResult, cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return map(reader);
    }
}
