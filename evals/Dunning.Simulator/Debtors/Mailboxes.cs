using System.Collections.Concurrent;
using Dunning.Flows.Drafting;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;

namespace Dunning.Simulator.Debtors;

/// <summary>
/// Reads the debtors' real mailboxes. A mail counts only when its Message-ID proves to be of this run, so what earlier
/// runs have left there is passed over.
/// </summary>
internal sealed class Mailboxes(ImapOptions options, string password, MessageIds ids)
{
    private const int LargestMail = 4 * 1024 * 1024;
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, uint> watermarks = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<OurMail> arrived = new();

    /// <summary>Every mail of this run that was seen, copies included.</summary>
    public IReadOnlyCollection<OurMail> All => arrived;

    /// <summary>Looks into mailboxes and returns what is new there.</summary>
    public async Task<IReadOnlyList<OurMail>> LookAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var found = new ConcurrentQueue<OurMail>();
        await Parallel.ForEachAsync(
            addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (address, token) =>
            {
                foreach (var mail in await ReadAsync(address, token)) found.Enqueue(mail);
            });
        foreach (var mail in found) arrived.Enqueue(mail);
        return [.. found.OrderBy(mail => mail.TouchId, StringComparer.Ordinal)];
    }

    private async Task<List<OurMail>> ReadAsync(string address, CancellationToken cancellationToken)
    {
        await using var client = new ImapClient(options);
        await client.ConnectAsync(cancellationToken);
        await client.LoginAsync(address, password, cancellationToken);
        await client.ExamineAsync("INBOX", cancellationToken);
        var from = watermarks.GetValueOrDefault(address) + 1;
        var uids = (await client.SearchFromAsync(from, cancellationToken)).Where(uid => uid >= from).Order().ToList();
        List<OurMail> mails = [];
        await foreach (var message in client.FetchAsync(uids, LargestMail, cancellationToken))
        {
            watermarks[address] = Math.Max(watermarks.GetValueOrDefault(address), message.Uid);
            var mime = MimeParser.Parse(message.Body, MimeLimits.Default);
            if (mime.MessageId is { } id && ids.TouchOf(id) is { } touch) mails.Add(new(address, touch, mime, mime.TextBody ?? ""));
        }

        await client.LogoutAsync(cancellationToken);
        return mails;
    }
}
