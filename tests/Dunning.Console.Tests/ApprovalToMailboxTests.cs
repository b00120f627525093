using Dunning.Console.Tests.Support;
using Dunning.Flows.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

/// <summary>From the browser to the debtor's mailbox, over real servers.</summary>
[Collection(OneAtATime.Name)]
public sealed class ApprovalToMailboxTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserMailFact]
    public async Task An_edited_and_approved_draft_arrives_in_the_debtors_mailbox_in_the_right_thread()
    {
        var scene = world.Scene;
        var number = await scene.InvoiceAsync(1250.50m, 12);
        await scene.CycleAsync();
        var page = await world.OpenAsync("carla");
        await page.GetByRole(AriaRole.Link, new() { Name = "Firm Example GmbH" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select answer from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1);
        var reminder = (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem();

        await MailWorld.WriteAsync(
            scene.Debtor, scene.Billing, "Re: " + reminder.Subject, $"Hello,\n\nwe will pay invoice {number} on 20 March 2026.\n\nBest regards\nAnna Muster", reminder.MessageId);
        await MailWorld.ReadAsync(scene.Billing, 1);
        await scene.Agent.Receive.RunAsync(default);
        await scene.Agent.Read.RunAsync(default);
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);

        await page.GotoAsync("/queue");
        await page.GetByRole(AriaRole.Link, new() { Name = "Firm Example GmbH" }).First.ClickAsync();
        var text = page.GetByLabel("Text");
        await text.FillAsync((await text.InputValueAsync()).TrimEnd() + "\n\nPlease call us if anything is unclear.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save edit and approve" }).ClickAsync();
        await Expect(page.Locator("#requests")).ToContainTextAsync("being carried out");
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select string_agg(answer, ' / ') from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select string_agg(response, ' / ') from outbox"));

        var answer = (await MailWorld.ReadAsync(scene.Debtor, 2))[1];
        answer.TextBody!.ShouldContain("Please call us if anything is unclear.");
        answer.TextBody!.ShouldContain("20 March 2026");
        answer.References.ShouldContain(reminder.MessageId);
        answer.InReplyTo.ShouldNotBeNull();
        await page.ReopenAsync();
        await Expect(page.Locator("#requests .sent").First).ToContainTextAsync("Sent");
        await Expect(page.Locator(".event.out").First).ToContainTextAsync("Please call us if anything is unclear.");
    }
}
