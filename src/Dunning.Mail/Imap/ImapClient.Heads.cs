using System.Globalization;

namespace Dunning.Mail.Imap;

/// <content>Looking at messages before they are fetched: by date, by header, by size.</content>
public sealed partial class ImapClient
{
    private const int HeadBatch = 200;

    // A list of recipients can be long, but a header beyond this says nothing more.
    private const int MostHeadBytes = 256 * 1024;

    /// <summary>UIDs of messages the server received on these days, ascending; the server's own time zone decides on the day (RFC 3501 §6.4.4).</summary>
    /// <param name="firstUid">The lowest UID.</param>
    /// <param name="lastUid">The highest UID, or null for no limit.</param>
    /// <param name="since">The first day.</param>
    /// <param name="before">The day after the last one, or null for no limit.</param>
    /// <param name="cancellationToken">Cancels; the connection is then closed.</param>
    public async Task<IReadOnlyList<uint>> SearchReceivedAsync(uint firstUid, uint? lastUid, DateOnly since, DateOnly? before, CancellationToken cancellationToken)
    {
        var until = before is { } day ? $" BEFORE {Day(day)}" : "";
        var last = lastUid is { } most ? most.ToString(CultureInfo.InvariantCulture) : "*";
        var found = await SearchAsync(string.Create(CultureInfo.InvariantCulture, $"UID {Math.Max(1, firstUid)}:{last} SINCE {Day(since)}{until}"), cancellationToken);
        return [.. found.Where(uid => uid >= firstUid && (lastUid is null || uid <= lastUid))];
    }

    /// <summary>Date, Message-ID and addresses of messages, without marking them as read; many with one command.</summary>
    /// <returns>Messages whose body is these header fields, by UID; what vanished in between is left out.</returns>
    public Task<IReadOnlyList<ImapMessage>> FetchHeadsAsync(IEnumerable<uint> uids, CancellationToken cancellationToken) => GuardAsync<IReadOnlyList<ImapMessage>>("FETCH", async () =>
    {
        var heads = new SortedDictionary<uint, ImapMessage>();
        foreach (var batch in uids.Distinct().Order().Chunk(HeadBatch))
        {
            var wanted = batch.ToHashSet();
            await CommandAsync("FETCH", $"UID FETCH {UidSet.Format(batch)} (UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (DATE MESSAGE-ID FROM TO CC BCC)])", response =>
            {
                if (response.IsKind("FETCH") && response.Tokens.Count > 2 && ReadMessage(response.Tokens[2].AsList, MostHeadBytes) is { } head && wanted.Contains(head.Uid))
                    heads[head.Uid] = head;
            }, cancellationToken);
        }
        return [.. heads.Values];
    }, cancellationToken);

    /// <summary>The header of a message that is too large to be fetched whole; null when it vanished.</summary>
    public Task<ImapMessage?> FetchHeaderAsync(uint uid, CancellationToken cancellationToken) => GuardAsync("FETCH", async () =>
    {
        ImapMessage? header = null;
        await CommandAsync("FETCH", string.Create(CultureInfo.InvariantCulture, $"UID FETCH {uid} (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER])"), response =>
        {
            if (response.IsKind("FETCH") && response.Tokens.Count > 2 && ReadMessage(response.Tokens[2].AsList, MostHeadBytes) is { } read && read.Uid == uid)
                header = read with { Truncated = true };
        }, cancellationToken);
        return header;
    }, cancellationToken);

    private static string Day(DateOnly day) => day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture);
}
