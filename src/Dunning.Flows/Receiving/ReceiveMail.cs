using Dapper;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Fetches new mails of the inbox and stores them raw. Old mails that turn up there, moved or under new numbers, become history
/// when a known contact wrote them, and are left alone otherwise.
/// </summary>
public sealed class ReceiveMail(NpgsqlDataSource source, IMailbox mailbox, InstallationClock clock)
{
    private readonly MailboxIntake intake = new(source, mailbox, clock);

    /// <summary>Notes from when on the inbox is read live, if it was not known before.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => intake.BeginAsync(cancellationToken);

    /// <summary>Stores what is new and returns how many mails were not there before. One agent at a time per mailbox.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await intake.RunAsync(Sort, cancellationToken) is not { } stored) return 0;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update entities set mailbox_as_of = @now", new { now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        return stored;
    }

    internal static MailOrigin? Sort(MailHead head, bool early, IReadOnlySet<string> contacts) =>
        !early ? MailOrigin.Inbox : head.From.Any(contacts.Contains) ? MailOrigin.Earlier : null;
}
