using Dunning.Console.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class CaseTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task An_edit_becomes_a_new_version_and_the_approval_is_for_it()
    {
        var id = await world.CaseAsync("Edited Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        var text = page.GetByLabel("Text");
        await text.FillAsync((await text.InputValueAsync()).TrimEnd() + "\n\nPlease call us if anything is unclear.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show my changes" }).ClickAsync();
        await Expect(page.Locator(".diff ins")).ToContainTextAsync("Please call us if anything is unclear.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save edit and approve" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");

        var versions = await world.Scene.ScalarAsync<string>(
            "select string_agg(d.version || ' ' || d.origin || ' ' || d.author || ' ' || (a.id is not null), ', ' order by d.version) from drafts d join touches t on t.id = d.touch_id left join approvals a on a.draft_id = d.id and a.content_hash = d.content_hash where t.case_id = @id", new { id });
        versions.ShouldBe("1 clauses agent false, 2 person carla true");
        (await world.Scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from approvals"));
        (await world.Scene.ScalarAsync<string>("select body from drafts d join outbox o on o.draft_id = d.id join touches t on t.id = o.touch_id where t.case_id = @id", new { id }))
            .ShouldContain("Please call us if anything is unclear.");
    }

    [BrowserFact]
    public async Task An_edit_the_guardrails_object_to_stays_in_the_queue_with_the_reason()
    {
        var id = await world.CaseAsync("Threatened Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}", javaScript: false);
        var text = page.GetByLabel("Text");
        await text.FillAsync("Dear Anna Muster,\n\nIf you do not pay we will sue you.\n\nAccounts Receivable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        (await world.Scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1);
        await page.ReopenAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("not carried out: G01");
        await Expect(page.Locator(".findings")).ToContainTextAsync("legal threat");
        await Expect(page.Locator("mark.objected").Filter(new() { HasText = "sue" }).First).ToBeVisibleAsync();
        (await world.Scene.ScalarAsync<string>("select state from touches where case_id = @id", new { id })).ShouldBe("in_queue");
    }

    [BrowserFact]
    public async Task A_rejection_needs_a_reason()
    {
        var id = await world.CaseAsync("Rejected Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}", javaScript: false);
        var reject = page.GetByRole(AriaRole.Button, new() { Name = "Reject" });
        // Past the browser's own check.
        await page.GetByLabel("Reason for rejecting").FillAsync("   ");
        await reject.ClickAsync();
        await Expect(page.Locator(".alert-danger")).ToContainTextAsync("A rejection needs a reason.");
        (await world.Scene.ScalarAsync<long>("select count(*) from approvals a join drafts d on d.id = a.draft_id join touches t on t.id = d.touch_id where t.case_id = @id", new { id })).ShouldBe(0);

        await page.GetByLabel("Reason for rejecting").FillAsync("we agreed on the phone to wait");
        await reject.ClickAsync();
        (await world.Scene.Agent.Approvals.RunAsync(default)).Rejected.ShouldBe(1);
        (await world.Scene.ScalarAsync<string>("select state_reason from touches where case_id = @id", new { id })).ShouldBe("we agreed on the phone to wait");
    }

    [BrowserFact]
    public async Task What_a_mail_contains_is_text_and_never_runs()
    {
        var id = await world.CaseAsync("Hostile Sample Ltd");
        const string Evil = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        await world.MailAsync(id, Evil, Evil + " please pay me", "> quoted " + Evil);
        await world.TaskAsync(id, "answer_mail", Evil, Evil);
        foreach (var path in new[] { $"/cases/{id}", "/queue" })
        {
            var page = await world.OpenAsync("carla", path);
            await Expect(page.GetByText("<script>document.title='owned'</script>").First).ToBeVisibleAsync();
            (await page.TitleAsync()).ShouldNotContain("owned");
            (await page.Locator("main script, main img").CountAsync()).ShouldBe(0);
        }
    }

    [BrowserFact]
    public async Task The_agent_carries_out_a_pause_its_lifting_and_the_return_of_a_case()
    {
        var id = await world.CaseAsync("Paused Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        await page.GetByText("Set a hold").ClickAsync();
        var pause = page.Locator("form[action*='handler=Pause']");
        await pause.GetByLabel("Reason").FillAsync("waiting for their new address");
        await pause.GetByRole(AriaRole.Button, new() { Name = "Set the hold" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));

        await Expect(page.Locator("#requests")).ToContainTextAsync("carla paused contact: waiting for their new address");
        var row = page.Locator(".agreements li", new() { HasText = "waiting for their new address" });
        await row.GetByText("Lift", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("Reason").FillAsync("the address is here");
        await row.GetByRole(AriaRole.Button, new() { Name = "Lift the hold as carla" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");
        await world.Scene.ExecuteAsync("update cases set status = 'with_person' where id = @id", new { id });
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1);
        (await world.Scene.ScalarAsync<string>("select lifted_by || ': ' || lift_reason from suppressions where case_id = @id and kind = 'manual'", new { id })).ShouldBe("carla: the address is here");

        await page.ReopenAsync();
        var resume = page.Locator("form[action*='handler=Resume']");
        await resume.GetByLabel("Reason").FillAsync("all settled");
        await resume.GetByRole(AriaRole.Button).ClickAsync();
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1);
        (await world.Scene.ScalarAsync<string>("select status from cases where id = @id", new { id })).ShouldBe("active");
    }

    [BrowserFact]
    public async Task A_request_that_no_longer_fits_is_refused_with_the_reason()
    {
        var id = await world.CaseAsync("Stale Sample Ltd");
        await world.Scene.ExecuteAsync(
            "insert into case_requests (case_id, kind, data, actor, reason, at) values (@id, 'lift', '{\"suppression_id\": 999999}', 'carla', 'x', now()), (@id, 'lift', '{\"other\": 1}', 'carla', 'x', now()), (@id, 'resume', '{}', 'carla', 'x', now())", new { id });
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).Refused.ShouldBe(3);
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        foreach (var answer in new[] { "the pause does not hold any more", "the request cannot be read", "the agent has the case already" })
            await Expect(page.Locator("#requests")).ToContainTextAsync(answer);
    }

    [BrowserFact]
    public async Task A_comment_is_kept_and_the_journal_names_only_its_id()
    {
        var id = await world.CaseAsync("Commented Sample Ltd");
        var page = await world.OpenAsync("fiona", $"/cases/{id}", javaScript: false);
        await page.GetByLabel("Comment").FillAsync("They moved to Sample Street.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add comment" }).ClickAsync();
        await Expect(page.Locator(".event.comment")).ToContainTextAsync("They moved to Sample Street.");
        (await world.Scene.ScalarAsync<string>("select why || data::text from journal where kind = 'commented' and case_id = @id", new { id })).ShouldNotContain("Street");
    }
}
