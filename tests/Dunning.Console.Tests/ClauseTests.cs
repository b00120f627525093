using Dunning.Console.Access;
using Dunning.Console.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

/// <summary>What automatic mails may say, from a learned candidate to a clause in force, in a browser and under the console's own role.</summary>
[Collection(OneAtATime.Name)]
public sealed class ClauseTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    private static readonly string Pictures = Environment.GetEnvironmentVariable("DUNNING_SCREENSHOTS") is { Length: > 0 } named ? named : Directory.CreateTempSubdirectory("dunning-pictures").FullName;

    [BrowserFact]
    public async Task A_candidate_is_taken_up_by_one_administrator_approved_by_another_and_withdrawn_again()
    {
        await world.App.Services.GetRequiredService<UserStore>().AddAsync("berta", Roles.Admin, ConsoleWorld.Password, "test", default);
        var id = await world.CaseAsync("Worded Sample Ltd");
        await world.Scene.ExecuteAsync(
            """
            insert into clause_candidates (key, language, clause_id, wording, edits, mails, customers, people, examples, at) values
              ('k1', 'en', 'request.friendly', 'Could you let us have {due} in the next few days, please?', 4, 3, 3, '{carla,diana}', '[{"before":"Please pay us 900.00 GBP.","after":"Could you let us have 900.00 GBP in the next few days, please?"}]', now()),
              ('k2', 'en', 'inviting', 'Just drop us a line.', 3, 2, 2, '{carla}', '[]', now())
            """);
        var adam = await world.OpenAsync("adam", "/clauses", javaScript: false);
        await Expect(adam.Locator("#candidates")).ToContainTextAsync("4 edits in 3 mails to 3 customers, by carla, diana");
        await Picture(adam, "clauses");
        var second = adam.Locator("#candidates article").Nth(1);
        await second.GetByLabel("Reason").FillAsync("too short");
        await second.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await Expect(adam.Locator("#candidates article")).ToHaveCountAsync(1);

        await adam.GetByText("Take it up").ClickAsync();
        await Expect(adam.GetByLabel("New wording")).ToHaveValueAsync("Could you let us have {due} in the next few days, please?");
        var others = await adam.Locator("textarea[name=texts]").AllAsync();
        foreach (var other in others.SkipLast(1)) await other.FillAsync("");
        await adam.GetByLabel("Reason").Last.FillAsync("this is how we write");
        await adam.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Expect(adam.Locator(".alert-success")).ToContainTextAsync("Proposed");
        await Expect(adam.Locator(".proposal .diff ins").First).ToContainTextAsync("Could you let us have");
        await adam.Locator(".proposal summary").ClickAsync();
        await Picture(adam, "clause-proposed");

        // The proposer may not, a collector sees nothing, and the other administrator may.
        await adam.Locator(".proposal").GetByLabel("Reason").FillAsync("I like it");
        await adam.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(adam.Locator(".alert-danger")).ToContainTextAsync("another administrator has to");
        var carla = await world.OpenAsync("carla", javaScript: false);
        (await carla.GotoAsync("/clauses"))!.Status.ShouldBe(403);
        var berta = await world.OpenAsync("berta", "/clauses/en/request.friendly", javaScript: false);
        await berta.Locator(".proposal").GetByLabel("Reason").FillAsync("reads well");
        await berta.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(berta.Locator(".proposal .state")).ToHaveTextAsync("approved");
        await DraftAgainAsync();
        (await world.Scene.ScalarAsync<string>("select body from drafts d join touches t on t.id = d.touch_id where t.case_id = @id order by d.version desc limit 1", new { id })).ShouldContain("Could you let us have");
        await Picture(berta, "clause-approved");

        await berta.Locator(".proposal").GetByLabel("Reason").FillAsync("not for everybody");
        await berta.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Expect(berta.Locator(".proposal .state")).ToHaveTextAsync("withdrawn");
        await DraftAgainAsync();
        (await world.Scene.ScalarAsync<string>("select body from drafts d join touches t on t.id = d.touch_id where t.case_id = @id order by d.version desc limit 1", new { id })).ShouldNotContain("Could you let us have");
    }

    [BrowserFact]
    public async Task A_wording_that_threatens_is_refused_with_its_reason_and_nothing_is_stored()
    {
        var page = await world.OpenAsync("adam", "/clauses/en/request.final", javaScript: false);
        await page.GetByLabel("New wording").FillAsync("Pay {due} now, or we will see you in court.");
        await page.GetByLabel("Reason").Last.FillAsync("sterner");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Expect(page.Locator(".alert-danger")).ToContainTextAsync("G01");
        (await world.Scene.ScalarAsync<long>("select count(*) from clause_proposals where actor = 'adam' and reason = 'sterner'")).ShouldBe(0);
        var auditor = await world.OpenAsync("otto", "/clauses/en/request.final", javaScript: false);
        await Expect(auditor.GetByRole(AriaRole.Button, new() { Name = "Propose" })).ToHaveCountAsync(0);
    }

    private async Task DraftAgainAsync()
    {
        await world.Scene.ExecuteAsync("update touches set state = 'planned' where state = 'in_queue'");
        await world.Scene.Agent.Draft.RunAsync(null, default);
    }

    private static async Task Picture(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        await page.SetViewportSizeAsync(390, 800);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, name);
        await page.SetViewportSizeAsync(1280, 900);
    }
}
