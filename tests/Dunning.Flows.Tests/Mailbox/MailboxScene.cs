using Dunning.Connectors;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>What a test does in the billing mailbox besides the agent, as staff and the years before would have.</summary>
internal static class MailboxScene
{
    public static InstallationSettings Settings(TestDatabase database, string billing) => new(
        database.ConnectionString, MailWorld.Submission, MailWorld.Imap, billing, MailWorld.AgentPassword, "mx.collections.test", new byte[32],
        Directory.CreateTempSubdirectory("dunning-documents").FullName, null, DraftingOptions.Default);

    public static async Task<ImapClient> OpenAsync(string user)
    {
        var client = new ImapClient(MailWorld.Imap);
        await client.ConnectAsync(default);
        await client.LoginAsync(user, MailWorld.AgentPassword, default);
        return client;
    }

    /// <summary>Puts a mail into a folder as it would lie there since so long.</summary>
    public static async Task<string> PutAsync(string user, string folder, string from, string to, string subject, string text, TimeSpan ago, string? messageId = null, string? inReplyTo = null)
    {
        var at = TimeProvider.System.GetUtcNow() - ago;
        var id = messageId ?? $"{Guid.NewGuid():N}@firm.example";
        var bytes = new MimeBuilder { From = new(from), To = [new(to)], Subject = subject, MessageId = id, Date = at, TextBody = text, InReplyTo = inReplyTo }.Build();
        await using var client = await OpenAsync(user);
        await client.AppendAsync(folder, bytes, ["\\Seen"], at, default);
        return id;
    }
}
