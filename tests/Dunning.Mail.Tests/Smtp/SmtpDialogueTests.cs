using System.Text;
using Dunning.Mail.Smtp;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Smtp;

public sealed class SmtpDialogueTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Dots_are_doubled_and_lone_line_ends_cannot_smuggle_a_second_message()
    {
        await using var server = SmtpScript.Server();
        var message = Encoding.ASCII.GetBytes("Subject: x\r\n\r\n.one\r\n\n.\r\nMAIL FROM:<evil@example>\r\r.\rlast");
        (await SmtpScript.SendAsync(SmtpScript.Options(server.Port), message, None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        var text = server.Received.SkipWhile(l => l != "DATA").Skip(1).TakeWhile(l => l != ".").ToList();
        text.ShouldBe(["Subject: x", "", "..one", "", "..", "MAIL FROM:<evil@example>", "", "..", "last"]);
    }

    [Fact]
    public async Task Passwords_are_not_sent_without_tls_unless_allowed()
    {
        await using var server = SmtpScript.Server();
        var options = SmtpScript.Options(server.Port) with { User = "u", Password = "p" };
        (await SmtpScript.SendAsync(options, Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.NotSent>().Stage.ShouldBe(SmtpStage.Authenticate);
        server.Received.ShouldNotContain(l => l.StartsWith("AUTH", StringComparison.Ordinal));
        (await SmtpScript.SendAsync(options with { AllowPlaintextAuthentication = true }, Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        server.Received.ShouldContain("AUTH PLAIN " + Convert.ToBase64String(Encoding.ASCII.GetBytes("\0u\0p")));
    }

    [Fact]
    public async Task Starttls_is_required_when_configured_and_bytes_injected_before_it_end_the_dialogue()
    {
        await using (var server = SmtpScript.Server())
            (await SmtpScript.SendAsync(SmtpScript.Options(server.Port) with { Tls = TlsMode.StartTls }, Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.NotSent>().Reason.ShouldContain("STARTTLS");
        await using (var server = SmtpScript.Server(("EHLO", "250-x\r\n250 STARTTLS"), ("STARTTLS", "220 go\r\n250 injected")))
            (await SmtpScript.SendAsync(SmtpScript.Options(server.Port) with { Tls = TlsMode.StartTls }, Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.NotSent>().Reason.ShouldContain("injected");
    }

    [Fact]
    public async Task An_old_server_without_ehlo_is_greeted_with_helo()
    {
        await using var server = SmtpScript.Server(("EHLO", "502 what"), ("HELO", "250 hello"));
        (await SmtpScript.SendAsync(SmtpScript.Options(server.Port), Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        server.Received.ShouldContain("MAIL FROM:<ar@collections.test>");
    }

    [Fact]
    public async Task Login_and_xoauth2_are_spoken()
    {
        await using var login = new ScriptedServer(async c =>
        {
            await c.SendAsync("220 x\r\n");
            await c.LineAsync();
            await c.SendAsync("250-x\r\n250 AUTH=LOGIN\r\n");
            foreach (var answer in new[] { "334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", "535 5.7.8 no" })
            {
                await c.LineAsync();
                await c.SendAsync(answer + "\r\n");
            }
        });
        var options = SmtpScript.Options(login.Port) with { User = "u", Password = "p", AllowPlaintextAuthentication = true };
        (await SmtpScript.SendAsync(options, [1], None)).ShouldBeOfType<SmtpOutcome.RejectedPermanent>().Stage.ShouldBe(SmtpStage.Authenticate);
        login.Received[1..].ShouldBe(["AUTH LOGIN", "dQ==", "cA=="]);

        await using var token = SmtpScript.Server(("EHLO", "250-x\r\n250 AUTH XOAUTH2"));
        (await SmtpScript.SendAsync(options with { Port = token.Port, AccessToken = _ => Task.FromResult("tok") }, [65], None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        token.Received.ShouldContain("AUTH XOAUTH2 " + Convert.ToBase64String(Encoding.ASCII.GetBytes("user=u\u0001auth=Bearer tok\u0001\u0001")));
    }

    [Fact]
    public async Task What_the_server_cannot_take_is_refused_before_it_is_offered()
    {
        await using var server = SmtpScript.Server();
        await using var client = new SmtpClient(SmtpScript.Options(server.Port));
        var tooLarge = await client.PrepareAsync(Some.Envelope(100_001), None);
        tooLarge.ShouldBeOfType<SmtpPreparation.Failed>().Outcome.ShouldBeOfType<SmtpOutcome.RejectedPermanent>().Code.ShouldBe(552);
        var utf8 = await client.PrepareAsync(new SmtpEnvelope("a@b.test", ["jürgen@b.test"], 1), None);
        utf8.ShouldBeOfType<SmtpPreparation.Failed>().Outcome.ShouldBeOfType<SmtpOutcome.RejectedPermanent>().EnhancedCode.ShouldBe("5.6.7");
        (await client.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Ready>();
        (await client.TransmitAsync("8bit: \u00e4"u8.ToArray(), None)).ShouldBeOfType<SmtpOutcome.NotSent>();
        server.Received.ShouldNotContain("DATA");
    }

    [Fact]
    public async Task One_connection_serves_many_messages_and_is_renewed_when_the_server_left()
    {
        await using var server = SmtpScript.Server();
        await using var client = new SmtpClient(SmtpScript.Options(server.Port));
        for (var i = 0; i < 3; i++)
        {
            (await client.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Ready>();
            (await client.TransmitAsync(Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        }
        server.Connections.ShouldBe(1);

        await using var closing = SmtpScript.Server(("RSET", null));
        await using var again = new SmtpClient(SmtpScript.Options(closing.Port));
        for (var i = 0; i < 2; i++)
        {
            (await again.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Ready>();
            (await again.TransmitAsync(Some.Mail().Build(), None)).ShouldBeOfType<SmtpOutcome.Accepted>();
        }
        closing.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task An_aborted_message_is_reset_and_misuse_is_an_exception()
    {
        await using var server = SmtpScript.Server();
        await using var client = new SmtpClient(SmtpScript.Options(server.Port));
        await Should.ThrowAsync<InvalidOperationException>(() => client.TransmitAsync(new byte[1], None));
        await client.PrepareAsync(Some.Envelope(), None);
        await Should.ThrowAsync<InvalidOperationException>(() => client.PrepareAsync(Some.Envelope(), None));
        await client.AbortAsync();
        server.Received[^1].ShouldBe("RSET");
        foreach (var evil in new[] { "a@b.test>\r\nDATA", "a b@c.test", "a@b.test SIZE=1", "@b.test", "a@", "a@b..test", "a>@b.test" })
            (await Should.ThrowAsync<ArgumentException>(() => client.PrepareAsync(new SmtpEnvelope("x@y.test", [evil], 1), None))).Message.ShouldContain("RCPT TO");
    }
}
