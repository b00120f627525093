using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>What in the imported file will hamper collecting, so that it can be mended at the source.</summary>
/// <param name="NoAddress">Customers of the file without any billing address.</param>
/// <param name="NoIssueDate">Invoices without an issue date; past days cannot be shown exactly for them.</param>
/// <param name="NoTerms">Invoices due on the very day of issue, or without an issue date: payment terms are unknown.</param>
/// <param name="MissingLanguage">Customers for whom the entity's language was taken.</param>
/// <param name="SeveralCurrencies">Customers with invoices in more than one currency; each becomes an account of its own.</param>
/// <param name="FutureDated">Invoices issued after the day of the import.</param>
/// <param name="Newest">Latest day of issue or payment in the file.</param>
/// <param name="Stale">The latest day is more than a week before the import.</param>
public sealed record LedgerHealth(
    long NoAddress, long NoIssueDate, long NoTerms, long MissingLanguage, long SeveralCurrencies, long FutureDated,
    IReadOnlyList<string> Currencies, DateOnly? Newest, bool Stale, long Duplicates)
{
    private const int FreshDays = 7;

    private const string Query =
        """
        select
          (select count(*) from (select distinct customer_number from staged) s join customers c on c.entity_id = $1 and c.number = s.customer_number
            where not exists (select from contacts k where k.customer_id = c.id and k.verified and k.dead_since is null)),
          count(*) filter (where issued is null),
          count(*) filter (where issued is null or due[1] <= issued),
          (select count(*) from (select customer_number from staged group by customer_number having count(language) = 0) l),
          (select count(*) from (select customer_number from staged group by customer_number having count(distinct currency) > 1) m),
          count(*) filter (where issued > $2),
          coalesce(array_agg(distinct currency), '{}'), max(greatest(issued, paid_on)), count(*), count(distinct customer_number)
        from staged
        """;

    /// <summary>Reads the staged rows; called after the merge, so that addresses known from before count.</summary>
    public static async Task<(LedgerHealth Health, long Invoices, long Customers)> ReadAsync(
        NpgsqlConnection connection, string entityId, DateOnly today, long duplicates, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, Query, entityId, today);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        DateOnly? newest = await row.IsDBNullAsync(7, cancellationToken) ? null : row.GetFieldValue<DateOnly>(7);
        var health = new LedgerHealth(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetFieldValue<string[]>(6),
            newest, newest is { } day && day.AddDays(FreshDays) < today, duplicates);
        return (health, row.GetInt64(8), row.GetInt64(9));
    }
}
