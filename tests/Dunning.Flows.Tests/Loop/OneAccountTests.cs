using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Loop;

/// <summary>The whole loop for one account, on real PostgreSQL, Postfix and Dovecot.</summary>
public sealed class OneAccountTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [MailFact]
    public async Task A_reminder_goes_out_after_approval_and_a_promise_by_mail_pauses_the_invoice()
    {
        await using var scene = await Scene.OpenAsync(database);
        var number = await scene.InvoiceAsync(1250.50m, 12);

        var cycle = await scene.CycleAsync();
        cycle.Drafted.ShouldBe(1);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0, "nothing goes out before a person approved");
        (await scene.ScalarAsync<string>("select verdict || ' ' || findings::text from drafts")).ShouldBe("pass []");

        (await scene.ApproveAllAsync()).ShouldBe(1);
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select answer from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select response from outbox"));

        var mail = (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem();
        mail.TextBody!.ShouldContain(number);
        mail.TextBody!.ShouldContain("1,250.50 GBP");
        mail.ReplyTo.ShouldHaveSingleItem().Address.ShouldBe(scene.Billing);

        await MailWorld.WriteAsync(scene.Debtor, scene.Billing, "Re: " + mail.Subject, $"Hello,\n\nwe will pay invoice {number} on 20 March 2026.\n\nBest regards\nAnna Muster", mail.MessageId);
        await MailWorld.ReadAsync(scene.Billing, 1);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        (await scene.Agent.Read.RunAsync(default)).Humans.ShouldBe(1);

        (await scene.ScalarAsync<string>("select reading::text from messages where direction = 'in'")).ShouldContain("promise_to_pay");
        (await scene.ScalarAsync<DateOnly>("select promised_for from promises")).ShouldBe(new DateOnly(2026, 3, 20));
        (await scene.ScalarAsync<decimal>("select amount from promises")).ShouldBe(1250.50m);
        (await scene.ScalarAsync<long>("select count(*) from suppressions where kind = 'promise' and lifted_at is null")).ShouldBe(1);

        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1")).ShouldContain("20 March 2026");
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select string_agg(answer, ' / ') from approvals"));
        var answer = (await MailWorld.ReadAsync(scene.Debtor, 2))[1];
        answer.References.ShouldContain(mail.MessageId);

        await scene.Agent.Seal.RunAsync(default);
        (await scene.Agent.Verify.RunAsync(1, default)).Ok.ShouldBeTrue();
    }
}
