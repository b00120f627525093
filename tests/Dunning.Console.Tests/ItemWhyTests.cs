using Dunning.Console.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class ItemWhyTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task Each_open_invoice_says_why_it_is_chased_or_not_and_until_when()
    {
        var id = await world.CaseAsync("Explained Sample Ltd");
        await world.InvoiceAsync(id, "INV-EXPLAINED-NEXT", 310, 9);
        await world.InvoiceAsync(id, "INV-EXPLAINED-DEBIT", 99, -20, "direct_debit");
        await world.InvoiceAsync(id, "INV-EXPLAINED-DISPUTE", 120, -15);
        await world.Scene.ExecuteAsync(
            "insert into suppressions (entity_id, customer_id, case_id, kind, reason, owner, starts_on, expires_on, invoice_ids) select c.entity_id, c.customer_id, c.id, 'dispute', 'the goods were damaged', 'carla', '2026-03-01', '2026-03-25', array(select i.id from invoices i where i.number = 'INV-EXPLAINED-DISPUTE') from cases c where c.id = @id", new { id });
        await world.Scene.CycleAsync();
        var page = await world.OpenAsync("carla", $"/cases/{id}");
        // Tuesday the 10th of March: due on Thursday the 19th, listed from the 20th.
        await Expect(page.Locator("tr:has-text('INV-EXPLAINED-NEXT') + .item-why")).ToContainTextAsync("it is due on 2026-03-19");
        await Expect(page.Locator("tr:has-text('INV-EXPLAINED-NEXT') + .item-why")).ToContainTextAsync("until 20 Mar 2026");
        await Expect(page.Locator("tr:has-text('INV-EXPLAINED-DEBIT') + .item-why")).ToContainTextAsync("collected by direct debit");
        await Expect(page.Locator("tr:has-text('INV-EXPLAINED-DISPUTE') + .item-why")).ToContainTextAsync("the goods were damaged – until 26 Mar 2026");
        (await page.Locator(".item-why").CountAsync()).ShouldBe(4);
    }
}
