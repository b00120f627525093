using Dunning.Core;
using Dunning.Core.Ledger;

namespace Dunning.Postgres.Ledger;

/// <summary>An instalment with everything that was ever booked on it, oldest first.</summary>
public sealed record InstalmentRow(
    AccountPlace Place, long InvoiceId, long InstalmentId, string Number, DateOnly? Issued, DateOnly Due, decimal Amount, InvoiceStatus Status,
    IReadOnlyList<DateOnly> BookedOn, IReadOnlyList<decimal> Booked);

/// <summary>A payment or credit note with everything that was ever used of it.</summary>
/// <param name="KnownFrom">Value date or issue date; null when the ledger does not know it.</param>
public sealed record CreditHistoryRow(AccountPlace Place, DateOnly? KnownFrom, decimal Amount, IReadOnlyList<DateOnly> UsedOn, IReadOnlyList<decimal> Used);

/// <summary>The whole history of all accounts, in the order of <see cref="AccountStreams"/> and its snapshot: one statement each.</summary>
public sealed class HistoryStreams(AccountStreams streams)
{
    private const string InstalmentSql =
        """
        select i.customer_id, i.currency, i.id, n.id, i.number, i.issued, n.due, n.amount, i.status,
          coalesce(array_agg(a.booked_on order by a.booked_on, a.id) filter (where a.id is not null), '{}'),
          coalesce(array_agg(a.amount order by a.booked_on, a.id) filter (where a.id is not null), '{}')
        from invoices i join instalments n on n.invoice_id = i.id left join allocations a on a.instalment_id = n.id
        where i.kind = 'invoice' and $1::date is not null and i.entity_id = any($2)
        group by i.id, n.id order by i.customer_id, i.currency collate "C", n.due, n.id
        """;

    // What the books used up of a credit note elsewhere counts like an allocation on that day.
    private const string CreditSql =
        """
        select customer_id, currency, known_from, amount, days, amounts from (
          select p.customer_id, p.currency, p.id, p.value_date as known_from, p.amount,
            coalesce(array_agg(a.booked_on order by a.booked_on, a.id) filter (where a.id is not null), '{}') as days,
            coalesce(array_agg(a.amount order by a.booked_on, a.id) filter (where a.id is not null), '{}') as amounts
          from payments p left join allocations a on a.payment_id = p.id where $1::date is not null and p.entity_id = any($2) group by p.id
          union all
          select c.customer_id, c.currency, c.id, c.issued, c.amount,
            coalesce(array_agg(a.booked_on order by a.booked_on, a.id) filter (where a.id is not null), '{}') || case when c.applied_on is null then '{}' else array[c.applied_on] end,
            coalesce(array_agg(a.amount order by a.booked_on, a.id) filter (where a.id is not null), '{}') || case when c.applied_on is null then '{}' else array[c.applied_amount] end
          from invoices c left join allocations a on a.credit_note_id = c.id
          where c.kind = 'credit_note' and c.status = 'open' and c.entity_id = any($2) group by c.id) x
        order by customer_id, currency collate "C", amount, id
        """;

    /// <summary>All instalments of invoices, paid ones included.</summary>
    public IAsyncEnumerable<InstalmentRow> Instalments(CancellationToken cancellationToken) => streams.ReadAsync(
        InstalmentSql,
        row => new InstalmentRow(
            AccountStreams.Place(row), row.GetInt64(2), row.GetInt64(3), row.GetString(4), AccountStreams.Day(row, 5), row.GetFieldValue<DateOnly>(6), row.GetDecimal(7),
            Wire.Parse<InvoiceStatus>(row.GetString(8)), row.GetFieldValue<DateOnly[]>(9), row.GetFieldValue<decimal[]>(10)),
        cancellationToken);

    /// <summary>All payments and credit notes.</summary>
    public IAsyncEnumerable<CreditHistoryRow> Credits(CancellationToken cancellationToken) => streams.ReadAsync(
        CreditSql,
        row => new CreditHistoryRow(AccountStreams.Place(row), AccountStreams.Day(row, 2), row.GetDecimal(3), row.GetFieldValue<DateOnly[]>(4), row.GetFieldValue<decimal[]>(5)),
        cancellationToken);
}
