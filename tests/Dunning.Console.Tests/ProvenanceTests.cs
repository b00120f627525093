using Dunning.Console.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class ProvenanceTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task Every_figure_of_a_draft_names_its_source()
    {
        var id = await world.CaseAsync("Sourced Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}", javaScript: false);
        await page.Locator(".sources summary").ClickAsync();
        await Expect(page.Locator(".sources")).ToContainTextAsync("open amount");
        await Expect(page.Locator(".sources")).ToContainTextAsync("due date");
        await Expect(page.Locator(".sources")).ToContainTextAsync("contact of the customer, master data");
        await Expect(page.Locator("mark.unsourced")).ToHaveCountAsync(0);
        (await page.Locator("mark.fact").First.GetAttributeAsync("title")).ShouldNotBeNullOrEmpty();
        var broken = await page.EvaluateAsync<int>("[...document.querySelectorAll('.sources a')].filter(a => !document.getElementById(a.hash.slice(1))).length");
        broken.ShouldBe(0);
    }

    [BrowserFact]
    public async Task An_edit_is_shown_with_its_kind_and_its_findings_lead_to_their_words()
    {
        var id = await world.CaseAsync("Reviewed Sample Ltd");
        var page = await world.OpenAsync("carla", $"/cases/{id}", javaScript: false);
        var drafted = (await page.GetByLabel("Text").InputValueAsync()).TrimEnd();
        foreach (var (addition, kind) in new[] { ("Thank you for looking into this.", "wording"), ("Please pay 99.10 GBP now.", "fact"), ("Otherwise we will sue you. <b>Now</b>", "authority") })
        {
            await page.GetByLabel("Text").FillAsync(drafted + "\n\n" + addition);
            await page.GetByRole(AriaRole.Button, new() { Name = "Show my changes" }).ClickAsync();
            await Expect(page.Locator(".edit-kind")).ToHaveTextAsync(kind);
            await Expect(page.Locator(".diff ins").Last).ToContainTextAsync(addition);
        }

        await page.GetByLabel("Text").FillAsync(drafted + "\n\nOtherwise we will sue you for 99.10 GBP. <b>Now</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        (await world.Scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1);
        await page.GotoAsync(new Uri(new Uri(page.Url), $"/cases/{id}").ToString());
        await Expect(page.Locator("mark.objected.block").Filter(new() { HasText = "sue" }).First).ToBeVisibleAsync();
        var link = page.Locator(".findings a").First;
        var place = (await link.GetAttributeAsync("href"))!;
        await Expect(page.Locator($"mark{place}")).ToHaveCountAsync(1);
        await Expect(page.Locator(".sources")).ToContainTextAsync("no source");
        await page.GetByText("Changes to the version before").ClickAsync();
        await Expect(page.Locator(".edit-kind")).ToHaveTextAsync("authority");
    }
}
