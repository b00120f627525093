using Dunning.Mail.Imap;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Imap;

public sealed class ImapDialogueTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static ImapOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Tls = TlsMode.None,
        AllowPlaintextAuthentication = true,
        ResponseTimeout = TimeSpan.FromSeconds(1),
        MaxResponseBytes = 100_000,
    };

    /// <summary>A server that logs in and answers one command with the given text, where # stands for the tag.</summary>
    private static ScriptedServer Server(string? answer, string capabilities = "IMAP4rev1 UIDPLUS MOVE IDLE") => new(async c =>
    {
        await c.SendAsync("* OK ready {5}\r\n");
        while (true)
        {
            var line = await c.LineAsync();
            var tag = line.Split(' ')[0];
            if (line.Contains(" CAPABILITY", StringComparison.Ordinal))
                await c.SendAsync($"* CAPABILITY {capabilities}\r\n{tag} OK done\r\n");
            else if (line.Contains(" LOGIN ", StringComparison.Ordinal))
                await c.SendAsync($"{tag} OK in\r\n");
            else if (answer is null)
                return;
            else if (answer == "hang")
                await c.HangAsync();
            else
                await c.SendAsync(answer.Replace("#", tag, StringComparison.Ordinal));
        }
    });

    private static async Task<ImapClient> LoggedInAsync(ScriptedServer server)
    {
        var client = new ImapClient(Options(server.Port));
        await client.ConnectAsync(None);
        await client.LoginAsync("u", "p\"\\", None);
        return client;
    }

    private static async Task<List<ImapMessage>> FetchAsync(ImapClient client, params uint[] uids)
    {
        var found = new List<ImapMessage>();
        await foreach (var message in client.FetchAsync(uids, 1000, None))
            found.Add(message);
        return found;
    }

    [Fact]
    public async Task A_mailbox_is_opened_with_its_validity()
    {
        await using var server = Server("* FLAGS (\\Seen)\r\n* 17 EXISTS\r\n* OK [UIDVALIDITY 3857529045] ok\r\n* OK [UIDNEXT 4392] next\r\n# OK [READ-ONLY] done\r\n");
        await using var client = await LoggedInAsync(server);
        (await client.SelectAsync("INBOX", None)).ShouldBe(new ImapMailbox("INBOX", 3857529045, 4392, 17, true));
        server.Received.ShouldContain(l => l.EndsWith("LOGIN \"u\" \"p\\\"\\\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_with_literals_quotes_and_lists_is_read()
    {
        await using var server = Server("* 3 FETCH (FLAGS (\\Seen $Done) INTERNALDATE \" 4-Mar-2026 09:30:00 +0100\" UID 7 RFC822.SIZE 13 BODY[]<0> {13}\r\nA: b\r\n\r\n(\"){5})\r\n# OK done\r\n");
        await using var client = await LoggedInAsync(server);
        var message = (await FetchAsync(client, 7)).Single();
        message.Flags.ShouldBe(["\\Seen", "$Done"]);
        message.InternalDate.ShouldBe(new DateTimeOffset(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(1)));
        System.Text.Encoding.ASCII.GetString(message.Body).ShouldBe("A: b\r\n\r\n(\"){5");
    }

    [Fact]
    public async Task The_last_message_is_not_taken_for_a_new_one()
    {
        await using var server = Server("* SEARCH 9\r\n# OK done\r\n");
        await using var client = await LoggedInAsync(server);
        (await client.SearchFromAsync(10, None)).ShouldBeEmpty();
        (await client.SearchFromAsync(9, None)).ShouldBe([9u]);
    }

    [Fact]
    public async Task A_refusal_is_typed_and_leaves_the_connection_usable()
    {
        await using var server = Server("# NO [NONEXISTENT] no such mailbox\r\n");
        await using var client = await LoggedInAsync(server);
        for (var i = 0; i < 2; i++)
        {
            var refused = await Should.ThrowAsync<ImapRefusedException>(() => client.SelectAsync("Nowhere", None));
            (refused.Status, refused.Code, refused.Text).ShouldBe(("NO", "NONEXISTENT", "no such mailbox"));
        }
    }

    [Theory]
    [InlineData(null, typeof(ImapDisconnectedException))]
    [InlineData("hang", typeof(ImapTimeoutException))]
    [InlineData("* BYE shutting down\r\n", typeof(ImapDisconnectedException))]
    [InlineData("* 3 FETCH (UID 7 BODY[] {500}\r\nshort", typeof(ImapTimeoutException))]
    [InlineData("* 3 FETCH (UID 7 BODY[] {99999999999}\r\n", typeof(ImapProtocolException))]
    [InlineData("* 3 FETCH (UID 7 BODY[] {200000}\r\n", typeof(ImapProtocolException))]
    [InlineData("* 3 FETCH (UID 7\r\n", typeof(ImapProtocolException))]
    [InlineData("* 3 FETCH (UID 7 X \"open)\r\n", typeof(ImapProtocolException))]
    [InlineData("+ more\r\n", typeof(ImapProtocolException))]
    [InlineData(" \r\n", typeof(ImapProtocolException))]
    public async Task A_broken_server_gives_a_typed_exception(string? answer, Type expected)
    {
        await using var server = Server(answer);
        await using var client = await LoggedInAsync(server);
        (await Should.ThrowAsync<ImapException>(() => FetchAsync(client, 7))).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task Endless_lines_and_deep_nesting_are_bounded()
    {
        foreach (var answer in new[] { "* " + new string('x', 200_000), "* 1 FETCH " + new string('(', 5000) + "\r\n" })
        {
            await using var server = Server(answer);
            await using var client = await LoggedInAsync(server);
            var failure = await Should.ThrowAsync<ImapException>(() => FetchAsync(client, 7));
            (failure is ImapProtocolException or ImapDisconnectedException).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Without_tls_no_password_is_sent_unless_allowed()
    {
        await using var server = Server("# OK\r\n");
        await using var client = new ImapClient(Options(server.Port) with { AllowPlaintextAuthentication = false });
        await client.ConnectAsync(None);
        await Should.ThrowAsync<ImapProtocolException>(() => client.LoginAsync("u", "p", None));
        server.Received.ShouldNotContain(l => l.Contains("LOGIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arguments_cannot_carry_a_second_command()
    {
        await using var server = Server("# OK\r\n");
        await using var client = await LoggedInAsync(server);
        await Should.ThrowAsync<ArgumentException>(() => client.StoreAsync([1], ImapFlagChange.Add, ["\\Seen)\r\na9 DELETE INBOX"], None));
        await Should.ThrowAsync<ArgumentException>(() => client.SearchHeaderAsync("Message-ID", "x\"\r\na9 DELETE", None));
        (await client.LoginAsync("u\r\nx", "p", None).ShouldThrowAsync<ArgumentException>()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_move_the_messages_are_copied_marked_and_expunged_one_by_one()
    {
        await using var server = Server("# OK [COPYUID 5 7:8 1,2] done\r\n", "IMAP4rev1 UIDPLUS");
        await using var client = await LoggedInAsync(server);
        var moved = (await client.MoveAsync([8, 7], "Processed", None)).ShouldNotBeNull();
        (moved.UidValidity, string.Join(',', moved.From), string.Join(',', moved.To)).ShouldBe((5u, "7,8", "1,2"));
        server.Received.Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]).TakeLast(3).ShouldBe(["UID COPY 7:8 \"Processed\"", "UID STORE 7:8 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 7:8"]);
    }

    [Theory]
    [InlineData("Bücher & Co", "B&APw-cher &- Co")]
    [InlineData("Входящие", "&BBIERQQ+BDQETwRJBDgENQ-")]
    [InlineData("INBOX/Sent", "INBOX/Sent")]
    public void Mailbox_names_travel_in_modified_utf7(string name, string coded)
    {
        MailboxName.Encode(name).ShouldBe(coded);
        MailboxName.Decode(coded).ShouldBe(name);
    }
}
