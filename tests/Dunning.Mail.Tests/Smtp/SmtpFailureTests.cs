using Dunning.Mail.Smtp;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Smtp;

public sealed class SmtpFailureTests
{
    private static async Task<SmtpOutcome> SendAgainstAsync(params (string At, string? Answer)[] replaced)
    {
        await using var server = SmtpScript.Server(replaced);
        return await SmtpScript.SendAsync(SmtpScript.Options(server.Port), Some.Mail().Build(), CancellationToken.None);
    }

    [Fact]
    public async Task A_message_is_accepted_with_its_queue_id() =>
        (await SendAgainstAsync()).ShouldBe(new SmtpOutcome.Accepted("2.0.0 Ok: queued as 4XYZ123", "4XYZ123"));

    [Theory]
    [InlineData("220", SmtpStage.Greeting)]
    [InlineData("EHLO", SmtpStage.Hello)]
    [InlineData("MAIL", SmtpStage.MailFrom)]
    [InlineData("RCPT", SmtpStage.RecipientTo)]
    [InlineData("DATA", SmtpStage.Data)]
    [InlineData(".", SmtpStage.FinalReply)]
    public async Task Refusals_name_their_stage_and_whether_they_last(string at, SmtpStage stage)
    {
        var recipient = at == "RCPT" ? "ap@debtor.test" : null;
        (await SendAgainstAsync((at, "554 5.7.1 go away"))).ShouldBe(new SmtpOutcome.RejectedPermanent(stage, 554, "5.7.1", "5.7.1 go away", recipient));
        (await SendAgainstAsync((at, "451 4.3.0 later"))).ShouldBe(new SmtpOutcome.RejectedTransient(stage, 451, "4.3.0", "4.3.0 later", recipient));
    }

    [Theory]
    [InlineData("220", SmtpStage.Greeting)]
    [InlineData("EHLO", SmtpStage.Hello)]
    [InlineData("MAIL", SmtpStage.MailFrom)]
    [InlineData("RCPT", SmtpStage.RecipientTo)]
    [InlineData("DATA", SmtpStage.Data)]
    public async Task A_connection_that_breaks_before_the_final_dot_has_sent_nothing(string at, SmtpStage stage)
    {
        foreach (var end in new[] { null, "reset", "hang", "rubbish", "99 no", new string('x', 100_000) })
            (await SendAgainstAsync((at, end))).ShouldBeOfType<SmtpOutcome.NotSent>(end?[..Math.Min(10, end.Length)]).Stage.ShouldBe(stage);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_final_dot_leaves_the_result_unknown()
    {
        foreach (var end in new[] { null, "reset", "hang", "rubbish", "354 more please", new string('x', 100_000) })
            (await SendAgainstAsync((".", end))).ShouldBeOfType<SmtpOutcome.Unknown>(end?[..Math.Min(10, end.Length)]);
    }

    [Fact]
    public async Task A_server_that_dies_amid_the_text_has_accepted_nothing()
    {
        await using var server = new ScriptedServer(async c =>
        {
            await c.SendAsync("220 x\r\n");
            while (await c.LineAsync() is { } line)
            {
                await c.SendAsync(line.StartsWith("DATA", StringComparison.Ordinal) ? "354 go\r\n" : "250 ok\r\n");
                if (!line.StartsWith("DATA", StringComparison.Ordinal))
                    continue;
                await c.LineAsync();
                c.Reset();
                return;
            }
        });
        var big = new byte[20_000_000];
        Array.Fill(big, (byte)'x');
        for (var i = 78; i < big.Length; i += 80)
            (big[i], big[i + 1]) = ((byte)'\r', (byte)'\n');
        (await SmtpScript.SendAsync(SmtpScript.Options(server.Port), big, CancellationToken.None)).ShouldBeOfType<SmtpOutcome.NotSent>().Stage.ShouldBe(SmtpStage.Data);
    }

    [Fact]
    public async Task A_reply_that_comes_before_the_final_dot_is_not_taken_for_acceptance() =>
        (await SendAgainstAsync(("DATA", "354 go\r\n250 2.0.0 Ok: queued as FALSE"))).ShouldBeOfType<SmtpOutcome.NotSent>();

    [Fact]
    public async Task Nobody_listening_means_not_sent()
    {
        int port;
        await using (var server = SmtpScript.Server())
            port = server.Port;
        (await SmtpScript.SendAsync(SmtpScript.Options(port), Some.Mail().Build(), CancellationToken.None)).ShouldBeOfType<SmtpOutcome.NotSent>().Stage.ShouldBe(SmtpStage.Connect);
    }

    [Fact]
    public async Task Cancelling_before_the_dot_is_not_sent_and_after_it_unknown()
    {
        using var early = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using (var server = SmtpScript.Server(("MAIL", "hang")))
            (await SmtpScript.SendAsync(SmtpScript.Options(server.Port), Some.Mail().Build(), early.Token)).ShouldBe(new SmtpOutcome.NotSent(SmtpStage.MailFrom, "cancelled"));
        using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using (var server = SmtpScript.Server((".", "hang")))
            (await SmtpScript.SendAsync(SmtpScript.Options(server.Port) with { FinalReplyTimeout = TimeSpan.FromMinutes(1) }, Some.Mail().Build(), late.Token)).ShouldBeOfType<SmtpOutcome.Unknown>();
    }

    [Fact]
    public async Task A_cancellation_after_the_dot_still_waits_for_an_answer_that_is_on_its_way()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedServer(async c =>
        {
            await c.SendAsync("220 x\r\n");
            while (await c.LineAsync() is { } line)
            {
                var data = line.StartsWith("DATA", StringComparison.Ordinal);
                await c.SendAsync(data ? "354 go\r\n" : "250 ok\r\n");
                if (!data)
                    continue;
                await c.UntilDotAsync();
                await cancel.CancelAsync();
                await c.SendAsync("250 queued as LATE\r\n");
            }
        });
        (await SmtpScript.SendAsync(SmtpScript.Options(server.Port), Some.Mail().Build(), cancel.Token)).ShouldBeOfType<SmtpOutcome.Accepted>().QueueId.ShouldBe("LATE");
    }
}
