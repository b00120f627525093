using Dunning.Connectors;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Sending;

public sealed class SendOutboxTests : FreshDatabase
{
    [DatabaseFact]
    public async Task Two_agents_send_each_message_once()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        for (var i = 0; i < 12; i++)
        {
            await using var other = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
            await other.InvoiceAsync(500 + i, 12);
        }

        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        await using var second = await Installation.OpenAsync(OutboxScene.Settings(Fresh, server), default);
        var runs = await Task.WhenAll(scene.Agent.Send.RunAsync(default), second.Send.RunAsync(default));

        runs.Sum(run => run.Sent).ShouldBe(12);
        server.Taken.Select(mail => mail.To).Distinct().Count().ShouldBe(12);
        server.Taken.Count.ShouldBe(12);
    }

    [DatabaseFact]
    public async Task An_invoice_paid_after_approval_is_not_reminded_of()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        var number = await scene.InvoiceAsync(900m, 12);
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1);
        await scene.PayAsync(number);

        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0);
        server.Taken.ShouldBeEmpty();
        (await scene.ScalarAsync<string>("select state from touches t where t.case_id in (select id from cases where customer_id = @CustomerId)", new { scene.CustomerId })).ShouldBe("planned");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await scene.ScalarAsync<string>("select state || ': ' || state_reason from touches t where t.case_id in (select id from cases where customer_id = @CustomerId)", new { scene.CustomerId }))
            .ShouldBe("cancelled: nothing is left to say");
    }

    [DatabaseFact]
    public async Task Kill_on_returns_only_after_the_running_transmission_and_lets_no_other_start()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        await using var other = await OutboxScene.ApprovedAsync(Fresh, server);
        server.Hold = HoldAt.AfterFinalDot;
        var sending = scene.Agent.Send.RunAsync(default);
        (await server.Held.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();

        var killing = other.Agent.Kill.SetAsync("all", true, "drill", "carla", default);
        (await Task.WhenAny(killing, Task.Delay(500))).ShouldNotBe(killing, "a transmission is running");
        server.LetGo();
        await killing;
        await sending;

        server.Taken.Count.ShouldBe(1);
        (await other.Agent.Send.RunAsync(default)).Sent.ShouldBe(0);
        server.Taken.Count.ShouldBe(1);
        await other.Agent.Kill.SetAsync("all", false, "drill over", "carla", default);
        (await other.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await other.ScalarAsync<string>("select string_agg(state || ' ' || coalesce(response, ''), ' / ') from outbox"));
    }

    [DatabaseFact]
    public async Task An_approval_is_good_for_one_message_with_exactly_its_content()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        await scene.InvoiceAsync(900m, 12);
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        await scene.ExecuteAsync("update approvals set content_hash = repeat('0', 64)");

        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1);
        (await scene.ScalarAsync<string>("select answer from approvals where state = 'refused' order by id desc limit 1")).ShouldBe("the approval is for other content");
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task In_redirect_mode_every_message_goes_to_the_named_inbox_and_says_whom_it_was_meant_for()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        await scene.ExecuteAsync("insert into settings values ('redirect_all', 'trial@collections.test', 'carla', now()) on conflict (key) do update set value = excluded.value");

        await scene.Agent.Send.RunAsync(default);

        server.Taken.ShouldAllBe(mail => mail.To == "trial@collections.test");
        server.Taken.ShouldHaveSingleItem().Text.ShouldContain(scene.Debtor);
    }

    [DatabaseFact]
    public async Task The_environment_can_redirect_every_message_too()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        await using var trial = await Installation.OpenAsync(OutboxScene.Settings(Fresh, server) with { RedirectAll = "trial@collections.test" }, default);
        await trial.Send.RunAsync(default);

        server.Taken.ShouldHaveSingleItem().To.ShouldBe("trial@collections.test");
    }
}
