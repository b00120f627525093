using System.Security.Cryptography;
using Dunning.Connectors;
using Dunning.Flows.Drafting;
using Dunning.Mail.Imap;
using Dunning.Mail.Wire;

namespace Dunning.Simulator.Demo;

/// <summary>The agent of the demo, on its own database and with a mailbox emptied for it.</summary>
internal static class DemoInstallation
{
    /// <summary>Connection to the mailbox server; loopback needs no TLS.</summary>
    public static ImapOptions Imap(DemoSettings settings) =>
        new() { Host = settings.MailHost, Port = settings.ImapPort, Tls = TlsMode.None, AllowPlaintextAuthentication = true };

    /// <summary>Settings with a thread key of this run, so that no Message-ID of an earlier run proves anything.</summary>
    public static InstallationSettings SettingsFor(DemoSettings settings, string documents) => new(
        settings.Agent,
        new()
        {
            Host = settings.MailHost, Port = settings.SmtpPort, Tls = settings.MailCa is null ? TlsMode.None : TlsMode.StartTls, CaFile = settings.MailCa,
            AllowPlaintextAuthentication = settings.MailCa is null, User = settings.MailUser, Password = settings.MailPassword,
            FinalReplyTimeout = TimeSpan.FromMinutes(1),
        },
        Imap(settings), settings.Mailbox, settings.MailPassword, "mx.collections.test", RandomNumberGenerator.GetBytes(32), documents, null, DraftingOptions.Default);

    /// <summary>Puts away what earlier runs have left in the agent's mailbox.</summary>
    public static async Task EmptyMailboxAsync(DemoSettings settings, CancellationToken cancellationToken)
    {
        await using var client = new ImapClient(Imap(settings));
        await client.ConnectAsync(cancellationToken);
        await client.LoginAsync(settings.Mailbox, settings.MailPassword, cancellationToken);
        await client.SelectAsync("INBOX", cancellationToken);
        var old = await client.SearchFromAsync(1, cancellationToken);
        if (old.Count > 0) await client.MoveAsync(old, "Processed", cancellationToken);
        await client.LogoutAsync(cancellationToken);
    }
}
