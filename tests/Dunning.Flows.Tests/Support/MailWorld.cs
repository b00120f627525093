using System.Globalization;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Flows.Tests.Support;

/// <summary>The real mail servers of the test run: the debtors' side of every conversation.</summary>
public static class MailWorld
{
    private static readonly string[] Needed =
        ["DUNNING_SMTP_HOST", "DUNNING_SMTP_PORT", "DUNNING_SMTP_USER", "DUNNING_SMTP_PASSWORD", "DUNNING_MX_PORT", "DUNNING_IMAP_HOST", "DUNNING_IMAP_PORT", "DUNNING_IMAP_PASSWORD", "DUNNING_MAIL_CA", "DUNNING_DEBTOR_PASSWORD"];

    /// <summary>The first variable that is not set; null when all are.</summary>
    public static string? Missing => Needed.FirstOrDefault(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    public static SmtpOptions Submission => new()
    {
        Host = Value("DUNNING_SMTP_HOST"), Port = Number("DUNNING_SMTP_PORT"), Tls = TlsMode.StartTls, CaFile = Value("DUNNING_MAIL_CA"),
        User = Value("DUNNING_SMTP_USER"), Password = Value("DUNNING_SMTP_PASSWORD"),
    };

    public static ImapOptions Imap => new()
    {
        Host = Value("DUNNING_IMAP_HOST"), Port = Number("DUNNING_IMAP_PORT"), Tls = TlsMode.StartTls, CaFile = Value("DUNNING_MAIL_CA"),
    };

    public static string AgentPassword => Value("DUNNING_IMAP_PASSWORD");

    /// <summary>A debtor writes, signed in as itself; or a stranger in its name, not signed in.</summary>
    public static async Task WriteAsync(string from, string to, string subject, string text, string? inReplyTo, bool signedIn = true)
    {
        var bytes = new MimeBuilder
        {
            From = new(from), To = [new(to)], Subject = subject, MessageId = $"{Guid.NewGuid():N}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Date = TimeProvider.System.GetUtcNow(), TextBody = text, InReplyTo = inReplyTo, References = inReplyTo is null ? [] : [inReplyTo],
        }.Build();
        var options = Submission with { Port = Number("DUNNING_MX_PORT"), User = signedIn ? from : null, Password = signedIn ? Value("DUNNING_DEBTOR_PASSWORD") : null };
        await using var client = new SmtpClient(options);
        (await client.PrepareAsync(new(from, [to], bytes.Length), default)).ShouldBeOfType<SmtpPreparation.Ready>();
        (await client.TransmitAsync(bytes, default)).ShouldBeOfType<SmtpOutcome.Accepted>();
    }

    /// <summary>Waits until a mailbox holds so many mails and returns all of them.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> ReadAsync(string address, int atLeast)
    {
        var password = address.EndsWith("@collections.test", StringComparison.Ordinal) ? AgentPassword : Value("DUNNING_DEBTOR_PASSWORD");
        for (var attempt = 0; ; attempt++)
        {
            await using var client = new ImapClient(Imap);
            await client.ConnectAsync(default);
            await client.LoginAsync(address, password, default);
            await client.ExamineAsync("INBOX", default);
            List<MimeMessage> mails = [];
            await foreach (var mail in client.FetchAsync(await client.SearchFromAsync(1, default), 10_000_000, default)) mails.Add(MimeParser.Parse(mail.Body));
            if (mails.Count >= atLeast || attempt >= 100) return mails;
            await Task.Delay(100);
        }
    }

    private static string Value(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");

    private static int Number(string name) => int.Parse(Value(name), CultureInfo.InvariantCulture);
}
