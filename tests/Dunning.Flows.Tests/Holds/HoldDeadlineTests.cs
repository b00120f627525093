using Dunning.Flows.Console;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Holds;

/// <summary>Days, deadlines and the second pair of eyes.</summary>
public sealed class HoldDeadlineTests : FreshDatabase
{
    [MailFact]
    public async Task A_day_passes_when_it_does_for_the_creditor()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        await scene.AskAsync("pause", """{"kind": "manual", "invoice_ids": [], "until": "2026-03-10"}""");
        await scene.ExecuteAsync("update entities set time_zone = 'Pacific/Honolulu'");
        await scene.AdvanceAsync(TimeSpan.FromHours(19)); // 11 March 05:00 UTC, still the 10th in Honolulu
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<long>("select count(*) from suppressions where lifted_at is null")).ShouldBe(1);
        await scene.ExecuteAsync("update touches set state = 'planned', planned_for = '2026-03-11'");
        (await scene.Agent.Draft.RunAsync(null, default)).Drafted.ShouldBe(0, "the 11th has not begun there");

        await scene.ExecuteAsync("update entities set time_zone = 'Pacific/Auckland'");
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select lift_reason from suppressions")).ShouldBe("it expired on 2026-03-10");
        (await scene.Agent.Draft.RunAsync(null, default)).Drafted.ShouldBe(1);
    }

    [MailFact]
    public async Task Silence_becomes_a_task_once_and_never_an_approval()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        (await scene.Agent.Escalate.RunAsync(default)).Messages.ShouldBe(0);
        await scene.AdvanceAsync(TimeSpan.FromHours(30));
        await scene.Agent.Draft.RunAsync(null, default);
        (await scene.ScalarAsync<long>("select count(*) from drafts")).ShouldBe(2, "drafted anew on the next day");
        await scene.AdvanceAsync(TimeSpan.FromHours(19));
        (await scene.Agent.Escalate.RunAsync(default)).Messages.ShouldBe(1, "the waiting counts from the first draft");
        (await scene.Agent.Escalate.RunAsync(default)).Messages.ShouldBe(0);
        (await scene.ScalarAsync<string>("select state from touches")).ShouldBe("in_queue");
        (await scene.ScalarAsync<long>("select count(*) from outbox")).ShouldBe(0);
        await scene.ExecuteAsync("update touches set state = 'rejected'");
        (await scene.Agent.Escalate.RunAsync(default)).Settled.ShouldBe(1);
    }

    [MailFact]
    public async Task Who_wrote_a_text_about_a_large_amount_does_not_approve_it()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(9_000m, 12);
        await scene.CycleAsync();
        var console = new ConsoleRequests(scene.Source, scene.Agent.Clock);
        async Task<RequestOutcome> ApproveAsync(string actor, string add)
        {
            var row = (await Fresh.RowsAsync("select id, content_hash, subject, body from drafts order by id desc limit 1")).Single().Split('|');
            return await console.ApproveAsync(new(long.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture), row[1], row[2], row[3] + add, null), actor, default);
        }

        (await ApproveAsync("carla", "\n\nPlease call us if anything is unclear.")).ShouldBeOfType<RequestOutcome.Stored>().Edited.ShouldBeTrue();
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1);
        (await scene.ScalarAsync<string>("select answer from approvals")).ShouldBe("carla wrote this text; above the limit for GBP another person approves it");
        await ApproveAsync("Carla", "");
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1);
        await ApproveAsync("adam", "");
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select string_agg(answer, '; ') from approvals"));
    }

    [MailFact]
    public async Task A_dispute_past_its_deadline_makes_one_task()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var id = await scene.InvoiceIdAsync(await scene.InvoiceAsync(480m, 12));
        await scene.CycleAsync();
        await scene.AskAsync("dispute", $$"""{"invoice_ids": [{{id}}], "parts": [], "reason": "quality"}""");
        await scene.AdvanceAsync(TimeSpan.FromDays(20));
        for (var again = 0; again < 2; again++) await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select string_agg(title, ',') from tasks")).ShouldBe("A dispute is past its deadline");
        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'day_passed'")).ShouldBe(1);
    }
}
