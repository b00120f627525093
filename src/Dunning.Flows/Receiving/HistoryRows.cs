using Dapper;
using Dunning.Core;
using Dunning.Flows.Drafting;
using Dunning.Mail.Mime;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>A message of the history, one for each customer it concerns.</summary>
internal sealed record RecordedMessage
{
    public long Id { get; init; }
    public long? CaseId { get; init; }
    public long CustomerId { get; init; }
    public required string EntityId { get; init; }
}

/// <summary>Puts a mail into the history of the customers it concerns.</summary>
internal static class HistoryRows
{
    // One address may serve several customers, such as an accountant's. The thread tells which is meant, otherwise an invoice
    // number in the text, otherwise the mail concerns all of them: rather one contact too many counted than one too few.
    private const string Insert =
        """
        with addressed as (
            select distinct k.customer_id, u.entity_id, e.time_zone from contacts k join customers u on u.id = k.customer_id join entities e on e.id = u.entity_id
            where k.email = any(@partners) and k.discarded_at is null),
          thread as (
            select m.customer_id, m.case_id from messages m where m.message_id = any(@cited) and m.customer_id in (select customer_id from addressed)
            union all
            select c.customer_id, c.id from touches t join cases c on c.id = t.case_id where t.id = any(@touches) and c.customer_id in (select customer_id from addressed)),
          named as (
            select i.customer_id, max(i.currency) as currency from invoices i where upper(i.number) = any(@words) and i.customer_id in (select customer_id from addressed) group by 1),
          meant as (
            select a.* from addressed a
            where a.customer_id in (select customer_id from thread)
              or (not exists (select from thread) and (a.customer_id in (select customer_id from named) or not exists (select from named)))),
          recorded as (
            insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, in_reply_to, refs, raw_id, from_address, to_addresses,
              subject, body, new_text, at, authenticity, known_sender, state, automatic)
            select coalesce(
                (select max(t.case_id) from thread t where t.customer_id = a.customer_id),
                (select max(c.id) from cases c join named n on n.customer_id = c.customer_id and n.currency = c.currency where c.customer_id = a.customer_id and c.status <> 'closed'),
                (select min(c.id) from cases c where c.customer_id = a.customer_id and c.status <> 'closed')),
              a.customer_id, a.entity_id, @direction, @kind, @messageId, @inReplyTo, @refs, @rawId, @from, @to,
              @subject, @body, @newText, @at, @authenticity, true, 'done', false
            from meant a
            where not exists (select from messages m where m.customer_id = a.customer_id and m.direction = @direction and m.message_id = @messageId)
            returning id, case_id, customer_id, entity_id),
          contacted as (
            update cases c set last_contact_on = (@at at time zone a.time_zone)::date, version = c.version + 1
            from recorded r join addressed a on a.customer_id = r.customer_id
            where @direction = 'out' and c.customer_id = r.customer_id and c.status <> 'closed'
              and (c.last_contact_on is null or c.last_contact_on < (@at at time zone a.time_zone)::date))
        select id, case_id, customer_id, entity_id from recorded
        """;

    /// <summary>Stores the mail; what staff sent also moves the last contact of the customer's open cases.</summary>
    public static async Task<IReadOnlyList<RecordedMessage>> InsertAsync(
        NpgsqlConnection connection, RawRow raw, InboundMail mail, bool byStaff, MessageIds messageIds, CancellationToken cancellationToken)
    {
        var message = mail.Message;
        var recipients = Addressees.Of(message);
        string[] cited = [.. (message.InReplyTo is { } parent ? [parent] : Array.Empty<string>()).Concat(message.References).Distinct().Take(100)];
        return
        [
            .. await connection.QueryAsync<RecordedMessage>(new CommandDefinition(
                Insert,
                new
                {
                    partners = byStaff ? recipients : mail.From is { } author ? [author] : [],
                    cited, touches = cited.Select(messageIds.TouchOf).OfType<string>().ToArray(),
                    words = ThreadMatcher.Words($"{message.Subject}\n{mail.NewText.Reveal()}"),
                    direction = byStaff ? "out" : "in", kind = byStaff ? "staff" : Wire.Name(mail.Kind), messageId = message.MessageId, inReplyTo = message.InReplyTo,
                    refs = message.References.ToArray(), rawId = raw.Id, from = mail.From, to = recipients, subject = Clean(message.Subject),
                    body = Clean(mail.Body.Reveal()), newText = Clean(mail.NewText.Reveal()), at = raw.ArrivedAt, authenticity = Wire.Name(mail.Authenticity),
                },
                cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>PostgreSQL text cannot hold NUL.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
