using Dapper;
using Dunning.Core.Ledger.Statements;
using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>What a statement needs beside the case file, for any number of accounts in one statement each.</summary>
public static class StatementCredits
{
    private const string Credits =
        """
        select c.id as case_id, u.payment_id is not null as is_payment, coalesce(i.number, p.reference) as reference, coalesce(i.issued, p.value_date) as day, u.amount
        from cases c join unapplied_credits(@day) u on u.entity_id = c.entity_id and u.customer_id = c.customer_id and u.currency = c.currency
        left join payments p on p.id = u.payment_id left join invoices i on i.id = u.credit_note_id
        where c.id = any(@ids) order by c.id, 4 nulls first, u.payment_id, u.credit_note_id
        """;

    private const string OtherCurrencies =
        """
        select distinct o.currency from cases c
        join open_items(@day) o on o.entity_id = c.entity_id and o.customer_id = c.customer_id and o.currency <> c.currency
        where c.id = @caseId and o.status not in ('draft', 'cancelled', 'written_off') order by 1
        """;

    /// <summary>The credits of the accounts of some cases that were not applied by a day, by case.</summary>
    public static async Task<ILookup<long, StatementCredit>> LoadAsync(NpgsqlConnection connection, long[] caseIds, DateOnly day, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<CreditRow>(new CommandDefinition(Credits, new { ids = caseIds, day }, cancellationToken: cancellationToken)))
            .ToLookup(row => row.CaseId, row => new StatementCredit(row.IsPayment, row.Reference, row.Day, row.Amount));

    /// <summary>Currencies in which the customer owes the same creditor something on other accounts.</summary>
    public static async Task<IReadOnlyList<string>> OtherCurrenciesAsync(NpgsqlConnection connection, long caseId, DateOnly day, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(OtherCurrencies, new { caseId, day }, cancellationToken: cancellationToken))];

    private sealed record CreditRow(long CaseId, bool IsPayment, string? Reference, DateOnly? Day, decimal Amount);
}
