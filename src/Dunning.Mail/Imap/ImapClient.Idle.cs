using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <content>Waiting for changes: IDLE.</content>
public sealed partial class ImapClient
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(28);
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(3);

    /// <summary>Whether the server tells of new mail by itself; otherwise waiting means asking.</summary>
    public bool CanIdle => _capabilities.Contains("IDLE");

    /// <summary>Waits for the mailbox to change (IDLE, RFC 2177); without IDLE it asks once with NOOP after the given time.</summary>
    /// <param name="limit">The longest wait; at most 28 minutes are waited, because servers give up after 30.</param>
    /// <param name="cancellationToken">Ends the wait: the server is told so where it still listens, and the connection is closed.</param>
    /// <returns>Whether the server reported a change.</returns>
    public Task<bool> IdleAsync(TimeSpan limit, CancellationToken cancellationToken) => GuardAsync("IDLE", async () =>
    {
        if (!CanIdle)
            return await PollAsync(limit, cancellationToken);
        var connection = Connection;
        var tag = connection.NextTag();
        await connection.WriteLineAsync($"{tag} IDLE", cancellationToken);
        // The wait is bounded by a DONE of our own: a read that is cut off halfway would lose its place in the stream.
        using var window = new Deadline(limit < LongestIdle ? limit : LongestIdle, cancellationToken);
        using var reading = new CancellationTokenSource();
        await using var farewell = cancellationToken.Register(() => reading.CancelAfter(FarewellLimit));
        var changed = await IdleUntilDoneAsync(connection, tag, window.Token, reading.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return changed;
    }, cancellationToken);

    private async Task<bool> PollAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var changed = false;
        await Task.Delay(wait, cancellationToken);
        await CommandAsync("NOOP", "NOOP", response => changed |= IsChange(response), cancellationToken);
        return changed;
    }

    private async Task<bool> IdleUntilDoneAsync(ImapConnection connection, string tag, CancellationToken window, CancellationToken reading)
    {
        var (changed, idling) = (false, false);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(window);
        var done = Task.CompletedTask;
        try
        {
            for (var count = 0; count < options.MaxResponses; count++)
            {
                var response = await connection.ReadAsync(idling ? LongestIdle + options.ResponseTimeout : options.ResponseTimeout, reading);
                if (response.Tag == tag)
                    return response.Status == "OK" ? changed : throw new ImapRefusedException("IDLE", response.Status ?? "BAD", null, response.Text);
                if (response.Status == "BYE")
                    throw new ImapDisconnectedException($"IDLE: the server said goodbye: {response.Text}", null);
                if (response.Tag == "+" && !idling)
                {
                    idling = true;
                    done = SendDoneAsync(connection, stopped.Token, reading);
                }
                changed |= IsChange(response);
                if (changed)
                    await stopped.CancelAsync();
            }
            throw new ImapProtocolException("IDLE: the server sent more responses than allowed.");
        }
        finally
        {
            await stopped.CancelAsync();
            await ((Task)done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static bool IsChange(ImapResponse response) => response.IsKind("EXISTS") || response.IsKind("RECENT") || response.IsKind("EXPUNGE");

    private static async Task SendDoneAsync(ImapConnection connection, CancellationToken stopped, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.WriteLineAsync("DONE", cancellationToken);
    }
}
