using Dunning.Connectors;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;
using Dunning.Mail.Imap;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Flows.Tests.Days;

/// <summary>An installation that lives through simulated days: import, pass of the day, cycle, approvals by a scripted person, outbox.</summary>
internal sealed class ManyDays(TestDatabase database, Installation agent, StagedSmtpServer server, DailyBooks books, int seed) : IAsyncDisposable
{
    private readonly Random chance = new(seed);

    public Installation Agent => agent;

    public static async Task<ManyDays> OpenAsync(TestDatabase database, StagedSmtpServer server, DailyBooks books, int seed)
    {
        var settings = new InstallationSettings(
            database.ConnectionString, new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Tls = TlsMode.None, ConnectTimeout = TimeSpan.FromSeconds(5) },
            new ImapOptions { Host = "127.0.0.1", Port = 1 }, "billing@collections.test", "unused", "mx.collections.test", new byte[32],
            Directory.CreateTempSubdirectory("dunning-documents").FullName, null, DraftingOptions.Default);
        return new(database, await Installation.OpenAsync(settings, default), server, books, seed);
    }

    /// <summary>The morning: the ledger arrives, people set and lift holds and exclusions.</summary>
    public async Task MorningAsync(DateOnly today)
    {
        await agent.Clock.SetAsync(At(today, 8), default);
        books.Pass(today);
        (await database.ImportAsync(books.Export())).Rejected.ShouldBe(0);
        await database.ExecuteAsync($"update entities set iban = 'GB82WEST12345698765432', bic = 'WESTGB2L', mailbox_as_of = '{today:yyyy-MM-dd} 07:59Z'");
        if (chance.Next(3) == 0)
        {
            await database.ExecuteAsync(
                $"""
                insert into suppressions (entity_id, customer_id, kind, invoice_ids, reason, owner, starts_on, expires_on)
                select entity_id, customer_id, 'manual', array[id], 'agreed by telephone', 'carla', '{today:yyyy-MM-dd}', '{today.AddDays(12):yyyy-MM-dd}' from invoices order by hashint8(id + {today.DayNumber}) limit 2
                """);
        }

        if (chance.Next(8) == 0) await database.ExecuteAsync($"update customers set exclusion = case when exclusion = 'none' then 'do_not_contact' else 'none' end where id = (select id from customers order by hashint8(id + {today.DayNumber}) limit 1)");
    }

    /// <summary>The runs of the worker; a second run of the same day must change nothing.</summary>
    public async Task RunAsync(DateOnly today)
    {
        await agent.PassDay.RunAsync(today, default);
        var report = await agent.CycleWith("none").RunAsync(null, default);
        (report.Drafted + report.Held.Values.Sum()).ShouldBe(report.AccountsOverdue, "every overdue account is drafted or held for one reason");
    }

    /// <summary>The person at the queue approves most, rejects some, leaves some for later; then the outbox runs.</summary>
    public async Task<IReadOnlyList<(string To, string Text)>> SendAsync(DateOnly today)
    {
        await agent.Clock.SetAsync(At(today, 10), default);
        await database.ExecuteAsync(
            $"""
            insert into approvals (draft_id, content_hash, facts_version, actor, decision, reason, at, expires_at)
            select d.id, d.content_hash, d.facts_version, 'carla', case when hashtext(d.touch_id) % 23 = 0 then 'reject' else 'approve' end, 'seen', '{At(today, 9):u}', '{At(today.AddDays(3), 9):u}'
            from (select distinct on (t.id) d.* from touches t join drafts d on d.touch_id = t.id where t.state = 'in_queue' order by t.id, d.version desc) d
            where (hashtext(d.touch_id) + {today.DayNumber}) % 5 <> 0
            """);
        await agent.Approvals.RunAsync(default);
        await agent.Send.RunAsync(default);
        List<(string, string)> taken = [];
        while (server.Taken.TryDequeue(out var mail)) taken.Add((mail.To, MimeParser.Parse(System.Text.Encoding.Latin1.GetBytes(mail.Text)).TextBody!));
        return taken;
    }

    public ValueTask DisposeAsync() => agent.DisposeAsync();

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);
}
