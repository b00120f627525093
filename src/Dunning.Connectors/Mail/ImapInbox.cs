using System.Runtime.CompilerServices;
using Dunning.Flows;
using Dunning.Mail.Imap;

namespace Dunning.Connectors.Mail;

/// <summary>A folder on an IMAP server. It only reads; nothing on the server is changed or deleted.</summary>
public sealed class ImapInbox(ImapOptions options, string user, string password, string folder) : IMailbox
{
    private const int LargestMail = 40 * 1024 * 1024;

    /// <inheritdoc/>
    public string Name => $"{user}@{options.Host}:{options.Port}/{folder}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FetchedMail> FetchAsync(uint? uidValidity, uint afterUid, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var client = new ImapClient(options);
        await client.ConnectAsync(cancellationToken);
        await client.LoginAsync(user, password, cancellationToken);
        var opened = await client.ExamineAsync(folder, cancellationToken);
        // Another UIDVALIDITY means other numbers (RFC 3501 §2.3.1.1): read all again, what is stored already is recognised by its hash.
        var from = uidValidity == opened.UidValidity ? afterUid + 1 : 1;
        var uids = (await client.SearchFromAsync(from, cancellationToken)).Where(uid => uid >= from).Order().ToList();
        await foreach (var mail in client.FetchAsync(uids, LargestMail, cancellationToken))
        {
            yield return new(opened.UidValidity, mail.Uid, mail.InternalDate ?? DateTimeOffset.UnixEpoch, mail.Body);
        }

        await client.LogoutAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
