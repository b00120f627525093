using Dunning.Mail.Imap;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Imap;

public sealed class ImapMailboxTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static ImapClient Client(ScriptedServer server) => new(new ImapOptions
    {
        Host = "127.0.0.1", Port = server.Port, Tls = TlsMode.None, AllowPlaintextAuthentication = true, ResponseTimeout = TimeSpan.FromSeconds(2),
    });

    /// <summary>Plays the login, then hands every line with its tag to the script.</summary>
    private static ScriptedServer Server(string capabilities, Func<ScriptedConnection, string, string, Task> script) => new(async c =>
    {
        await c.SendAsync("* OK ready\r\n");
        while (true)
        {
            var line = await c.LineAsync();
            var tag = line.Split(' ')[0];
            if (line.Contains(" CAPABILITY", StringComparison.Ordinal))
                await c.SendAsync($"* CAPABILITY {capabilities}\r\n{tag} OK done\r\n");
            else if (line.Contains(" LOGIN ", StringComparison.Ordinal))
                await c.SendAsync($"{tag} OK in\r\n");
            else
                await script(c, line, tag);
        }
    });

    private static async Task<ImapClient> LoggedInAsync(ScriptedServer server)
    {
        var client = Client(server);
        await client.ConnectAsync(None);
        await client.LoginAsync("u", "p", None);
        return client;
    }

    [Fact]
    public async Task Idle_wakes_on_new_mail_ends_its_window_with_done_and_is_ended_politely_when_cancelled()
    {
        var news = new SemaphoreSlim(0);
        await using var server = Server("IMAP4rev1 IDLE", async (c, line, tag) =>
        {
            await c.SendAsync("+ idling\r\n* OK still here\r\n");
            if (await news.WaitAsync(0))
                await c.SendAsync("* 4 EXISTS\r\n");
            (await c.LineAsync()).ShouldBe("DONE");
            await c.SendAsync($"{tag} OK done\r\n");
        });
        var client = await LoggedInAsync(server);
        (await client.IdleAsync(TimeSpan.FromMilliseconds(100), None)).ShouldBeFalse();
        news.Release();
        (await client.IdleAsync(TimeSpan.FromMinutes(29), None)).ShouldBeTrue();
        using var stop = new CancellationTokenSource(200);
        await Should.ThrowAsync<OperationCanceledException>(() => client.IdleAsync(TimeSpan.FromMinutes(29), stop.Token));
        server.Received.Count(line => line == "DONE").ShouldBe(3);
        await Should.ThrowAsync<ImapDisconnectedException>(() => client.NoopAsync(None));
    }

    [Fact]
    public async Task A_cancelled_idle_does_not_wait_for_a_server_that_fell_silent()
    {
        await using var server = Server("IMAP4rev1 IDLE", async (c, _, _) =>
        {
            await c.SendAsync("+ idling\r\n");
            await c.HangAsync();
        });
        await using var client = await LoggedInAsync(server);
        using var stop = new CancellationTokenSource(100);
        var began = TimeProvider.System.GetTimestamp();
        await Should.ThrowAsync<OperationCanceledException>(() => client.IdleAsync(TimeSpan.FromMinutes(5), stop.Token));
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_server_that_drops_the_line_while_idle_is_noticed_at_once()
    {
        await using var server = Server("IMAP4rev1 IDLE", async (c, _, _) =>
        {
            await c.SendAsync("+ idling\r\n");
            c.Reset();
        });
        await using var client = await LoggedInAsync(server);
        await Should.ThrowAsync<ImapDisconnectedException>(() => client.IdleAsync(TimeSpan.FromMinutes(5), None));
    }

    [Fact]
    public async Task A_refused_token_is_answered_with_an_empty_line_and_a_server_without_xoauth2_gets_none()
    {
        await using var server = Server("IMAP4rev1 AUTH=XOAUTH2 SASL-IR", async (c, _, tag) =>
        {
            await c.SendAsync("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
            (await c.LineAsync()).ShouldBe("");
            await c.SendAsync($"{tag} NO [AUTHENTICATIONFAILED] AUTHENTICATE failed.\r\n");
        });
        await using var client = Client(server);
        await client.ConnectAsync(None);
        (await Should.ThrowAsync<ImapRefusedException>(() => client.LoginWithTokenAsync("shared@firm.example", "secret-token", None))).Message.ShouldNotContain("secret-token");
        string.Join("\n", server.Received).ShouldContain("AUTHENTICATE XOAUTH2 " + Convert.ToBase64String("user=shared@firm.example\u0001auth=Bearer secret-token\u0001\u0001"u8));

        await using var plain = Server("IMAP4rev1 AUTH=PLAIN", (_, _, _) => Task.CompletedTask);
        await using var other = Client(plain);
        await other.ConnectAsync(None);
        (await Should.ThrowAsync<ImapProtocolException>(() => other.LoginWithTokenAsync("u", "t", None))).Message.ShouldContain("XOAUTH2");
    }

    [Fact]
    public async Task Heads_come_with_one_command_and_a_header_alone_counts_as_truncated()
    {
        await using var server = Server("IMAP4rev1", async (c, line, tag) =>
        {
            if (line.Contains("HEADER.FIELDS", StringComparison.Ordinal))
                await c.SendAsync("* 1 FETCH (UID 5 RFC822.SIZE 90 BODY[HEADER.FIELDS (DATE MESSAGE-ID FROM TO CC BCC)] {19}\r\nFrom: a@b.example\r\n)\r\n"
                    + "* 2 FETCH (BODY[HEADER.FIELDS (\"DATE\" \"FROM\")] \"\" UID 6 RFC822.SIZE 91)\r\n* 9 FETCH (UID 77 RFC822.SIZE 1)\r\n");
            else if (line.Contains("BODY.PEEK[HEADER]", StringComparison.Ordinal))
                await c.SendAsync("* 1 FETCH (UID 5 RFC822.SIZE 99000000 BODY[HEADER] {8}\r\nA: b\r\n\r\n)\r\n");
            await c.SendAsync($"{tag} OK done\r\n");
        });
        await using var client = await LoggedInAsync(server);
        var heads = await client.FetchHeadsAsync([6, 5], None);
        heads.Select(head => (head.Uid, head.Size, head.Body.Length)).ShouldBe([(5u, 90L, 19), (6u, 91L, 0)]);
        server.Received.Count(line => line.Contains("UID FETCH 5:6 ", StringComparison.Ordinal)).ShouldBe(1);
        var header = (await client.FetchHeaderAsync(5, None)).ShouldNotBeNull();
        (header.Truncated, header.Size, header.Body.Length).ShouldBe((true, 99_000_000L, 8));
    }

    [Theory]
    [InlineData("INBOX|Sent:\\Sent|Gesendet", "Sent")]
    [InlineData("INBOX|Gesendete Elemente|Entwürfe", "Gesendete Elemente")]
    [InlineData("INBOX|INBOX/Éléments envoyés", "INBOX/Éléments envoyés")]
    [InlineData("INBOX|Projekte/2020/Sent|Posta inviata", "Posta inviata")]
    [InlineData("INBOX|[Gmail]:\\Noselect|[Gmail]/Verzonden berichten", "[Gmail]/Verzonden berichten")]
    [InlineData("INBOX|ENVIADOS|Archive/Sent", "ENVIADOS")]
    [InlineData("INBOX|Sent:\\Noselect|Sent Items", "Sent Items")]
    [InlineData("INBOX|Presentations|Sentinel|Essential", null)]
    public void The_folder_of_sent_mail_is_found_by_use_or_by_name(string folders, string? expected) =>
        SentFolder.Find(folders.Split('|').Select(folder => folder.Split(':')).Select(parts => new ImapFolder(parts[0], '/', parts[1..])))?.Name.ShouldBe(expected);

    [Fact]
    public void Waits_double_up_to_their_limit_and_start_again_after_a_success()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        foreach (var longest in new[] { 1, 2, 4, 8, 10, 10 })
            backoff.Next().TotalSeconds.ShouldBeInRange(longest / 2.0, longest);
        backoff.Reset();
        backoff.Next().TotalSeconds.ShouldBeLessThanOrEqualTo(1);
        for (var i = 0; i < 5000; i++)
            backoff.Next().TotalSeconds.ShouldBeLessThanOrEqualTo(10);
    }
}
