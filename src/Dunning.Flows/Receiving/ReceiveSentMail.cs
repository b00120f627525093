using Dunning.Flows.Drafting;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Fetches from the Sent folder what staff wrote to known contacts in their own mail program: it counts as contact like a
/// message of ours. Our own messages, which servers file there, are recognised by their Message-ID; all other mail is not fetched.
/// </summary>
public sealed class ReceiveSentMail(NpgsqlDataSource source, IMailbox sentFolder, MessageIds messageIds, InstallationClock clock)
{
    private readonly MailboxIntake intake = new(source, sentFolder, clock);

    /// <summary>Notes from when on the folder is read, if it was not known before.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => intake.BeginAsync(cancellationToken);

    /// <summary>Stores what is new and returns how many mails were not there before.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken) => await intake.RunAsync((head, _, contacts) => Sort(messageIds, head, contacts), cancellationToken) ?? 0;

    internal static MailOrigin? Sort(MessageIds messageIds, MailHead head, IReadOnlySet<string> contacts) =>
        head.MessageId is { } id && messageIds.TouchOf(id) is not null ? null : head.Recipients.Any(contacts.Contains) ? MailOrigin.Sent : null;
}
