using Dunning.Console.Tests.Support;
using Dunning.Console.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class HoldTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task A_legal_hold_shows_its_owner_evidence_and_end_and_is_lifted_under_the_name_of_who_is_signed_in()
    {
        var id = await world.CaseAsync("Counselled Sample Ltd");
        await world.MailAsync(id, "From our solicitors", "We act for the customer.");
        await world.Scene.ExecuteAsync(
            "insert into suppressions (entity_id, customer_id, case_id, kind, reason, owner, starts_on, evidence_message_id) select c.entity_id, c.customer_id, c.id, 'legal', 'the customer is represented by counsel', 'agent', '2026-03-09', m.id from cases c join messages m on m.case_id = c.id where c.id = @id", new { id });
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        var row = page.Locator(".holds li", new() { HasText = "represented by counsel" });
        await Expect(row).ToContainTextAsync("the customer and every customer below it");
        await Expect(row).ToContainTextAsync("by agent");
        await Expect(row).ToContainTextAsync("Lifted by: a named person, with a reason");
        var mail = await row.GetByRole(AriaRole.Link, new() { Name = "the mail" }).GetAttributeAsync("href");
        await Expect(page.Locator(mail!)).ToContainTextAsync("We act for the customer.");
        await row.GetByText("Lift", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("Reason").FillAsync("counsel has withdrawn");
        await row.GetByRole(AriaRole.Button, new() { Name = "Lift the hold as carla" }).ClickAsync();
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));
        await page.ReopenAsync();
        await Expect(page.Locator(".holds li", new() { HasText = "represented by counsel" })).ToContainTextAsync("Lifted by carla: counsel has withdrawn");
    }

    [BrowserFact]
    public async Task A_plan_that_does_not_add_up_is_refused_with_both_sums_and_one_that_does_is_granted()
    {
        var id = await world.CaseAsync("Planned Sample Ltd", 1250.50m);
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        async Task GrantAsync(string instalments)
        {
            await page.GetByText("Grant a payment plan").ClickAsync();
            var form = page.Locator("form[action*='handler=Plan']");
            await form.Locator("input[name=invoices]").First.CheckAsync();
            await form.GetByLabel("Instalments, one a line").FillAsync(instalments);
            await form.GetByLabel("Reason").FillAsync("agreed on the phone");
            await form.GetByRole(AriaRole.Button).ClickAsync();
        }

        await GrantAsync("1 April 250");
        await Expect(page.Locator("main, .notes, .alert").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Line 1: a day and an amount are expected")).ToBeVisibleAsync();
        await GrantAsync("2026-04-01 650\n2026-05-01 600");
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).Refused.ShouldBe(1);
        await page.ReopenAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("The instalments add up to 1250.00 GBP; 1250.50 GBP is open on the covered invoices.");
        await GrantAsync("2026-04-01 650.50\n2026-05-01 600");
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));
        await page.ReopenAsync();
        await Expect(page.Locator(".agreements li", new() { HasText = "granted by carla" })).ToContainTextAsync("650.50 GBP by 1 Apr 2026; 600.00 GBP by 1 May 2026");
        await Expect(page.Locator(".holds li", new() { HasText = "2 instalments" })).ToContainTextAsync("the last instalment, a missed one, or a person");
    }

    [BrowserFact]
    public async Task A_dispute_about_a_part_is_recorded_shown_apart_and_split()
    {
        var id = await world.CaseAsync("Disputing Sample Ltd", 1250.50m);
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        await page.GetByText("Record a dispute").ClickAsync();
        var form = page.Locator("form[action*='handler=Dispute']");
        await form.Locator("input[name=amounts]").FillAsync("250.50");
        await form.GetByLabel("What the customer said").FillAsync("one pallet was missing");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));
        await page.ReopenAsync();
        await Expect(page.Locator(".figures")).ToContainTextAsync("250.50 GBP");
        await Expect(page.Locator(".holds li").First).ToContainTextAsync("250.50 GBP of INV-");
        var row = page.Locator(".agreements li", new() { HasText = "dispute, open" });
        await row.GetByText("Decide", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("Outcome").SelectOptionAsync("split");
        await row.GetByLabel("Credited part").FillAsync("100");
        await row.GetByLabel("Reason").FillAsync("half a pallet was ours");
        await row.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));
        await page.ReopenAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("100.00 is credited and the rest stands");
    }

    [Theory]
    [InlineData("2026-04-01 250.00\n\n2026-05-01;250", null)]
    [InlineData("", "Please enter at least one instalment.")]
    [InlineData("2026-04-01 250\n2026-13-01 3", "Line 2: '2026-13-01' is not a day of the form 2026-04-01.")]
    [InlineData("2026-04-01 2,50", "Line 1: '2,50' is not an amount of the form 250.00.")]
    [InlineData("2026-04-01 -5", "Line 1: '-5' is not an amount of the form 250.00.")]
    public void Instalments_are_read_line_by_line(string text, string? objection)
    {
        var parts = PlanText.Read(text, out var said);
        said.ShouldBe(objection);
        (parts is null).ShouldBe(objection is not null);
    }
}
