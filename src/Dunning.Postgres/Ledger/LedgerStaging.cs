using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Ledger;

/// <summary>The staging table of an import: it lives in the import's transaction and vanishes with it.</summary>
public static class LedgerStaging
{
    private const string Create =
        """
        create temp table staged (
          line bigint not null, source_key text not null, kind text not null, number text not null, customer_number text not null,
          customer_name text not null, language text, country text, time_zone text, debtor_kind text not null, segment text not null,
          exclusion text not null, contact_name text, contact_email text, issued date, currency text not null,
          amount numeric(18, 4) not null, due date[] not null, shares numeric[] not null, paid_on date, paid_amount numeric(18, 4),
          status text not null, level int not null, last_contact date, reference text, parent_number text, collect_on date) on commit drop
        """;

    private const string Copy =
        """
        copy staged (line, source_key, kind, number, customer_number, customer_name, language, country, time_zone, debtor_kind, segment,
          exclusion, contact_name, contact_email, issued, currency, amount, due, shares, paid_on, paid_amount, status, level, last_contact, reference, parent_number, collect_on)
        from stdin (format binary)
        """;

    // An invoice that appears again word for word is a repetition; with other values nobody can say which one is right.
    private const string TakeOutRepeats =
        """
        with ranked as (
          select ctid as place, line, first_value(line) over same as first_line,
            md5(row(number, customer_number, currency, amount, issued, due, shares, paid_on, paid_amount, status)::text)
              = first_value(md5(row(number, customer_number, currency, amount, issued, due, shares, paid_on, paid_amount, status)::text)) over same as equal
          from staged window same as (partition by source_key order by line)),
        gone as (delete from staged s using ranked r where s.ctid = r.place and r.line <> r.first_line returning s.line, s.number, r.first_line, r.equal)
        select line, number, first_line, equal from gone order by line
        """;

    // The file's word on a parent goes before what is known. $1: the entity.
    private const string TakeOutCircles =
        """
        with recursive named as (
          select distinct on (customer_number) customer_number as child, parent_number as parent from staged where parent_number is not null order by customer_number, line desc),
        known as (
          select child, parent from named
          union all
          select c.number, p.number from customers c join customers p on p.id = c.parent_id
          where c.entity_id = $1 and not exists (select from named n where n.child = c.number)),
        walk as (
          select child as start, parent from known where child in (select child from named)
          union
          select w.start, k.parent from walk w join known k on k.child = w.parent where w.parent <> w.start)
        delete from staged s using walk w where w.parent = w.start and s.customer_number = w.start and s.parent_number is not null
        returning s.line, s.parent_number
        """;

    // Tables that the running import has filled have no statistics yet (and only their owner may analyze them), so the
    // planner could take them for empty and walk them once per row. A large import reads most of them anyway.
    private const string JoinWholeTables =
        "select set_config('enable_nestloop', case when count(*) > 500 then 'off' else 'on' end, true) from (select from staged limit 501) few";

    /// <summary>Creates the table and starts the binary copy into it.</summary>
    public static async Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        return await connection.BeginBinaryImportAsync(Copy, cancellationToken);
    }

    /// <summary>Removes rows whose invoice came before in the same file; says of each whether it was the same word for word.</summary>
    public static async Task<IReadOnlyList<RepeatedInvoice>> TakeOutRepeatsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await LedgerMerge.RunAsync(connection, "analyze staged", cancellationToken);
        await LedgerMerge.RunAsync(connection, JoinWholeTables, cancellationToken);
        await using var command = LedgerMerge.Command(connection, TakeOutRepeats);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RepeatedInvoice> repeats = [];
        while (await reader.ReadAsync(cancellationToken))
            repeats.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetBoolean(3)));
        return repeats;
    }

    /// <summary>Removes rows whose parents lead back to the customer itself; nobody can say which of them is the head.</summary>
    public static async Task<IReadOnlyList<(long Line, string Parent)>> TakeOutCirclesAsync(NpgsqlConnection connection, string entityId, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, TakeOutCircles, entityId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(long, string)> circles = [];
        while (await reader.ReadAsync(cancellationToken)) circles.Add((reader.GetInt64(0), reader.GetString(1)));
        return circles;
    }

    /// <summary>Writes a value that may be null.</summary>
    public static Task WriteOrNullAsync<T>(this NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken) where T : struct =>
        value is { } known ? copy.WriteAsync(known, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);

    /// <summary>Writes a text that may be null.</summary>
    public static Task WriteOrNullAsync(this NpgsqlBinaryImporter copy, string? value, CancellationToken cancellationToken) =>
        value is not null ? copy.WriteAsync(value, NpgsqlDbType.Text, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}

/// <summary>A row that names an invoice which stands further up in the file already.</summary>
public sealed record RepeatedInvoice(long Line, string Number, long FirstLine, bool Equal);
