using Dunning.Console.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class StaffMailTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    private const string Stored =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, from_address, to_addresses, subject, body, new_text, at, state)
        select case when d.direction = 'out' then c.id end, c.customer_id, c.entity_id, d.direction, d.kind, 'someone@northwind.example', array['anna@firm.example'], d.subject, d.subject, d.subject, now(), 'done'
        from cases c, (values ('out', 'staff', 'Written by hand'), ('in', 'human', 'From before the case')) d (direction, kind, subject) where c.id = @id
        """;

    [BrowserFact]
    public async Task The_case_shows_what_staff_wrote_themselves_and_what_was_said_before_the_case_began()
    {
        var id = await world.CaseAsync("Remembered Sample Ltd");
        await world.Scene.ExecuteAsync(Stored, new { id });
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        await Expect(page.GetByText("Mail by staff, someone@northwind.example, to anna@firm.example")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Written by hand");
        await Expect(page.Locator("main")).ToContainTextAsync("From before the case");
    }
}
