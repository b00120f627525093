using Dunning.Console.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class NotedContactTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    private const string Note =
        """
        insert into contacts (customer_id, email, verified, source, noted_in)
        select c.customer_id, @email, false, 'mail', (select max(m.id) from messages m where m.case_id = c.id) from cases c where c.id = @id returning id
        """;

    [BrowserFact]
    public async Task A_noted_contact_shows_the_mail_that_named_it_and_is_verified_under_the_name_of_who_is_signed_in()
    {
        var id = await world.CaseAsync("Renamed Sample Ltd");
        await world.MailAsync(id, "Wrong person", "Please write to our new team instead.");
        var contact = await world.Scene.ScalarAsync<long>(Note, new { id, email = "ap.new@firm.example" });
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        var row = page.Locator($"#contact-{contact}");
        await Expect(row).ToContainTextAsync("ap.new@firm.example");
        await Expect(row).ToContainTextAsync("anna@firm.example");
        var mail = await row.GetByRole(AriaRole.Link, new() { Name = "the mail" }).GetAttributeAsync("href");
        await Expect(page.Locator(mail!)).ToContainTextAsync("Please write to our new team instead.");
        await row.GetByText("Verify", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("How it was verified").FillAsync("called the switchboard");
        await row.GetByLabel("messages go to this contact").CheckAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Verify the contact as carla" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("Verify contact by carla");
        (await world.Scene.ScalarAsync<bool>("select verified from contacts where id = @contact", new { contact })).ShouldBeFalse("the console asks, the agent does it");
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1, await world.Scene.ScalarAsync<string>("select string_agg(answer, '; ') from case_requests"));
        (await world.Scene.ScalarAsync<string>("select verified_by || ' ' || (preferred_at is not null)::text from contacts where id = @contact", new { contact })).ShouldBe("carla true");
        await page.ReopenAsync();
        await Expect(page.Locator($"#contact-{contact}")).ToHaveCountAsync(0);
        await Expect(page.Locator("#requests")).ToContainTextAsync("carla verified contact");
    }

    [BrowserFact]
    public async Task A_noted_contact_is_discarded_and_an_auditor_can_do_neither()
    {
        var id = await world.CaseAsync("Misnamed Sample Ltd");
        var contact = await world.Scene.ScalarAsync<long>(Note, new { id, email = "eve@elsewhere.example" });
        var auditor = await world.OpenAsync("otto", $"/cases/{id}");
        await Expect(auditor.Locator($"#contact-{contact}")).ToContainTextAsync("not verified");
        await Expect(auditor.Locator($"#contact-{contact} form")).ToHaveCountAsync(0);
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        var row = page.Locator($"#contact-{contact}");
        await row.GetByText("Discard", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("Reason").FillAsync("nobody there knows it");
        await row.GetByRole(AriaRole.Button, new() { Name = "Discard the contact" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("Discard contact by carla");
        (await world.Scene.Agent.CaseRequests.RunAsync(default)).CarriedOut.ShouldBe(1);
        await page.ReopenAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync("eve@elsewhere.example");
        (await world.Scene.ScalarAsync<string>("select discarded_by from contacts where id = @contact", new { contact })).ShouldBe("carla");
    }
}
