using Dapper;
using Dunning.Core;
using Dunning.Core.Conversation;
using Dunning.Flows.Drafting;
using Dunning.Mail.Mime;
using Dunning.Postgres;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>What one run recorded.</summary>
/// <param name="Contacts">Mails of staff that count as contact, once per customer.</param>
/// <param name="Earlier">Earlier mails of customers, once per customer.</param>
public sealed record HistoryCounts(int Contacts, int Earlier);

/// <summary>
/// Turns stored mails that are not to be acted upon into history: what staff wrote themselves, which counts as contact, and what
/// customers wrote before the mailbox was read live. No reply, no promise and no bounce follows from either.
/// </summary>
public sealed class RecordHistory(
    NpgsqlDataSource source, MessageIds messageIds, IEmbeddingGenerator<string, Embedding<float>> embeddings, InboundOptions options, TimeProvider clock)
{
    private const string ClaimNext =
        """
        select id, arrived_at, raw, origin, oversize from inbound_raw where state = 'new' and origin <> 'inbox'
        order by id for update skip locked limit 1
        """;

    private readonly SettleAnsweredMails answered = new(source, clock);

    /// <summary>Works until none is left, then settles what was answered by what staff sent.</summary>
    public async Task<HistoryCounts> RunAsync(CancellationToken cancellationToken)
    {
        var counts = new HistoryCounts(0, 0);
        while (await NextAsync(cancellationToken) is { } more) counts = new(counts.Contacts + more.Contacts, counts.Earlier + more.Earlier);
        // Also what was read only after its answer was recorded.
        await answered.RunAsync(cancellationToken);
        return counts;
    }

    private async Task<HistoryCounts?> NextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.QuerySingleOrDefaultAsync<RawRow>(new CommandDefinition(ClaimNext, cancellationToken: cancellationToken)) is not { } raw) return null;
        await transaction.SaveAsync("mail", cancellationToken);
        var (counts, state) = (new HistoryCounts(0, 0), "done");
        try
        {
            counts = await RecordAsync(connection, raw, cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or NpgsqlException { IsTransient: true }))
        {
            // Whatever a mail contains must not stop the mails behind it; it stays stored whole.
            await transaction.RollbackAsync("mail", cancellationToken);
            await connection.AppendAsync(new("mail_unreadable", "agent", null, null, null, $"recording raw mail {raw.Id} failed with {failure.GetType().Name}"), clock.GetUtcNow(), cancellationToken);
            state = "unreadable";
        }

        await connection.ExecuteAsync(new CommandDefinition("update inbound_raw set state = @state where id = @Id", new { state, raw.Id }, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }

    private async Task<HistoryCounts> RecordAsync(NpgsqlConnection connection, RawRow raw, CancellationToken cancellationToken)
    {
        var mail = InboundMail.Parse(raw.Raw, options.OwnBorder);
        var byStaff = raw.Origin == Wire.Name(MailOrigin.Sent);
        // An answering machine is no contact, on neither side, and a message of ours is in the history already.
        if (mail.Kind != MessageKind.Human || IsOurs(mail.Message)) return new(0, 0);
        var recorded = await HistoryRows.InsertAsync(connection, raw, mail, byStaff, messageIds, cancellationToken);
        foreach (var row in recorded)
        {
            if (byStaff || mail.Authenticity == SenderAuthenticity.Verified)
                await MessageChunks.StoreAsync(connection, embeddings, row.Id, row.EntityId, row.CustomerId, mail.NewText.Reveal(), cancellationToken);
            await connection.AppendAsync(
                byStaff
                    ? new("staff_mail", "agent", row.CaseId, null, row.Id, "a mail that staff sent from their own mail program counts as contact")
                    : new("earlier_mail", "agent", row.CaseId, null, row.Id, "a mail from before the mailbox was read live; history only"),
                clock.GetUtcNow(), cancellationToken);
        }

        return byStaff ? new(recorded.Count, 0) : new(0, recorded.Count);
    }

    private bool IsOurs(MimeMessage message) =>
        (message.MessageId is { } id && messageIds.TouchOf(id) is not null) || message.Headers.Contains(InboundMail.OwnHeader);
}
