using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Ledger;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Deciding;

/// <summary>
/// A person finished the task of a letter or a call: that is the contact. The level rises, the interval starts, and the
/// history shows it, as with a mail that was sent.
/// </summary>
public sealed class ConfirmHandContacts(NpgsqlDataSource source, CaseDecisions decisions, TimeProvider clock)
{
    private const string Next =
        """
        select k.kind, k.title, k.done_at, k.done_by, t.id, t.case_id, t.cause, t.purpose, t.stage, t.planned_for, t.in_reply_to_message, t.state
        from tasks k join touches t on t.id = k.touch_id
        where k.kind in ('letter', 'call') and k.done_at is not null and t.state = 'with_person' order by k.id for update of t skip locked limit 1
        """;

    private const string History =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, touch_id, from_address, subject, language, at, state)
        values (@caseId, @customerId, @entityId, 'out', @kind, @touchId, @by, @title, @language, @at, 'done') returning id
        """;

    /// <summary>Works until none is left; returns how many there were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await NextAsync(cancellationToken)) count++;
        return count;
    }

    private async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.QueryFirstOrDefaultAsync<Finished>(new CommandDefinition(Next, cancellationToken: cancellationToken)) is not { } finished) return false;

        var now = clock.GetUtcNow();
        await connection.ExecuteAsync(new CommandDefinition("select 1 from cases where id = @CaseId for update", new { finished.CaseId }, cancellationToken: cancellationToken));
        var day = await CreditorDay.OfCaseAsync(connection, finished.CaseId, new DateTimeOffset(finished.DoneAt, TimeSpan.Zero), cancellationToken);
        var file = await CaseFiles.LoadOneAsync(connection, finished.CaseId, day, cancellationToken);
        var touch = new TouchRow(finished.Id, finished.CaseId, finished.Cause, finished.Purpose, finished.Stage, finished.PlannedFor, finished.InReplyToMessage, finished.State).ToTouch();
        var message = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            History,
            new
            {
                caseId = finished.CaseId, customerId = file.Customer.Id, entityId = file.Entity.Id, kind = finished.Kind, touchId = finished.Id, by = finished.DoneBy,
                title = finished.Title, language = file.Customer.Language, at = finished.DoneAt,
            },
            cancellationToken: cancellationToken));
        await TouchStore.MoveAsync(connection, finished.Id, [TouchStates.WithPerson], TouchStates.Sent, $"done by {finished.DoneBy}", now, cancellationToken);
        await decisions.ApplyAsync(connection, file, new CaseEvent.TouchSent(touch, day), day, now, finished.DoneBy ?? "person", message, finished.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private sealed record Finished
    {
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public DateTime DoneAt { get; init; }
        public string? DoneBy { get; init; }
        public required string Id { get; init; }
        public long CaseId { get; init; }
        public required string Cause { get; init; }
        public required string Purpose { get; init; }
        public int? Stage { get; init; }
        public DateOnly PlannedFor { get; init; }
        public long? InReplyToMessage { get; init; }
        public required string State { get; init; }
    }
}
