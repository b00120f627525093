using Dapper;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Fetches new mails and stores them raw, before anything looks at them. The watermark moves in the same transaction,
/// so a crash loses nothing and fetches nothing twice.
/// </summary>
public sealed class ReceiveMail(NpgsqlDataSource source, IMailbox mailbox, InstallationClock clock)
{
    private const string Store =
        """
        insert into inbound_raw (mailbox, uid_validity, uid, sha256, arrived_at, stored_at, raw)
        values (@mailbox, @validity, @uid, @sha256, @arrivedAt, @now, @raw) on conflict do nothing
        """;

    private const string Advance =
        """
        insert into mailbox_watermarks (mailbox, uid_validity, last_uid, at) values (@mailbox, @validity, @uid, @now)
        on conflict (mailbox) do update set uid_validity = excluded.uid_validity, at = excluded.at,
          last_uid = case when mailbox_watermarks.uid_validity = excluded.uid_validity then greatest(mailbox_watermarks.last_uid, excluded.last_uid) else excluded.last_uid end
        """;

    /// <summary>Stores what is new and returns how many mails were not there before. One agent at a time per mailbox.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var owns = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_lock(hashtextextended(@name, 7))", new { name = mailbox.Name }, cancellationToken: cancellationToken));
        if (!owns) return 0;
        try
        {
            var mark = await connection.QuerySingleOrDefaultAsync<Watermark>(new CommandDefinition(
                "select uid_validity, last_uid from mailbox_watermarks where mailbox = @name", new { name = mailbox.Name }, cancellationToken: cancellationToken));
            var stored = 0;
            await foreach (var mail in mailbox.FetchAsync((uint?)mark?.UidValidity, (uint)(mark?.LastUid ?? 0), cancellationToken))
            {
                stored += await StoreAsync(connection, mail, cancellationToken);
            }

            await connection.ExecuteAsync(new CommandDefinition(
                "update entities set mailbox_as_of = @now", new { now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
            return stored;
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock_all()");
        }
    }

    private async Task<int> StoreAsync(NpgsqlConnection connection, FetchedMail mail, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var added = await connection.ExecuteAsync(new CommandDefinition(
            Store,
            new
            {
                mailbox = mailbox.Name, validity = (long)mail.UidValidity, uid = (long)mail.Uid, sha256 = Hash.Hex(mail.Raw),
                arrivedAt = clock.IsSimulated ? now : mail.ArrivedAt.UtcDateTime, now, raw = mail.Raw,
            },
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            Advance, new { mailbox = mailbox.Name, validity = (long)mail.UidValidity, uid = (long)mail.Uid, now }, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private sealed record Watermark
    {
        public long UidValidity { get; init; }
        public long LastUid { get; init; }
    }
}
