namespace Dunning.Flows;

/// <summary>A folder of the billing mailbox: the one replies arrive in, or the one sent mail is kept in. It is only read.</summary>
public interface IMailbox : IAsyncDisposable
{
    /// <summary>Name under which watermarks are kept, for example <c>billing@host/INBOX</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Mails with a UID above the watermark, oldest first. When the UIDVALIDITY differs, the numbers mean nothing any more: then all
    /// mails since the mailbox is read live. Every mail is offered to the choice by its head; only chosen ones are fetched.
    /// </summary>
    IAsyncEnumerable<FetchedMail> FetchAsync(MailboxMark mark, MailChoice choose, CancellationToken cancellationToken);

    /// <summary>One bounded batch of older mails, the newest of them that are not below the cursor yet.</summary>
    IAsyncEnumerable<FetchedMail> FetchEarlierAsync(EarlierMails wanted, MailChoice choose, CancellationToken cancellationToken);
}

/// <summary>How far a mailbox is read.</summary>
/// <param name="LiveSince">From when on its mail is acted upon; null for all.</param>
public sealed record MailboxMark(uint? UidValidity, uint LastUid, DateTimeOffset? LiveSince);

/// <summary>Which older mails to look at.</summary>
/// <param name="Below">Only UIDs below this one, if the UIDVALIDITY still is the same.</param>
/// <param name="Most">Mails of one batch.</param>
public sealed record EarlierMails(DateTimeOffset From, DateTimeOffset Until, uint? UidValidity, uint? Below, int Most);

/// <summary>Which of these mails to fetch, by UID. It is called for every batch, also when it chooses none, and with no heads when there are no more.</summary>
public delegate Task<IReadOnlySet<uint>> MailChoice(IReadOnlyList<MailHead> heads, CancellationToken cancellationToken);

/// <summary>What is known of a mail before it is fetched.</summary>
/// <param name="WrittenOn">Its Date field, which the sender sets.</param>
/// <param name="From">Authors in lower case.</param>
/// <param name="Recipients">To, Cc and Bcc in lower case.</param>
public sealed record MailHead(
    uint UidValidity, uint Uid, DateTimeOffset ArrivedAt, long Size, DateTimeOffset? WrittenOn, string? MessageId,
    IReadOnlyList<string> From, IReadOnlyList<string> Recipients);

/// <summary>A mail as it lies on the server.</summary>
public sealed record FetchedMail(uint UidValidity, uint Uid, DateTimeOffset ArrivedAt, byte[] Raw)
{
    /// <summary>Size on the server of a mail too large to be fetched; <see cref="Raw"/> is then its header alone.</summary>
    public long? Oversize { get; init; }
}

/// <summary>A mailbox that cannot be opened. The message names the setting and the cause, never an address or a secret.</summary>
/// <param name="needsPerson">Whether trying again is useless until somebody changes something.</param>
public sealed class MailAccessException(string message, bool needsPerson, Exception? inner) : Exception(message, inner)
{
    /// <summary>Whether trying again is useless until somebody changes something.</summary>
    public bool NeedsPerson { get; } = needsPerson;

    /// <summary>Whether the mailbox can be opened and only this folder cannot.</summary>
    public bool OnlyFolder { get; init; }
}
