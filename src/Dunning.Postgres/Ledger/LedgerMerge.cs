using Dunning.Core.Ledger;
using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>
/// Brings staged rows into the ledger with a fixed number of set-based statements. Each writes only rows that differ,
/// so that the same file imported again changes nothing.
/// </summary>
public static class LedgerMerge
{
    private const string Entities =
        """
        insert into entities (id, name, country, time_zone, language, currency, iban, bic, pay_url, from_address, reply_to, persona_name, phone, postal_address)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (id) do nothing
        """;

    private const string Differences =
        """
        select v.setting from entities e cross join lateral (values
          ('name', e.name, $2), ('country', e.country, $3), ('time_zone', e.time_zone, $4), ('language', e.language, $5), ('currency', e.currency, $6),
          ('iban', e.iban, $7), ('bic', e.bic, $8), ('pay_url', e.pay_url, $9), ('from_address', e.from_address, $10), ('reply_to', e.reply_to, $11),
          ('persona_name', e.persona_name, $12), ('phone', e.phone, $13), ('postal_address', e.postal_address, $14)) v (setting, stored, given)
        where e.id = $1 and v.stored is distinct from v.given
        """;

    // What a person has set (segment, exclusion) is kept unless the file says something of its own.
    private const string Customers =
        """
        insert into customers as c (entity_id, number, name, language, country, time_zone, debtor_kind, segment, exclusion, imported_level, imported_last_contact)
        select distinct on (s.customer_number) $1, s.customer_number, s.customer_name, coalesce(s.language, e.language), coalesce(s.country, e.country),
          coalesce(s.time_zone, e.time_zone), s.debtor_kind, s.segment, s.exclusion, m.level, m.last_contact
        from staged s join entities e on e.id = $1
        join (select customer_number, max(level) as level, max(last_contact) as last_contact from staged group by customer_number) m using (customer_number)
        order by s.customer_number, s.line desc
        on conflict (entity_id, number) do update set name = excluded.name, language = excluded.language, country = excluded.country,
          time_zone = excluded.time_zone, debtor_kind = excluded.debtor_kind,
          segment = case when excluded.segment = 'default' then c.segment else excluded.segment end,
          exclusion = case when excluded.exclusion = 'none' then c.exclusion else excluded.exclusion end,
          imported_level = excluded.imported_level, imported_last_contact = excluded.imported_last_contact
        where (c.name, c.language, c.country, c.time_zone, c.debtor_kind, c.imported_level, c.imported_last_contact)
            is distinct from (excluded.name, excluded.language, excluded.country, excluded.time_zone, excluded.debtor_kind, excluded.imported_level, excluded.imported_last_contact)
          or (excluded.segment <> 'default' and c.segment <> excluded.segment) or (excluded.exclusion <> 'none' and c.exclusion <> excluded.exclusion)
        """;

    // A parent may have no invoices of its own; it is known by its number until a file names it.
    private const string Parents =
        """
        insert into customers (entity_id, number, name, language, country, time_zone)
        select distinct $1, s.parent_number, s.parent_number, e.language, e.country, e.time_zone
        from staged s join entities e on e.id = $1 where s.parent_number is not null
        on conflict (entity_id, number) do nothing
        """;

    private const string Families =
        """
        update customers c set parent_id = f.parent_id
        from (select distinct on (s.customer_number) s.customer_number, p.id as parent_id
              from staged s join customers p on p.entity_id = $1 and p.number = s.parent_number
              order by s.customer_number, s.line desc) f
        where c.entity_id = $1 and c.number = f.customer_number and c.parent_id is distinct from f.parent_id
        """;

    private const string Contacts =
        """
        insert into contacts as k (customer_id, name, email, verified, source)
        select distinct on (c.id, s.contact_email) c.id, s.contact_name, s.contact_email, true, 'import'
        from staged s join customers c on c.entity_id = $1 and c.number = s.customer_number
        where s.contact_email is not null
        order by c.id, s.contact_email, s.line desc
        on conflict (customer_id, email) do update set name = excluded.name, verified = true, discarded_by = null, discarded_at = null
        where not k.verified or (excluded.name is not null and k.name is distinct from excluded.name)
        """;

