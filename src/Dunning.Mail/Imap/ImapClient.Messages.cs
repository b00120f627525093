using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dunning.Mail.Imap;

/// <content>Messages of the open mailbox: UID SEARCH, FETCH, STORE, MOVE.</content>
public sealed partial class ImapClient
{
    private const int FetchBatch = 20;

    /// <summary>UIDs from this one on, ascending.</summary>
    public async Task<IReadOnlyList<uint>> SearchFromAsync(uint firstUid, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(string.Create(CultureInfo.InvariantCulture, $"UID {Math.Max(1, firstUid)}:*"), cancellationToken);
        // "n:*" always names the last message too, even one below n (RFC 3501 §6.4.8).
        return [.. found.Where(u => u >= firstUid)];
    }

    /// <summary>UIDs of messages whose header field contains the text, ascending.</summary>
    public Task<IReadOnlyList<uint>> SearchHeaderAsync(string header, string contains, CancellationToken cancellationToken) =>
        SearchAsync($"HEADER {MailboxName.Quote(header, nameof(header))} {MailboxName.Quote(contains, nameof(contains))}", cancellationToken);

    /// <summary>Fetches messages without marking them as read; what vanished in between is left out.</summary>
    /// <param name="uids">Which.</param>
    /// <param name="maxMessageBytes">Bytes of each message; longer ones come truncated.</param>
    /// <param name="cancellationToken">Cancels; the connection is then closed.</param>
    public async IAsyncEnumerable<ImapMessage> FetchAsync(IEnumerable<uint> uids, int maxMessageBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessageBytes);
        // One message a command keeps no more than one body in memory while the caller stores it.
        foreach (var uid in uids.Distinct().Order())
        {
            var message = await GuardAsync("FETCH", () => FetchOneAsync(uid, maxMessageBytes, cancellationToken), cancellationToken);
            if (message is not null)
                yield return message;
        }
    }

    /// <summary>Changes flags of messages.</summary>
    public Task StoreAsync(IEnumerable<uint> uids, ImapFlagChange change, IReadOnlyList<string> flags, CancellationToken cancellationToken) => GuardAsync("STORE", async () =>
    {
        var item = change switch
        {
            ImapFlagChange.Add => "+FLAGS.SILENT",
            ImapFlagChange.Remove => "-FLAGS.SILENT",
            ImapFlagChange.Replace => "FLAGS.SILENT",
        };
        foreach (var batch in uids.Chunk(FetchBatch * 10))
            await CommandAsync("STORE", $"UID STORE {UidSet.Format(batch)} {item} ({Flags(flags)})", null, cancellationToken);
    }, cancellationToken);

    /// <summary>Moves messages to another mailbox; without MOVE it copies, marks and expunges exactly these.</summary>
    /// <returns>Where they went, or null when the server does not tell.</returns>
    /// <exception cref="ImapProtocolException">The server has neither MOVE nor UIDPLUS: deleting only these messages is not possible.</exception>
    public Task<ImapMoved?> MoveAsync(IEnumerable<uint> uids, string mailbox, CancellationToken cancellationToken) => GuardAsync("MOVE", async () =>
    {
        var set = UidSet.Format(uids);
        if (set.Length == 0)
            return null;
        ImapMoved? moved = null;
        void Note(ImapResponse response) => moved = ReadCopied(response) ?? moved;
        if (_capabilities.Contains("MOVE"))
        {
            Note(await CommandAsync("MOVE", $"UID MOVE {set} {Wire(mailbox)}", Note, cancellationToken));
            return moved;
        }
        if (!_capabilities.Contains("UIDPLUS"))
            throw new ImapProtocolException("The server has neither MOVE nor UIDPLUS.");
        Note(await CommandAsync("COPY", $"UID COPY {set} {Wire(mailbox)}", Note, cancellationToken));
        await CommandAsync("STORE", $"UID STORE {set} +FLAGS.SILENT (\\Deleted)", null, cancellationToken);
        await CommandAsync("EXPUNGE", $"UID EXPUNGE {set}", null, cancellationToken);
        return moved;
    }, cancellationToken);

    private Task<IReadOnlyList<uint>> SearchAsync(string criteria, CancellationToken cancellationToken) => GuardAsync<IReadOnlyList<uint>>("SEARCH", async () =>
    {
        var found = new List<uint>();
        await CommandAsync("SEARCH", $"UID SEARCH {criteria}", response =>
        {
            if (response.IsKind("SEARCH"))
                found.AddRange(response.Tokens.Skip(1).Select(t => t.AsNumber).Where(u => u > 0));
        }, cancellationToken);
        found.Sort();
        return found;
    }, cancellationToken);

    private async Task<ImapMessage?> FetchOneAsync(uint uid, int most, CancellationToken cancellationToken)
    {
        ImapMessage? message = null;
        await CommandAsync("FETCH", string.Create(CultureInfo.InvariantCulture, $"UID FETCH {uid} (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.{most}>)"), response =>
        {
            if (response.IsKind("FETCH") && response.Tokens.Count > 2 && ReadMessage(response.Tokens[2].AsList, most) is { } read && read.Uid == uid)
                message = read.Body.Length > 0 || message is null ? read : message;
        }, cancellationToken);
        return message is { Size: > 0, Body.Length: 0 }
            ? throw new ImapProtocolException("FETCH: the server announced a message and sent none.")
            : message;
    }

    private static ImapMessage? ReadMessage(IReadOnlyList<ImapToken> items, int most)
    {
        uint uid = 0, size = 0;
        DateTimeOffset? date = null;
        IReadOnlyList<string> flags = [];
        byte[]? body = null;
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            var value = items[i + 1];
            switch (items[i].AsString?.ToUpperInvariant())
            {
                case "UID":
                    uid = value.AsNumber;
                    break;
                case "FLAGS":
                    flags = [.. value.AsList.Select(t => t.AsString ?? "")];
                    break;
                case "INTERNALDATE":
                    date = DateTimeOffset.TryParseExact(value.AsString?.Trim(), ["d-MMM-yyyy HH:mm:ss zzz", "dd-MMM-yyyy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var at) ? at : null;
                    break;
                case "RFC822.SIZE":
                    size = value.AsNumber;
                    break;
                case { } name when name is "BODY[]" or "BODY[]<0>" || name.StartsWith("BODY[HEADER", StringComparison.Ordinal):
                    body = value is ImapToken.Text { Bytes: var bytes } ? bytes : [];
                    break;
            }
        }
        if (uid == 0)
            return null;
        body ??= [];
        var whole = body.Length <= most ? body : body[..most];
        return new ImapMessage(uid, flags, date, size, whole, body.Length > most || body.Length == most && size != most);
    }

    private static ImapMoved? ReadCopied(ImapResponse response) =>
        response.HasCode("COPYUID") && response.Code.Count >= 4
            ? new ImapMoved(response.Code[1].AsNumber, UidSet.Parse(response.Code[2].AsString ?? ""), UidSet.Parse(response.Code[3].AsString ?? ""))
            : null;
}
