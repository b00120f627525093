using Dapper;
using Dunning.Console.Tests.Support;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class AdministrationTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task A_collector_stops_sending_and_only_an_administrator_lets_it_go_on()
    {
        var page = await world.OpenAsync("carla", "/kill-switch");
        await page.GetByLabel("Reason").FillAsync("wrong bank details in the template");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop sending" }).ClickAsync();
        await Expect(page.Locator("#kill-state")).ToHaveTextAsync("Sending is stopped");
        await Expect(page.Locator(".notes")).ToContainTextAsync("wrong bank details in the template");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Let messages go out again" })).ToHaveCountAsync(0);

        page = await world.OpenAsync("adam", "/kill-switch");
        var off = page.Locator("form[action*='handler=Off']");
        await off.GetByLabel("Reason").FillAsync("the template is right again");
        await off.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("#kill-state")).ToHaveTextAsync("Sending is on");
        (await world.Scene.ScalarAsync<string>("select string_agg(kind || ' ' || actor, ', ' order by seq) from journal where kind like 'kill%'")).ShouldBe("kill_on carla, kill_off adam");
    }

    [BrowserFact]
    public async Task Anybody_who_decides_may_lower_a_level_and_only_an_administrator_may_raise_one()
    {
        var page = await world.OpenAsync("carla", "/autonomy");
        await SetAsync(page, "auto_veto", "they are nice");
        await Expect(page.Locator(".alert-danger")).ToContainTextAsync("Only an administrator may raise");
        await SetAsync(page, "monitor", "complaints came in");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Set.");
        await Expect(page.Locator("td.level.monitor").First).ToBeVisibleAsync();

        page = await world.OpenAsync("adam", "/autonomy");
        await SetAsync(page, "suggest", "the complaints are answered");
        (await world.Scene.ScalarAsync<string>("select why from journal where kind = 'autonomy_raised'")).ShouldBe("the complaints are answered (raised without computed evidence)");
    }

    [BrowserFact]
    public async Task The_audit_page_shows_the_journal_and_verifies_the_chain()
    {
        var id = await world.CaseAsync("Audited Sample Ltd");
        await world.Scene.Agent.Seal.RunAsync(default);
        var page = await world.OpenAsync("otto", $"/audit?caseId={id}");
        await Expect(page.Locator("tbody")).ToContainTextAsync("draft made");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the hash chain" }).ClickAsync();
        await Expect(page.Locator("#verification")).ToContainTextAsync("The chain holds.");
    }

    [BrowserFact]
    public async Task An_administrator_adds_a_user_who_can_sign_in()
    {
        var page = await world.OpenAsync("adam", "/users");
        await page.GetByLabel("Name").FillAsync("nora");
        await page.Locator("form[action*='handler=Add']").GetByLabel("Role").SelectOptionAsync("collector");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        var password = await page.Locator("#new-password").InnerTextAsync();
        var hers = await world.OpenAsync(null, "/sign-in");
        await ConsoleWorld.SubmitAsync(hers, "nora", password);
        await Expect(hers.GetByRole(AriaRole.Heading, new() { Name = "Queue" })).ToBeVisibleAsync();

        // A new password ends the session at once.
        await page.Locator("tr", new() { HasText = "nora" }).GetByRole(AriaRole.Button, new() { Name = "New password" }).ClickAsync();
        await page.Locator("#new-password").InnerTextAsync();
        await hers.ReopenAsync();
        await Expect(hers.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_role_of_the_console_cannot_send_decide_or_read_raw_mail()
    {
        Environment.GetEnvironmentVariable("DUNNING_DB_CONSOLE").ShouldNotBeNullOrEmpty("without a role of its own the console could do everything");
        await using var role = NpgsqlDataSource.Create(world.ConsoleConnection());
        string[] forbidden =
        [
            "insert into outbox (touch_id, draft_id, automatic, message_id, not_before, state) values ('x', 1, true, 'x', now(), 'pending')",
            "update outbox set state = 'pending'", "update touches set state = 'approved'", "update approvals set state = 'carried_out'",
            "update cases set status = 'closed'", "update suppressions set lifted_at = now()", "update case_requests set state = 'carried_out'",
            "update drafts set verdict = 'pass'", "insert into clause_releases (manifest, clauses, installed_by, at) values ('x', 1, 'x', now())",
            "insert into clause_release_items (release_id, hash) values (1, 'x')", "update clause_versions set content = 'x'", "delete from clause_decisions", "update clause_proposals set actor = 'x'",
            "insert into clause_file_findings (language, clause_id, why, at) values ('en', 'x', 'x', now())", "insert into clause_candidates (key) values ('x')", "select raw from inbound_raw", "delete from journal",
        ];
        foreach (var sql in forbidden)
        {
            await using var connection = await role.OpenConnectionAsync();
            (await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync(sql), sql)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    private static async Task SetAsync(IPage page, string level, string reason)
    {
        await page.GetByLabel("Level").SelectOptionAsync(level);
        await page.GetByLabel("Reason").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
    }
}
