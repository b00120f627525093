using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>A payment as a bank file tells of it.</summary>
/// <param name="SourceKey">Identity within the entity; the same payment again changes nothing.</param>
/// <param name="Amount">Negative when money was taken back.</param>
/// <param name="CustomerNumber">Null, or a number nobody has, when the payer is not known.</param>
public sealed record StagedPayment(
    string SourceKey, decimal Amount, string Currency, DateOnly ValueDate, string? Text, string? Reference, string? PayerName, string? PayerAccount, string? CustomerNumber);

/// <summary>Brings payments of a bank file into the ledger: one COPY, one insert.</summary>
public static class PaymentStaging
{
    private const string Create =
        """
        create temp table staged_payments (
          source_key text not null, amount numeric(18, 4) not null, currency text not null, value_date date not null,
          remittance text, reference text, payer_name text, payer_account text, customer_number text) on commit drop
        """;

    private const string Copy =
        "copy staged_payments (source_key, amount, currency, value_date, remittance, reference, payer_name, payer_account, customer_number) from stdin (format binary)";

    // A number the ledger does not know stays part of the text: it may be what identifies the payer later.
    private const string Insert =
        """
        insert into payments (entity_id, customer_id, currency, amount, value_date, reference, source_key, payer_name, payer_account, remittance, state)
        select distinct on (s.source_key) $1, c.id, s.currency, s.amount, s.value_date, s.reference, s.source_key, s.payer_name, s.payer_account,
          case when c.id is null and s.customer_number is not null then concat_ws(E'\n', s.remittance, s.customer_number) else s.remittance end, 'new'
        from staged_payments s left join customers c on c.entity_id = $1 and c.number = s.customer_number
        order by s.source_key
        on conflict (entity_id, source_key) do nothing
        """;

    /// <summary>Copies the payments; returns how many rows came and how many of them were new.</summary>
    public static async Task<(long Rows, long New)> TakeInAsync(
        NpgsqlConnection connection, string entityId, IAsyncEnumerable<StagedPayment> payments, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        var rows = 0L;
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken))
        {
            await foreach (var payment in payments)
            {
                rows++;
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(payment.SourceKey, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(payment.Amount, NpgsqlDbType.Numeric, cancellationToken);
                await copy.WriteAsync(payment.Currency, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(payment.ValueDate, NpgsqlDbType.Date, cancellationToken);
                foreach (var text in new[] { payment.Text, payment.Reference, payment.PayerName, payment.PayerAccount, payment.CustomerNumber })
                    await copy.WriteOrNullAsync(text, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        return (rows, await LedgerMerge.RunAsync(connection, Insert, cancellationToken, entityId));
    }
}
