using System.Globalization;
using Dapper;
using Dunning.Mail.Mime;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>A mail too large to be fetched: its header is in the history, and a person reads it where it lies.</summary>
internal static class OversizeMail
{
    private const string Insert =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, in_reply_to, refs, touch_id, raw_id, from_address, to_addresses, subject, at, state)
        select c.id, c.customer_id, c.entity_id, 'in', 'human', @messageId, @inReplyTo, @refs, @touchId, @rawId, @from, @to, @subject, @at,
          case when c.id is null then 'unassigned' else 'with_person' end
        from (select 1) one left join cases c on c.id = @caseId returning id
        """;

    public static async Task StoreAsync(
        NpgsqlConnection connection, RawRow raw, MimeMessage header, ThreadMatch match, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Insert,
            new
            {
                caseId = match.CaseId, messageId = header.MessageId, inReplyTo = header.InReplyTo, refs = header.References.ToArray(), touchId = match.TouchId, rawId = raw.Id,
                from = header.From is [var sender] ? sender.Address.ToLowerInvariant() : null, to = header.To.Select(address => address.Address).ToArray(),
                subject = header.Subject.Replace("\0", "", StringComparison.Ordinal), at = now.UtcDateTime,
            },
            cancellationToken: cancellationToken));
        var size = (raw.Oversize!.Value / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);
        await TaskStore.AddAsync(
            connection,
            new(match.CaseId, id, null, "oversize_mail", "A mail that is too large to be read",
                $"It has {size} MB and lies in the mailbox; only its header was fetched. Read it there and note on the case what it says. Nothing was changed.", $"oversize:{raw.Id}"),
            now, cancellationToken);
        await connection.AppendAsync(new("mail_oversize", "agent", match.CaseId, match.TouchId, id, $"a mail of {size} MB was not fetched"), now, cancellationToken);
    }
}
