using System.Runtime.CompilerServices;
using Dunning.Flows;
using Dunning.Flows.Receiving;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;

namespace Dunning.Connectors.Mail;

/// <summary>A folder on an IMAP server. It only reads; nothing on the server is changed or deleted.</summary>
/// <param name="folder">Name of the folder; null for the one that keeps sent mail, which is looked for.</param>
/// <param name="largest">Bytes of the largest mail that is fetched whole.</param>
public sealed class ImapInbox(ImapDoor door, string? folder, int largest) : IMailbox
{
    private const int HeadBatch = 200;
    private string? found;

    /// <inheritdoc/>
    public string Name => $"{door.Name}/{folder ?? "\\Sent"}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FetchedMail> FetchAsync(MailboxMark mark, MailChoice choose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var client = await door.OpenAsync(cancellationToken);
        var opened = await ExamineAsync(client, cancellationToken);
        // Another UIDVALIDITY means other numbers (RFC 3501 §2.3.1.1): look again at all since the mailbox is read; what is stored is recognised by its hash.
        var uids = mark.UidValidity == opened.UidValidity ? await client.SearchFromAsync(mark.LastUid + 1, cancellationToken)
            : mark.LiveSince is { } since ? await client.SearchReceivedAsync(1, null, Day(since).AddDays(-1), null, cancellationToken)
            : await client.SearchFromAsync(1, cancellationToken);
        await foreach (var mail in FetchAsync(client, opened.UidValidity, uids, choose, cancellationToken)) yield return mail;
        await client.LogoutAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FetchedMail> FetchEarlierAsync(EarlierMails wanted, MailChoice choose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var client = await door.OpenAsync(cancellationToken);
        var opened = await ExamineAsync(client, cancellationToken);
        var below = wanted.UidValidity == opened.UidValidity ? wanted.Below : null;
        // Servers cut days in a time zone of their own, so one more is taken on either side.
        var uids = below == 1 ? [] : await client.SearchReceivedAsync(1, below - 1, Day(wanted.From).AddDays(-1), Day(wanted.Until).AddDays(2), cancellationToken);
        var batch = uids.TakeLast(wanted.Most).ToList();
        await foreach (var mail in FetchAsync(client, opened.UidValidity, batch, choose, cancellationToken)) yield return mail;
        await client.LogoutAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<ImapMailbox> ExamineAsync(ImapClient client, CancellationToken cancellationToken)
    {
        var name = folder ?? found ?? SentFolder.Find(await client.ListAsync("*", cancellationToken))?.Name
            ?? throw new MailAccessException("No folder with sent mail was found: name it in DUNNING_MAIL_SENT_FOLDER.", true, null) { OnlyFolder = true };
        try
        {
            var opened = await client.ExamineAsync(name, cancellationToken);
            found = name;
            return opened;
        }
        catch (ImapRefusedException refused)
        {
            found = null;
            throw new MailAccessException($"The mailbox has no folder '{name}' that can be opened: check DUNNING_MAIL_SENT_FOLDER.", true, refused) { OnlyFolder = true };
        }
    }

    private async IAsyncEnumerable<FetchedMail> FetchAsync(
        ImapClient client, uint validity, IReadOnlyList<uint> uids, MailChoice choose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in uids.Chunk(HeadBatch))
        {
            var heads = (await client.FetchHeadsAsync(batch, cancellationToken)).Select(head => HeadOf(validity, head)).ToList();
            var chosen = await choose(heads, cancellationToken);
            foreach (var head in heads.Where(head => chosen.Contains(head.Uid)))
            {
                if (await FetchOneAsync(client, head, cancellationToken) is { } mail) yield return mail;
            }
        }
    }

    /// <summary>The whole mail, or its header where it is too large; the size announced may be wrong. Null when it vanished.</summary>
    private async Task<FetchedMail?> FetchOneAsync(ImapClient client, MailHead head, CancellationToken cancellationToken)
    {
        if (head.Size <= largest)
        {
            await foreach (var mail in client.FetchAsync([head.Uid], largest, cancellationToken))
            {
                if (!mail.Truncated) return new(head.UidValidity, head.Uid, head.ArrivedAt, mail.Body);
            }
        }

        return await client.FetchHeaderAsync(head.Uid, cancellationToken) is { } header
            ? new(head.UidValidity, head.Uid, head.ArrivedAt, header.Body) { Oversize = Math.Max(head.Size, largest + 1L) } : null;
    }

    private static MailHead HeadOf(uint validity, ImapMessage head)
    {
        var fields = MimeParser.Parse(head.Body);
        return new(
            // Where the server does not say when a mail arrived, it counts as new: an answer must not pass for history.
            validity, head.Uid, head.InternalDate ?? TimeProvider.System.GetUtcNow(), head.Size, fields.Date, fields.MessageId,
            [.. fields.From.Select(address => address.Address.ToLowerInvariant())], Addressees.Of(fields));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
