using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Deciding;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Ledger;

/// <summary>Tells the cases of payments that were less than what they were for; each payment is told of once.</summary>
public sealed class NoteShortPays(NpgsqlDataSource source, CaseDecisions decisions)
{
    private const int Batch = 200;

    private const string Waiting =
        """
        select p.id, c.id as case_id, p.amount, p.short_by, array_agg(distinct n.invoice_id) as invoice_ids
        from payments p join allocations a on a.payment_id = p.id join instalments n on n.id = a.instalment_id
        left join cases c on c.entity_id = p.entity_id and c.customer_id = p.customer_id and c.currency = p.currency and c.status <> 'closed'
        where p.entity_id = any(@entities) and p.short_by is not null and p.short_handled_on is null and p.reversed_by is null and p.value_date <= @day
        group by p.id, c.id order by p.id limit @limit
        """;

    private const string Handled = "update payments set short_handled_on = @day where id = any(@ids)";

    /// <summary>Decides for every such payment of these creditors; returns how many there were.</summary>
    public async Task<int> RunAsync(string[] entities, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var count = 0; ;)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var batch = (await connection.QueryAsync<ShortRow>(new CommandDefinition(Waiting, new { entities, day, limit = Batch }, cancellationToken: cancellationToken))).ToList();
            if (batch.Count == 0) return count;
            foreach (var payment in batch.Where(row => row.CaseId is not null)) await TellAsync(connection, payment, day, now, cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(Handled, new { day, ids = batch.ConvertAll(row => row.Id).ToArray() }, cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            count += batch.Count;
        }
    }

    // Two payments of one account change the same case: the file is read for each.
    private async Task TellAsync(NpgsqlConnection connection, ShortRow payment, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @CaseId for update", new { payment.CaseId }, cancellationToken: cancellationToken));
        var file = await CaseFiles.LoadOneAsync(connection, payment.CaseId!.Value, day, cancellationToken);
        var happened = new CaseEvent.PaymentShort(payment.Id, payment.InvoiceIds, payment.Amount, payment.ShortBy);
        await decisions.ApplyAsync(connection, file, happened, day, now, "agent", null, null, cancellationToken);
    }

    private sealed class ShortRow
    {
        public long Id { get; init; }
        public long? CaseId { get; init; }
        public decimal Amount { get; init; }
        public decimal ShortBy { get; init; }
        public long[] InvoiceIds { get; init; } = [];
    }
}
