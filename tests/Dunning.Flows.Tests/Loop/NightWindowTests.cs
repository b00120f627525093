using Dunning.Core.Cadence;
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

    [MailFact]
    public async Task A_message_of_the_afternoon_counts_for_its_own_day_where_the_day_ends_earlier_in_greenwich()
    {
        var week = Policy.Default with { MinimumIntervalDays = 7 };
        await using var scene = await Scene.OpenAsync(Fresh, policies: week);
        await scene.ExecuteAsync("update entities set time_zone = 'Pacific/Honolulu'; update customers set time_zone = 'Pacific/Honolulu'");
        // Tuesday, 15:00 in Honolulu, is Wednesday in Greenwich.
        await scene.AdvanceAsync(TimeSpan.FromHours(15));
        await scene.InvoiceAsync(1250.50m, 30);
        await SendAsync(scene);

        // A week later the next step is due, and the interval has just passed.
        await scene.AdvanceAsync(TimeSpan.FromDays(7));
        await SendAsync(scene);
        (await scene.ScalarAsync<int>("select level from cases")).ShouldBe(2);
    }

    private static async Task SendAsync(Scene scene)
    {
        await scene.CycleAsync();
        (await scene.ApproveAllAsync()).ShouldBe(1);
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select answer from approvals order by id desc limit 1"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select state || ': ' || coalesce(response, '') from outbox order by not_before desc limit 1"));
    }
}
