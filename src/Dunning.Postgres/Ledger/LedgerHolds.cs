using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>
/// Marks of the imported ledger (counsel, insolvency, agency, deceased) as holds: visible, and lifted only by a named
/// person with a reason. A mark that was lifted once stays lifted however often the ledger repeats it.
/// </summary>
public static class LedgerHolds
{
    private const string Set =
        """
        with marked as (
          insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on, reach, ledger_mark)
          select u.entity_id, u.id, u.exclusion, 'the ledger marks the customer: ' || u.exclusion, 'ledger', $2,
            case when u.exclusion in ('legal', 'insolvency') then 'group' else 'customer' end, u.exclusion
          from customers u
          where u.entity_id = $1 and u.exclusion in ('legal', 'insolvency', 'agency', 'deceased')
            and not exists (select from suppressions s where s.customer_id = u.id and s.ledger_mark = u.exclusion)
          returning id, customer_id, kind)
        insert into journal (at, kind, actor, why, data)
        select $3, 'hold_set', 'ledger', format('The ledger marks a customer (%s); only a named person lifts the hold.', kind), jsonb_build_object('hold', id, 'customer', customer_id)
        from marked order by id
        """;

    /// <summary>Sets a hold for every mark that has none yet.</summary>
    public static async Task SetAsync(NpgsqlConnection connection, string entityId, DateOnly today, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Set, connection)
        {
            CommandTimeout = 0, Parameters = { new() { Value = entityId }, new() { Value = today }, new() { Value = at.UtcDateTime } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
