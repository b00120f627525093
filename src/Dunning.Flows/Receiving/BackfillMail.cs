using Dapper;
using Dunning.Flows.Drafting;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Brings in what lay in inbox and Sent folder before the mailbox was read live, in bounded batches from the newest back. Only
/// mail from and to known contacts is fetched; it becomes history and contacts and is never acted upon.
/// </summary>
public sealed class BackfillMail(NpgsqlDataSource source, IMailbox inbox, IMailbox sentFolder, MessageIds messageIds, BackfillOptions options, InstallationClock clock)
{
    private readonly MailboxIntake received = new(source, inbox, clock);
    private readonly MailboxIntake sent = new(source, sentFolder, clock);

    /// <summary>Takes one batch of each folder; returns how many mails were new, or null when nothing is left to do.</summary>
    public async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        // Before the ledger has brought contacts, nothing would be known, and the past would pass by unseen.
        if (options.Days == 0 || !await HasContactsAsync(cancellationToken)) return null;
        var reach = TimeSpan.FromDays(options.Days);
        var first = await received.RunEarlierAsync(reach, options.BatchSize, (head, _, contacts) => ReceiveMail.Sort(head, true, contacts), cancellationToken);
        var second = await sent.RunEarlierAsync(reach, options.BatchSize, (head, _, contacts) => ReceiveSentMail.Sort(messageIds, head, contacts), cancellationToken);
        return first is null && second is null ? null : (first ?? 0) + (second ?? 0);
    }

    private async Task<bool> HasContactsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from contacts)", cancellationToken: cancellationToken));
    }
}

/// <summary>How far back a mailbox is read.</summary>
/// <param name="Days">Days before it was first known; 0 for none.</param>
/// <param name="BatchSize">Mails looked at per folder and run.</param>
public sealed record BackfillOptions(int Days, int BatchSize)
{
    /// <summary>Three months, which covers every rule about contact frequency.</summary>
    public static BackfillOptions Default { get; } = new(90, 200);
}
