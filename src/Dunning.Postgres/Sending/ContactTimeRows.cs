using System.Runtime.CompilerServices;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Postgres.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Dunning.Postgres.Sending;

/// <summary>One contact whose time to answer is over.</summary>
/// <param name="DaysAgo">Age in days.</param>
public readonly record struct ContactRow(string EntityId, string Segment, long CustomerId, Channel Channel, DayOfWeek Weekday, int Hour, bool Answered, double DaysAgo);

/// <summary>A learned preference to be stored; without a customer it is the segment's.</summary>
/// <param name="Suggestion">What is proposed to a person; null for nothing.</param>
public sealed record PreferenceRow(string EntityId, string Segment, long? CustomerId, ContactPreference Preference, string? Suggestion);

/// <summary>Reads contacts with what followed them, and keeps what was learned.</summary>
public static class ContactTimeRows
{
    // A contact that wants an answer: our reminders and traces, and what people sent or logged that answered nothing. A
    // message that came back was no contact. The time to answer ends with the second working day after the contact, in
    // the debtor's zone, or with the next contact, to which a later answer belongs. Answers are mails of people, not
    // from a sender known to be somebody else, and money received on a later day than the contact's.
    private const string Contacts =
        """
        with contact as (
          select m.id, m.customer_id, u.entity_id, u.segment, u.time_zone, m.at, m.at at time zone u.time_zone as local,
            case m.kind when 'call' then 'call' when 'letter' then 'letter' else 'mail' end as channel,
            lead(m.at) over (partition by m.customer_id order by m.at, m.id) as next_at
          from messages m join customers u on u.id = m.customer_id left join touches t on t.id = m.touch_id
          where m.direction = 'out' and m.at > $1 - interval '540 days' and m.at <= $1
            and case when t.id is null then m.in_reply_to is null else t.purpose in ('reminder', 'promise_lapsed', 'payment_trace') and t.state <> 'bounced' end),
        timed as (
          select c.*, c.local::date + case extract(isodow from c.local) when 4 then 4 when 5 then 4 when 6 then 3 else 2 end as last_day from contact c),
        bounded as (
          select t.*, (t.last_day + 1)::timestamp at time zone t.time_zone as deadline,
            least(t.last_day, (t.next_at at time zone t.time_zone)::date) as last_paid from timed t)
        select b.entity_id, b.segment, b.customer_id, b.channel, extract(dow from b.local)::int, extract(hour from b.local)::int,
          exists (select from messages r where r.customer_id = b.customer_id and r.direction = 'in' and r.kind = 'human' and r.authenticity <> 'failed'
              and r.at > b.at and r.at < least(b.deadline, b.next_at))
            or exists (select from payments p where p.entity_id = b.entity_id and p.customer_id = b.customer_id and p.amount > 0
              and p.value_date > b.local::date and p.value_date <= b.last_paid),
          extract(epoch from $1 - b.at)::float8 / 86400
        from bounded b where b.deadline <= $1 order by b.customer_id, b.id
        """;

    private const string Create =
        """
        create temp table learned (entity_id text not null, segment text not null, customer_id bigint, channel text not null, basis text not null, hours smallint[] not null,
          chance real not null, chance_lower real not null, chance_upper real not null, chance_otherwise real not null, contacts int not null, answered int not null,
          at_hour int not null, answered_at_hour int not null, explanation text not null, suggestion text) on commit drop
        """;

    private const string Columns =
        "entity_id, segment, customer_id, channel, basis, hours, chance, chance_lower, chance_upper, chance_otherwise, contacts, answered, at_hour, answered_at_hour, explanation, suggestion";

    private const string Of =
        """
        select p.channel, p.basis, p.hours, p.chance, p.chance_lower, p.chance_upper, p.chance_otherwise, p.contacts, p.answered, p.at_hour, p.answered_at_hour, p.explanation
        from customers u join contact_preferences p on p.channel = 'mail' and (p.customer_id = u.id
          or (p.customer_id is null and p.entity_id = u.entity_id and p.segment = u.segment))
        where u.id = $1 order by p.customer_id nulls last limit 1
        """;

    /// <summary>Streams the contacts of a year and a half, customer by customer.</summary>
    public static async IAsyncEnumerable<ContactRow> ReadAsync(NpgsqlDataSource source, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = LedgerMerge.Command(connection, Contacts, now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), Wire.Parse<Channel>(reader.GetString(3)), (DayOfWeek)reader.GetInt32(4),
                reader.GetInt32(5), reader.GetBoolean(6), reader.GetDouble(7));
        }
    }

    /// <summary>Puts what was learned in place of what was learned before, at once for every reader.</summary>
    public static async Task StoreAsync(NpgsqlConnection connection, IEnumerable<PreferenceRow> rows, DateOnly day, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Create, cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync($"copy learned ({Columns}) from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows) await WriteAsync(copy, row, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        await LedgerMerge.RunAsync(connection, "delete from contact_preferences", cancellationToken);
        await LedgerMerge.RunAsync(connection, $"insert into contact_preferences ({Columns}, learned_on) select {Columns}, $1 from learned", cancellationToken, day);
    }

    /// <summary>The preference for mails to a customer: its own, else its segment's; null where nothing was learned.</summary>
    public static async Task<ContactPreference?> OfAsync(NpgsqlConnection connection, long customerId, CancellationToken cancellationToken)
    {
        await using var command = LedgerMerge.Command(connection, Of, customerId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return new(
            Wire.Parse<Channel>(reader.GetString(0)), Wire.Parse<PreferenceBasis>(reader.GetString(1)), [.. reader.GetFieldValue<short[]>(2).Select(hour => (int)hour)],
            new(reader.GetFloat(3), reader.GetFloat(4), reader.GetFloat(5)), reader.GetFloat(6),
            new(reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10)), reader.GetString(11));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, PreferenceRow row, CancellationToken cancellationToken)
    {
        var (preference, evidence) = (row.Preference, row.Preference.Evidence);
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(row.EntityId, NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(row.Segment, NpgsqlDbType.Text, cancellationToken);
        if (row.CustomerId is { } customer) await copy.WriteAsync(customer, NpgsqlDbType.Bigint, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        await copy.WriteAsync(Wire.Name(preference.Channel), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(Wire.Name(preference.Basis), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(preference.Hours.Select(hour => (short)hour).ToArray(), NpgsqlDbType.Smallint | NpgsqlDbType.Array, cancellationToken);
        foreach (var chance in new[] { preference.Chance.Expected, preference.Chance.Lower, preference.Chance.Upper, preference.ChanceOtherwise })
            await copy.WriteAsync((float)chance, NpgsqlDbType.Real, cancellationToken);
        foreach (var count in new[] { evidence.Contacts, evidence.Answered, evidence.AtHour, evidence.AnsweredAtHour })
            await copy.WriteAsync(count, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(preference.Explanation, NpgsqlDbType.Text, cancellationToken);
        if (row.Suggestion is { } suggestion) await copy.WriteAsync(suggestion, NpgsqlDbType.Text, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
    }
}
