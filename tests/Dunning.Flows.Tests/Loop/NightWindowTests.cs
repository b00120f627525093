using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Loop;

/// <summary>A debtor whose working day is the creditor's night.</summary>
public sealed class NightWindowTests : FreshDatabase
{
    [MailFact]
    public async Task An_approval_in_office_hours_holds_until_the_debtors_window_opens_in_the_night()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.ExecuteAsync("update customers set time_zone = 'Asia/Tokyo' where id = @id", new { id = scene.CustomerId });
        await scene.InvoiceAsync(1250.50m, 12);
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        (await scene.ScalarAsync<string>("select body from drafts")).ShouldContain("13 days");

        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select answer from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0, "it is evening in Tokyo");
        // The rounds of the rest of the day change nothing.
        await scene.Agent.Draft.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select state from touches")).ShouldBe("approved");

        await scene.AdvanceAsync(TimeSpan.FromHours(14.5));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select state || ': ' || coalesce(response, '') from outbox order by id desc limit 1"));
        (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem().TextBody!.ShouldContain("13 days");
    }
}
