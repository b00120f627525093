using Dunning.Console.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class QueueTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task Safety_comes_first_and_everything_says_why_it_is_here()
    {
        var small = await world.CaseAsync("Small Sample Ltd", 300m);
        await world.CaseAsync("Big Sample Ltd", 90_000m);
        await world.TaskAsync(small, "insolvency", "Insolvency of Small Sample Ltd", "The customer's administrator wrote.");

        var page = await world.OpenAsync("carla");
        var items = page.Locator("ol.queue > li");
        await Expect(items.Nth(0)).ToContainTextAsync("The customer's administrator wrote.");
        var texts = (await items.AllInnerTextsAsync()).ToList();
        var (big, little) = (texts.FindIndex(text => text.Contains("Big Sample Ltd", StringComparison.Ordinal)), texts.FindLastIndex(text => text.Contains("Small Sample Ltd", StringComparison.Ordinal)));
        big.ShouldBeInRange(1, little - 1, "the larger amount stands before the smaller");
        texts[big].ShouldContain("Suggest: a person decides");
        texts[big].ShouldContain("90,000.00 GBP");

        await page.GetByLabel("Kind").SelectOptionAsync("insolvency");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await Expect(items).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_draft_is_put_off_and_assigned_without_JavaScript()
    {
        await world.CaseAsync("Later Sample Ltd");
        var page = await world.OpenAsync("carla", javaScript: false);
        var item = page.Locator("ol.queue > li", new() { HasText = "Later Sample Ltd" });
        await item.GetByText("Put off or assign").ClickAsync();
        await item.Locator("select[name=person]").SelectOptionAsync("carla");
        await item.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
        await Expect(item).ToContainTextAsync("with carla");

        await item.GetByText("Put off or assign").ClickAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "Put off" }).ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Put off until");
        await Expect(item).ToHaveCountAsync(0);
        await page.GotoAsync("/queue?snoozed=true&mine=true");
        await Expect(item).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_keyboard_alone_opens_a_draft_and_approves_it()
    {
        var id = await world.CaseAsync("Keyboard Sample Ltd", 250_000m);
        await world.Scene.ExecuteAsync("update tasks set done_at = now() where done_at is null");
        var page = await world.OpenAsync("carla");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync($"**/cases/{id}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");
        (await world.Scene.ScalarAsync<string>("select actor || ' ' || decision || ' ' || state from approvals")).ShouldBe("carla approve requested");

        // The page looks again by itself and shows the agent's answer.
        (await world.Scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await world.Scene.ScalarAsync<string>("select answer from approvals"));
        await Expect(page.Locator("#requests")).ToContainTextAsync("approved and queued for sending");
    }

    [BrowserFact]
    public async Task Accounts_are_found_by_customer_invoice_and_words_of_a_mail()
    {
        var id = await world.CaseAsync("Findable Sample Ltd");
        await world.MailAsync(id, "Your reminder", "The pallet of flamingos arrived broken.");
        var number = await world.Scene.ScalarAsync<string>("select i.number from invoices i join cases c on c.customer_id = i.customer_id where c.id = @id", new { id });
        var page = await world.OpenAsync("fiona", "/accounts");
        foreach (var words in new[] { "findable", number, "flamingos broken" })
        {
            await page.GetByLabel("Search").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(page.Locator("tbody tr")).ToContainTextAsync("Findable Sample Ltd");
        }
    }
}
