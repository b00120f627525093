using Dapper;
using Npgsql;

namespace Dunning.Postgres.Sending;

/// <summary>A row of the outbox with what identifies its message.</summary>
public sealed record OutboxRow(
    long Id, string TouchId, long DraftId, long? ApprovalId, bool Automatic, string MessageId, int Attempts, long CaseId);

/// <summary>The outbox. Its states and what a crash does in each are in docs/outbox.md.</summary>
public static class OutboxStore
{
    private const string ClaimNext =
        """
        select o.id, o.touch_id, o.draft_id, o.approval_id, o.automatic, o.message_id, o.attempts, t.case_id
        from outbox o join touches t on t.id = o.touch_id
        where o.state = 'pending' and o.not_before <= @now and not (o.id = any(@skip))
          and not exists (select from kill_switches k join cases c on c.id = t.case_id join customers u on u.id = c.customer_id
                          where k.is_on and k.scope in ('all', 'case:' || c.id, 'segment:' || u.segment))
        order by o.not_before, o.id
        for update of o skip locked limit 1
        """;

    private const string MarkSending =
        "update outbox set state = 'sending', owner = @owner, claimed_at = @now, attempts = attempts + 1 where id = @id and state = 'pending'";

    private const string Finish =
        """
        update outbox set state = @state, response = @response, sent_at = case when @state = 'sent' then @now end,
          not_before = coalesce(@retryAt, not_before), owner = case when @state = 'pending' then null else owner end
        where id = @id and owner = @owner and state in ('sending', 'unknown')
        """;

    private const string StillMine = "select exists (select from outbox where id = @id and owner = @owner and state = 'sending')";

    private const string Insert =
        """
        insert into outbox (touch_id, draft_id, approval_id, automatic, message_id, not_before, state)
        values (@touchId, @draftId, @approvalId, @automatic, @messageId, @notBefore, 'pending')
        on conflict (touch_id) do update set draft_id = excluded.draft_id, approval_id = excluded.approval_id,
          automatic = excluded.automatic, not_before = excluded.not_before, state = 'pending', response = null
        where outbox.state = 'cancelled'
        """;

    private const string Orphans =
        """
        select o.id, o.touch_id, o.draft_id, o.approval_id, o.automatic, o.message_id, o.attempts, t.case_id, o.owner
        from outbox o join touches t on t.id = o.touch_id where o.state = 'sending' for update of o skip locked
        """;

    /// <summary>Locks the next message that is due and not stopped; null when there is none.</summary>
    public static async Task<OutboxRow?> ClaimAsync(NpgsqlConnection connection, DateTimeOffset now, long[] skip, CancellationToken cancellationToken) =>
        await connection.QuerySingleOrDefaultAsync<OutboxRow>(new(ClaimNext, new { now = now.UtcDateTime, skip }, cancellationToken: cancellationToken));

    /// <summary>Marks the claimed row as being sent by this owner.</summary>
    public static Task<int> MarkSendingAsync(NpgsqlConnection connection, long id, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(MarkSending, new { id, owner, now = now.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Whether the row is still this owner's to transmit.</summary>
    public static Task<bool> IsStillMineAsync(NpgsqlConnection connection, long id, string owner, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(StillMine, new { id, owner }, cancellationToken: cancellationToken));

    /// <summary>Stores what became of the row; 0 when it is no longer this owner's.</summary>
    public static Task<int> FinishAsync(
        NpgsqlConnection connection, long id, string owner, string state, string response, DateTimeOffset now, DateTimeOffset? retryAt,
        CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Finish, new { id, owner, state, response, now = now.UtcDateTime, retryAt = retryAt?.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Queues a message; 0 when one for this touch is queued or gone already.</summary>
    public static Task<int> InsertAsync(
        NpgsqlConnection connection, string touchId, long draftId, long? approvalId, bool automatic, string messageId,
        DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Insert, new { touchId, draftId, approvalId, automatic, messageId, notBefore = notBefore.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Takes a row out of the outbox before it was transmitted.</summary>
    public static Task<int> CancelAsync(NpgsqlConnection connection, long id, string reason, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update outbox set state = 'cancelled', response = @reason where id = @id and state = 'pending'", new { id, reason }, cancellationToken: cancellationToken));

    /// <summary>Rows marked as being sent whose owner no longer holds its lock; they are returned locked.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> OrphansAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<OutboxRow> orphans = [];
        foreach (var row in await connection.QueryAsync<OwnedRow>(new CommandDefinition(Orphans, cancellationToken: cancellationToken)))
        {
            if (await SenderLock.IsHeldAsync(connection, row.Owner, cancellationToken)) continue;
            orphans.Add(new(row.Id, row.TouchId, row.DraftId, row.ApprovalId, row.Automatic, row.MessageId, row.Attempts, row.CaseId));
        }

        return orphans;
    }

    /// <summary>Marks an orphan: nobody knows whether the server took it.</summary>
    public static Task<int> MarkUnknownAsync(NpgsqlConnection connection, long id, string response, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update outbox set state = 'unknown', response = @response where id = @id and state = 'sending'", new { id, response }, cancellationToken: cancellationToken));

    private sealed record OwnedRow(
        long Id, string TouchId, long DraftId, long? ApprovalId, bool Automatic, string MessageId, int Attempts, long CaseId, string Owner);
}
