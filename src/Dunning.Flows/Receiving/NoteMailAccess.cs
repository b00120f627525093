using Dapper;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>What cannot be opened.</summary>
public enum MailAccess
{
    /// <summary>The mailbox, or its inbox.</summary>
    Mailbox,

    /// <summary>The folder with sent mail.</summary>
    SentFolder,
}

/// <summary>One task as long as the mailbox cannot be opened for a reason that does not pass by itself; done when it can be again.</summary>
public sealed class NoteMailAccess(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Open =
        """
        insert into tasks (kind, title, detail, created_at, dedupe_key)
        select @kind, @title, @reason, @now, @kind || ':' || gen_random_uuid()
        where not exists (select from tasks where kind = @kind and done_at is null)
        """;

    private const string Close =
        "update tasks set done_at = @now, done_by = 'agent', outcome = 'it can be opened again' where kind = @kind and done_at is null";

    /// <summary>Asks a person, unless one was asked already; returns whether a task was added.</summary>
    public async Task<bool> AskAsync(MailAccess what, MailAccessException failure, CancellationToken cancellationToken)
    {
        if (!failure.NeedsPerson) return false;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            Open, new { kind = KindOf(what), title = TitleOf(what), reason = failure.Message, now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken)) == 1;
    }

    /// <summary>It was read.</summary>
    public async Task SettleAsync(MailAccess what, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Close, new { kind = KindOf(what), now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
    }

    private static string KindOf(MailAccess what) => what switch { MailAccess.Mailbox => "mail_access", MailAccess.SentFolder => "sent_folder_access" };

    private static string TitleOf(MailAccess what) => what switch
    {
        MailAccess.Mailbox => "The mailbox cannot be opened",
        MailAccess.SentFolder => "The folder with sent mail cannot be opened",
    };
}
