using System.Collections.Concurrent;
using Dunning.Flows;

namespace Dunning.Agent.Work;

/// <summary>
/// Which hops cannot open their mailbox or folder, so that the log says so once and once more when they can again: a hop
/// that fires twice a minute would otherwise bury everything else beside the one task about it.
/// </summary>
internal sealed class ShutMailboxes
{
    private readonly ConcurrentDictionary<string, string> reasons = new(StringComparer.Ordinal);

    /// <summary>Whether the failure is worth a line: always, but for a mailbox that is shut for the reason already told.</summary>
    public bool IsNews(string hop, Exception failure)
    {
        if (failure is not MailAccessException) return true;
        if (reasons.TryGetValue(hop, out var told) && told == failure.Message) return false;
        reasons[hop] = failure.Message;
        return true;
    }

    /// <summary>The hop ran; whether it could not before.</summary>
    public bool Reopened(string hop) => reasons.TryRemove(hop, out _);
}
