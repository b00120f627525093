using Dapper;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>One task as long as the mailbox cannot be opened for a reason that does not pass by itself; done when it can be again.</summary>
public sealed class NoteMailAccess(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Open =
        """
        insert into tasks (kind, title, detail, created_at, dedupe_key)
        select 'mail_access', 'The mailbox cannot be opened', @reason, @now, 'mail_access:' || gen_random_uuid()
        where not exists (select from tasks where kind = 'mail_access' and done_at is null)
        """;

    private const string Close =
        "update tasks set done_at = @now, done_by = 'agent', outcome = 'the mailbox can be opened again' where kind = 'mail_access' and done_at is null";

    /// <summary>Asks a person, unless one was asked already; returns whether a task was added.</summary>
    public async Task<bool> AskAsync(MailAccessException failure, CancellationToken cancellationToken)
    {
        if (!failure.NeedsPerson) return false;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Open, new { reason = failure.Message, now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken)) == 1;
    }

    /// <summary>The mailbox was read.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Close, new { now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
    }
}
