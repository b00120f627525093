using Dunning.Flows;
using Dunning.Mail.Imap;
using Dunning.Mail.Wire;

namespace Dunning.Connectors.Mail;

/// <summary>How a watch over the inbox ended or goes on.</summary>
public enum WatchState
{
    /// <summary>The server tells of new mail.</summary>
    Watching,

    /// <summary>The server does not offer IDLE; asking now and then is all that is left.</summary>
    NotOffered,

    /// <summary>The connection is gone; it is made again after a wait.</summary>
    Lost,
}

/// <summary>
/// Waits on a connection of its own until new mail arrives (IDLE, RFC 2177), renewed before the 29 minutes after which servers
/// hang up. A lost connection is made again, each time after a longer wait.
/// </summary>
public sealed class MailboxWatch(ImapDoor door, string folder, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(28);
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5));

    /// <summary>Runs until it is cancelled, or returns when the server does not offer IDLE.</summary>
    /// <param name="arrived">Called for every change, and after every connection, for what came in between.</param>
    /// <param name="told">Called when the state changes, with the cause of a loss.</param>
    public async Task RunAsync(Func<CancellationToken, Task> arrived, Action<WatchState, string?> told, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var client = await door.OpenAsync(cancellationToken);
                await client.ExamineAsync(folder, cancellationToken);
                told(client.CanIdle ? WatchState.Watching : WatchState.NotOffered, null);
                if (!client.CanIdle) return;
                await arrived(cancellationToken);
                while (true)
                {
                    if (await client.IdleAsync(Window, cancellationToken)) await arrived(cancellationToken);
                    backoff.Reset();
                }
            }
            catch (Exception lost) when (lost is ImapException or MailAccessException)
            {
                // The place where watching is taken up again.
                told(WatchState.Lost, lost.Message);
            }

            await Task.Delay(backoff.Next(), clock, cancellationToken);
        }
    }
}
