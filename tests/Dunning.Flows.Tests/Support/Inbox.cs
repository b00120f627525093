using System.Text;
using Dapper;
using Dunning.Connectors;
using Dunning.Flows.Drafting;
using Dunning.Flows.Receiving;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Flows.Tests.Support;

/// <summary>A scene whose mails are laid into the raw store directly: the whole inbound path but for the mail servers.</summary>
public static class Inbox
{
    /// <summary>Settings of an agent that talks to no mail server.</summary>
    public static InstallationSettings Settings(TestDatabase database) => new(
        database.ConnectionString, new SmtpOptions { Host = "127.0.0.1", Port = 1, Tls = TlsMode.None }, new ImapOptions { Host = "127.0.0.1", Port = 1 },
        "billing@collections.test", "unused", "mx.collections.test", new byte[32], Directory.CreateTempSubdirectory("dunning-documents").FullName, null, DraftingOptions.Default);

    /// <summary>One overdue account with a case; reads no mailbox.</summary>
    public static async Task<(Scene Scene, string Number)> OverdueAsync(TestDatabase database, string language = "en")
    {
        var scene = await Scene.OpenAsync(database, language, Settings(database));
        var number = await scene.NumberedAsync(480m, 12, "INV-1005");
        await scene.CycleAsync();
        return (scene, number);
    }

    /// <summary>An invoice with a number of ordinary shape.</summary>
    public static async Task<string> NumberedAsync(this Scene scene, decimal amount, int dueDaysAgo, string number)
    {
        var made = await scene.InvoiceAsync(amount, dueDaysAgo);
        await scene.ExecuteAsync("update invoices set number = @number where number = @made", new { number, made });
        return number;
    }

    /// <summary>What a debtor writes, as our border stores it.</summary>
    public static byte[] Raw(string from, string text, string subject = "Re: Payment reminder", bool verified = true, Action<List<KeyValuePair<string, string>>>? headers = null, string? html = null)
    {
        List<KeyValuePair<string, string>> extra = [new("Authentication-Results", $"mx.collections.test; dkim={(verified ? "pass" : "none")} header.d={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}")];
        headers?.Invoke(extra);
        return new MimeBuilder
        {
            From = new(from), To = [new("billing@collections.test")], Subject = subject, MessageId = $"{Guid.NewGuid():N}@mail.example",
            Date = Scene.Tuesday, TextBody = text, HtmlBody = html, ExtraHeaders = extra,
        }.Build();
    }

    /// <summary>Lays raw mails into the store, as fetching does.</summary>
    public static async Task StoreAsync(Scene scene, IReadOnlyList<byte[]> mails)
    {
        var now = scene.Agent.Clock.GetUtcNow().UtcDateTime;
        await using var connection = await scene.Source.OpenConnectionAsync();
        var next = await connection.ExecuteScalarAsync<long>("select coalesce(max(uid), 0) from inbound_raw");
        foreach (var raw in mails)
        {
            await connection.ExecuteAsync(
                "insert into inbound_raw (mailbox, uid_validity, uid, sha256, arrived_at, stored_at, raw) values ('inbox', 1, @uid, @hash, @now, @now, @raw)",
                new { uid = ++next, hash = Dunning.Postgres.Hash.Hex(raw), now, raw });
        }
    }

    /// <summary>A debtor writes and the agent reads it.</summary>
    public static async Task<ReadCounts> AnswerAsync(this Scene scene, string text, string subject = "Re: Payment reminder", bool verified = true, Action<List<KeyValuePair<string, string>>>? headers = null)
    {
        await StoreAsync(scene, [Raw(scene.Debtor, $"Hello,\n\n{text}\n\nKind regards\nAnna Muster", subject, verified, headers)]);
        return await scene.Agent.Read.RunAsync(default);
    }

    /// <summary>All rows of a query as text, for assertions.</summary>
    public static async Task<string> LinesAsync(this Scene scene, string sql)
    {
        await using var connection = await scene.Source.OpenConnectionAsync();
        var lines = new StringBuilder();
        foreach (IDictionary<string, object?> row in await connection.QueryAsync(sql)) lines.AppendJoin('|', row.Values).Append('\n');
        return lines.ToString().TrimEnd('\n');
    }
}
