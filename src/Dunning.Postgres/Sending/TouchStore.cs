using Dapper;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Npgsql;

namespace Dunning.Postgres.Sending;

/// <summary>States of a touch, as stored.</summary>
public static class TouchStates
{
    /// <summary>Decided, not drafted yet.</summary>
    public const string Planned = "planned";

    /// <summary>Drafted at monitor level; never sent.</summary>
    public const string Monitored = "monitored";

    /// <summary>Waits for a person's approval.</summary>
    public const string InQueue = "in_queue";

    /// <summary>Approved and in the outbox.</summary>
    public const string Approved = "approved";

    /// <summary>In the outbox without a person's approval.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>Accepted by the mail server.</summary>
    public const string Sent = "sent";

    /// <summary>Refused by the recipient's server, or bounced afterwards.</summary>
    public const string Bounced = "bounced";

    /// <summary>A task for a person stands for it.</summary>
    public const string WithPerson = "with_person";

    /// <summary>A person said no.</summary>
    public const string Rejected = "rejected";

    /// <summary>No longer wanted.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>A touch as stored.</summary>
public sealed record TouchRow(string Id, long CaseId, string Cause, string Purpose, int? Stage, DateOnly PlannedFor, long? InReplyToMessage, string State)
{
    /// <summary>The touch in the core's terms.</summary>
    public Touch ToTouch() =>
        new(Id, CaseId, Cause, Wire.Parse<Purpose>(Purpose), Stage is { } stage ? (Stage)stage : null, PlannedFor, InReplyToMessage);
}

/// <summary>Intended contacts.</summary>
public static class TouchStore
{
    private const string Insert =
        """
        insert into touches (id, case_id, cause, purpose, stage, action, planned_for, in_reply_to_message, state, created_at, updated_at)
        values (@Id, @CaseId, @Cause, @Purpose, @Stage, @Action, @PlannedFor, @InReplyToMessage, 'planned', @now, @now)
        on conflict (id) do update set state = 'planned', state_reason = null, planned_for = excluded.planned_for, updated_at = excluded.updated_at
        where touches.state = 'cancelled'
        """;

    private const string Due =
        """
        select t.id, t.case_id, t.cause, t.purpose, t.stage, t.planned_for, t.in_reply_to_message, t.state
        from touches t join cases c on c.id = t.case_id
        where t.state = 'planned' and c.entity_id = any(@entities) and not (t.id = any(@seen)) and t.planned_for <= @day and (c.status <> 'with_person' or t.in_reply_to_message is not null)
        order by t.planned_for, t.id limit @limit
        """;

    private const string ClaimDue = $"{Due} for update of t skip locked";

    private const string SetState =
        "update touches set state = @state, state_reason = @reason, updated_at = @now where id = @id and state = any(@from)";

    private const string CancelPending =
        """
        update touches set state = 'cancelled', state_reason = @reason, updated_at = @now
        where case_id = @caseId and state in ('planned', 'in_queue', 'approved', 'scheduled') and purpose in ('reminder', 'promise_lapsed')
          and not exists (select from outbox o where o.touch_id = touches.id and o.state in ('sending', 'sent', 'unknown'))
        returning id
        """;

    private const string Refresh =
        """
        update touches t set state = 'planned', state_reason = 'a new day: drafted anew', updated_at = @now
        from (select distinct on (touch_id) touch_id, id, origin, facts from drafts order by touch_id, version desc) d
        where t.state = 'in_queue' and exists (select from cases c where c.id = t.case_id and c.entity_id = any(@entities)) and d.touch_id = t.id and d.origin in ('clauses', 'model') and (d.facts->>'today')::date < @day
          and not exists (select from approvals a where a.draft_id = d.id and a.state = 'requested')
        """;

    /// <summary>
    /// Brings queued drafts of an earlier day back to be drafted anew, since their ages are wrong by now. Drafts
    /// a person has edited, or has just decided about, stay.
    /// </summary>
    public static Task<int> RefreshQueueAsync(NpgsqlConnection connection, DateOnly day, string[] entities, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Refresh, new { day, entities, now = now.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Stores a planned touch. A cancelled one comes back; any other that is there already stays as it is.</summary>
    public static Task<int> InsertAsync(NpgsqlConnection connection, Touch touch, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                touch.Id, touch.CaseId, touch.Cause, Purpose = Wire.Name(touch.Purpose), Stage = (int?)touch.Stage,
                Action = Wire.Name(AutonomyLadder.ActionOf(touch.Purpose, touch.Stage)), touch.PlannedFor, touch.InReplyToMessage,
                now = now.UtcDateTime,
            },
            cancellationToken: cancellationToken));

    /// <summary>The planned touches that are due, as <see cref="ClaimDueAsync"/> would lock them.</summary>
    public static async Task<IReadOnlyList<TouchRow>> DueAsync(
        NpgsqlConnection connection, DateOnly day, string[] entities, string[] seen, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<TouchRow>(new CommandDefinition(Due, new { day, entities, seen, limit }, cancellationToken: cancellationToken))];

    /// <summary>Locks planned touches that are due, oldest first, other than those seen already.</summary>
    public static async Task<IReadOnlyList<TouchRow>> ClaimDueAsync(
        NpgsqlConnection connection, DateOnly day, string[] entities, string[] seen, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<TouchRow>(new CommandDefinition(ClaimDue, new { day, entities, seen, limit }, cancellationToken: cancellationToken))];

    /// <summary>Moves a touch on; 0 when it is in none of the expected states any more.</summary>
    public static Task<int> MoveAsync(
        NpgsqlConnection connection, string id, string[] from, string state, string? reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(SetState, new { id, from, state, reason, now = now.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Touches that waited for a person, for example for a missing document, are tried again; never one whose message may be out.</summary>
    public static Task<int> ReviveAsync(NpgsqlConnection connection, long caseId, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update touches set state = 'planned', state_reason = @reason, updated_at = @now where case_id = @caseId and state = 'with_person'
              and not exists (select from outbox o where o.touch_id = touches.id and o.state in ('sending', 'sent', 'unknown'))
            """,
            new { caseId, reason, now = now.UtcDateTime }, cancellationToken: cancellationToken));

    /// <summary>Takes back every reminder of a case that is not on its way; returns their ids.</summary>
    public static async Task<IReadOnlyList<string>> CancelPendingAsync(
        NpgsqlConnection connection, long caseId, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = (await connection.QueryAsync<string>(new CommandDefinition(
            CancelPending, new { caseId, reason, now = now.UtcDateTime }, cancellationToken: cancellationToken))).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(
            "update outbox set state = 'cancelled', response = @reason where touch_id = any(@ids) and state = 'pending'",
            new { ids, reason }, cancellationToken: cancellationToken));
        return ids;
    }
}
