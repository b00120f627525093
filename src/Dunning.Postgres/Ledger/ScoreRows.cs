using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>An instalment of an account that has an open case, with its payment as known on the day.</summary>
/// <param name="Paid">Day on which it was paid in full; null while anything is owed.</param>
public sealed record HistoryRow(AccountPlace Place, long CaseId, DateOnly? Issued, DateOnly Due, DateOnly? Paid, decimal Amount, decimal Residual);

/// <summary>The score of a case.</summary>
/// <param name="Risk">Chance of late payment, 0 to 1, weighted by what is owed.</param>
public sealed record CaseScore(long CaseId, float Risk, float ExpectedDaysLate, string[] Reasons);

/// <summary>Reads what scoring needs and stores the scores.</summary>
public static class ScoreRows
{
    private const string History =
        """
        select c.customer_id, c.currency, c.id, i.issued, n.due,
          case when coalesce(sum(a.amount), 0) >= n.amount then max(a.booked_on) end, n.amount, n.amount - coalesce(sum(a.amount), 0)
        from cases c
        join invoices i on i.entity_id = c.entity_id and i.customer_id = c.customer_id and i.currency = c.currency and i.kind = 'invoice' and (i.issued is null or i.issued <= $1)
        join instalments n on n.invoice_id = i.id
        left join allocations a on a.instalment_id = n.id and a.booked_on <= $1
        where c.status <> 'closed' and c.entity_id = any($2)
        group by c.id, i.id, n.id order by c.customer_id, c.currency collate "C"
        """;

    private const string Create =
        "create temp table scored (case_id bigint not null, risk real not null, days real not null, reasons text[] not null) on commit drop";

    private const string Update =
        """
        update cases c set risk = s.risk, expected_days_late = s.days, risk_reasons = s.reasons from scored s
        where c.id = s.case_id and (c.risk, c.expected_days_late, c.risk_reasons) is distinct from (s.risk, s.days, s.reasons)
        """;

    /// <summary>Streams the history of all accounts with an open case, account by account.</summary>
    public static async IAsyncEnumerable<HistoryRow> ReadAsync(
        NpgsqlDataSource source, DateOnly day, string[] entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = LedgerMerge.Command(connection, History, day, entities);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new(
                new(reader.GetInt64(0), reader.GetString(1)), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5), reader.GetDecimal(6), reader.GetDecimal(7));
        }
    }

    /// <summary>Stores the scores that changed.</summary>
    public static async Task StoreAsync(NpgsqlDataSource source, IAsyncEnumerable<CaseScore> scores, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(Create, cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync("copy scored (case_id, risk, days, reasons) from stdin (format binary)", cancellationToken))
        {
            await foreach (var score in scores)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(score.CaseId, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(score.Risk, NpgsqlDbType.Real, cancellationToken);
                await copy.WriteAsync(score.ExpectedDaysLate, NpgsqlDbType.Real, cancellationToken);
                await copy.WriteAsync(score.Reasons, NpgsqlDbType.Text | NpgsqlDbType.Array, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await LedgerMerge.RunAsync(connection, Update, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
