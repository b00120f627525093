using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>What was decided about a payment.</summary>
/// <param name="State">New state of the payment.</param>
/// <param name="CustomerId">The customer the money belongs to, where that is certain.</param>
/// <param name="ShortBy">What is missing beyond a bank fee; null otherwise.</param>
/// <param name="Told">Payments of the ledger that are the same money.</param>
public sealed record CashDecision(long PaymentId, string State, string Kind, string Why, long? CustomerId, string? TaskDetail, long[] Told, decimal? ShortBy);

/// <summary>A part of a payment put to an instalment.</summary>
public sealed record CashPart(long PaymentId, long InstalmentId, decimal Amount, DateOnly BookedOn, string Method, string Reason);

/// <summary>Writes decisions about payments: two COPYs and a fixed number of statements.</summary>
public static class CashMerge
{
    private const string Create =
        """
        create temp table cash_decisions (payment_id bigint primary key, state text not null, kind text not null, why text not null, customer_id bigint, detail text, told bigint[] not null, short_by numeric(18, 4)) on commit drop;
        create temp table cash_parts (payment_id bigint not null, instalment_id bigint not null, amount numeric(18, 4) not null, booked_on date not null, method text not null, reason text not null) on commit drop
        """;

    private const string Allocate =
        "insert into allocations (instalment_id, payment_id, amount, booked_on) select instalment_id, payment_id, amount, booked_on from cash_parts order by payment_id, instalment_id";

    private const string States =
        """
        update payments p set state = d.state, decision = d.why, customer_id = coalesce(p.customer_id, d.customer_id), short_by = d.short_by
        from cash_decisions d where p.id = d.payment_id
        """;

    private const string Told =
        "update payments p set seen_in_bank = d.payment_id from cash_decisions d where p.id = any(d.told)";

    private const string Tasks =
        """
        insert into tasks (case_id, kind, title, detail, created_at, dedupe_key)
        select c.id, 'apply_payment', format('Apply a payment of %s %s', trim_scale(p.amount), p.currency), d.detail, $1, format('payment:%s', p.id)
        from cash_decisions d join payments p on p.id = d.payment_id
        left join cases c on c.entity_id = p.entity_id and c.customer_id = p.customer_id and c.currency = p.currency and c.status <> 'closed'
        where d.detail is not null order by p.id
        on conflict (dedupe_key) do nothing
        """;

    private const string Done =
        """
        update tasks t set done_at = $1, done_by = 'agent', outcome = d.why from cash_decisions d
        where d.detail is null and t.dedupe_key = format('payment:%s', d.payment_id) and t.done_at is null
        """;

    private const string Note =
        """
        insert into journal (at, kind, actor, case_id, why, data)
        select $1, d.kind, 'agent', c.id, d.why, jsonb_build_object('payment', p.id, 'parts', coalesce((
            select jsonb_agg(jsonb_build_object('instalment', s.instalment_id, 'amount', s.amount, 'method', s.method, 'reason', s.reason) order by s.instalment_id)
            from cash_parts s where s.payment_id = p.id), '[]'))
        from cash_decisions d join payments p on p.id = d.payment_id
        left join cases c on c.entity_id = p.entity_id and c.customer_id = p.customer_id and c.currency = p.currency and c.status <> 'closed'
        order by p.id
        """;

    /// <summary>Stores the decisions with tasks and journal rows.</summary>
    public static async Task StoreAsync(
        NpgsqlConnection connection, IReadOnlyList<CashDecision> decisions, IReadOnlyList<CashPart> parts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (decisions.Count == 0) return;
        await connection.ExecuteAsync(Create, cancellationToken);
        await CopyAsync(connection, decisions, cancellationToken);
        await CopyAsync(connection, parts, cancellationToken);
        await LedgerMerge.RunAsync(connection, Allocate, cancellationToken);
        await LedgerMerge.RunAsync(connection, States, cancellationToken);
        await LedgerMerge.RunAsync(connection, Told, cancellationToken);
        foreach (var sql in new[] { Tasks, Done, Note }) await LedgerMerge.RunAsync(connection, sql, cancellationToken, now.UtcDateTime);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<CashDecision> decisions, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy cash_decisions (payment_id, state, kind, why, customer_id, detail, told, short_by) from stdin (format binary)", cancellationToken);
        foreach (var decision in decisions)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(decision.PaymentId, NpgsqlDbType.Bigint, cancellationToken);
            foreach (var text in new[] { decision.State, decision.Kind, decision.Why }) await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteOrNullAsync(decision.CustomerId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteOrNullAsync(decision.TaskDetail, cancellationToken);
            await copy.WriteAsync(decision.Told, NpgsqlDbType.Bigint | NpgsqlDbType.Array, cancellationToken);
            await copy.WriteOrNullAsync(decision.ShortBy, NpgsqlDbType.Numeric, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<CashPart> parts, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy cash_parts (payment_id, instalment_id, amount, booked_on, method, reason) from stdin (format binary)", cancellationToken);
        foreach (var part in parts)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(part.PaymentId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(part.InstalmentId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(part.Amount, NpgsqlDbType.Numeric, cancellationToken);
            await copy.WriteAsync(part.BookedOn, NpgsqlDbType.Date, cancellationToken);
            await copy.WriteAsync(part.Method, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(part.Reason, NpgsqlDbType.Text, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