    // Returns how many rows were new and how many changed; xmax is 0 for a row just inserted.
    private const string Invoices =
        """
        with merged as (
          insert into invoices as i (entity_id, customer_id, kind, number, currency, issued, amount, status, source_key, import_id, applied_amount, applied_on, collect_on)
          select $1, c.id, s.kind, s.number, s.currency, s.issued, s.amount, s.status, s.source_key, $2,
            case when s.kind = 'credit_note' then coalesce(s.paid_amount, case when s.paid_on is not null then s.amount else 0 end) else 0 end,
            case when s.kind = 'credit_note' and (s.paid_on is not null or s.paid_amount <> 0) then coalesce(s.paid_on, $3) end, s.collect_on
          from staged s join customers c on c.entity_id = $1 and c.number = s.customer_number
          on conflict (entity_id, source_key) do update set customer_id = excluded.customer_id, kind = excluded.kind, number = excluded.number,
            currency = excluded.currency, issued = excluded.issued, amount = excluded.amount, status = excluded.status,
            import_id = excluded.import_id, collect_on = excluded.collect_on, applied_amount = excluded.applied_amount,
            applied_on = case when i.applied_amount = excluded.applied_amount and i.applied_on is not null then i.applied_on else excluded.applied_on end
          where (i.customer_id, i.kind, i.number, i.currency, i.issued, i.amount, i.status, i.collect_on, i.applied_amount)
            is distinct from (excluded.customer_id, excluded.kind, excluded.number, excluded.currency, excluded.issued, excluded.amount, excluded.status, excluded.collect_on, excluded.applied_amount)
          returning xmax = 0 as is_new)
        select count(*) filter (where is_new), count(*) filter (where not is_new) from merged
        """;

    private const string Instalments =
        """
        insert into instalments as n (invoice_id, sequence, due, amount)
        select i.id, d.sequence, d.due, d.share
        from staged s join invoices i on i.entity_id = $1 and i.source_key = s.source_key
        cross join lateral unnest(s.due, s.shares) with ordinality as d (due, share, sequence)
        where s.kind = 'invoice'
        on conflict (invoice_id, sequence) do update set due = excluded.due, amount = excluded.amount
        where (n.due, n.amount) is distinct from (excluded.due, excluded.amount)
        """;

    private const string DropInstalments =
        """
        delete from instalments n using staged s, invoices i
        where i.entity_id = $1 and i.source_key = s.source_key and n.invoice_id = i.id
          and n.sequence > (case when s.kind = 'invoice' then cardinality(s.due) else 0 end)
          and not exists (select from allocations a where a.instalment_id = n.id)
        """;

    /// <summary>Everything up to the instalments; returns how many invoices were new and how many changed.</summary>
    public static async Task<(long New, long Changed)> InvoicesAsync(
        NpgsqlConnection connection, Entity entity, long importId, DateOnly today, CancellationToken cancellationToken)
    {
        await RunAsync(connection, Customers, cancellationToken, entity.Id);
        await RunAsync(connection, Parents, cancellationToken, entity.Id);
        await RunAsync(connection, Families, cancellationToken, entity.Id);
        await RunAsync(connection, Contacts, cancellationToken, entity.Id);
        (long, long) counts;
        await using (var merge = Command(connection, Invoices, entity.Id, importId, today))
        await using (var reader = await merge.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            counts = (reader.GetInt64(0), reader.GetInt64(1));
        }

        await RunAsync(connection, Instalments, cancellationToken, entity.Id);
        await RunAsync(connection, DropInstalments, cancellationToken, entity.Id);
        return counts;
    }

    /// <summary>
    /// Adds the entity when it is not known yet. A known one stays as it is, since no file may change where customers
    /// pay to; the names of the settings in which the mapping differs are returned.
    /// </summary>
    public static async Task<IReadOnlyList<string>> EntityAsync(NpgsqlConnection connection, Entity entity, CancellationToken cancellationToken)
    {
        object?[] values =
        [
            entity.Id, entity.Name, entity.Country, entity.TimeZone, entity.Language, entity.Currency, entity.Iban, entity.Bic, entity.PayUrl,
            entity.FromAddress, entity.ReplyTo, entity.PersonaName, entity.Phone, entity.PostalAddress,
        ];
        if (await RunAsync(connection, Entities, cancellationToken, values) == 1) return [];
        await using var command = Command(connection, Differences, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> settings = [];
        while (await reader.ReadAsync(cancellationToken)) settings.Add(reader.GetString(0));
        return settings;
    }

    internal static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
                : new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
