using Dapper;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>How far one folder is read.</summary>
internal sealed record MailboxRow
{
    public long UidValidity { get; init; }
    public long LastUid { get; init; }
    public DateTime? LiveSinceUtc { get; init; }
    public long? BackfillValidity { get; init; }
    public long? BackfillBelow { get; init; }
    public DateTime? BackfilledAt { get; init; }

    /// <summary>Null while no mail of the folder was seen.</summary>
    public long? KnownValidity => UidValidity == 0 ? null : UidValidity;

    /// <summary>From when on its mail is acted upon.</summary>
    public DateTimeOffset? LiveSince => LiveSinceUtc is { } at ? new(at, TimeSpan.Zero) : null;
}

/// <summary>The rows of mailboxes and their raw mails.</summary>
internal static class MailboxRows
{
    // Real time, also where the installation's clock is simulated: it is compared with what mail servers say.
    private const string Begin =
        """
        insert into mailbox_watermarks (mailbox, uid_validity, last_uid, at, live_since)
        values (@mailbox, 0, 0, clock_timestamp(), clock_timestamp()) on conflict do nothing
        """;

    private const string Get =
        """
        select uid_validity, last_uid, live_since as live_since_utc, backfill_validity, backfill_below, backfilled_at
        from mailbox_watermarks where mailbox = @mailbox
        """;

    private const string Store =
        """
        insert into inbound_raw (mailbox, uid_validity, uid, sha256, arrived_at, stored_at, raw, origin, oversize)
        values (@mailbox, @validity, @uid, @sha256, @arrivedAt, @now, @raw, @origin, @oversize) on conflict do nothing
        """;

    private const string Advance =
        """
        insert into mailbox_watermarks (mailbox, uid_validity, last_uid, at) values (@mailbox, @validity, @uid, @now)
        on conflict (mailbox) do update set uid_validity = excluded.uid_validity, at = excluded.at,
          last_uid = case when mailbox_watermarks.uid_validity = excluded.uid_validity then greatest(mailbox_watermarks.last_uid, excluded.last_uid) else excluded.last_uid end
        """;

    private const string MoveCursor =
        """
        update mailbox_watermarks set backfill_validity = coalesce(@validity, backfill_validity), backfill_below = coalesce(@below, backfill_below),
          backfilled_at = case when @below::bigint is null then @now end
        where mailbox = @mailbox
        """;

    public static Task BeginAsync(NpgsqlConnection connection, string mailbox, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Begin, new { mailbox }, cancellationToken: cancellationToken));

    /// <summary>One agent at a time.</summary>
    public static Task<bool> OwnAsync(NpgsqlConnection connection, string what, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_lock(hashtextextended(@what, 7))", new { what }, cancellationToken: cancellationToken));

    public static Task<MailboxRow?> GetAsync(NpgsqlConnection connection, string mailbox, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MailboxRow>(new CommandDefinition(Get, new { mailbox }, cancellationToken: cancellationToken));

    /// <summary>Stores a mail; 0 when it is there already.</summary>
    public static Task<int> StoreAsync(
        NpgsqlConnection connection, string mailbox, FetchedMail mail, string origin, DateTimeOffset arrived, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Store,
            new
            {
                mailbox, validity = (long)mail.UidValidity, uid = (long)mail.Uid, sha256 = Hash.Hex(mail.Raw), arrivedAt = arrived.UtcDateTime,
                now = now.UtcDateTime, raw = mail.Raw, origin, oversize = mail.Oversize,
            },
            cancellationToken: cancellationToken));

    public static Task AdvanceAsync(NpgsqlConnection connection, string mailbox, uint validity, uint uid, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Advance, new { mailbox, validity = (long)validity, uid = (long)uid, now = now.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Moves the cursor of the backfill down; without a lowest mail the backfill is finished.</summary>
    public static Task MoveCursorAsync(NpgsqlConnection connection, string mailbox, uint? validity, uint? below, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            MoveCursor, new { mailbox, validity = (long?)validity, below = (long?)below, now = now.UtcDateTime }, cancellationToken: cancellationToken));
}
