using Dunning.Console.Tests.Support;
using Dunning.Core.Conversation;

namespace Dunning.Console.Tests;

/// <summary>Pictures of every page for a person to look at, wide and narrow, under DUNNING_SCREENSHOTS.</summary>
[Collection(OneAtATime.Name)]
public sealed class ScreenshotTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task No_page_is_wider_than_a_telephone()
    {
        var id = await world.CaseAsync("Pictured Sample Ltd", 48_200m, 40);
        await world.InvoiceAsync(id, "INV-PICTURED-NEXT", 310.75m, 9);
        await world.InvoiceAsync(id, "INV-PICTURED-DEBIT", 99.90m, -20, "direct_debit");
        await world.CaseAsync("Another Sample GmbH", 930.10m);
        await world.MailAsync(id, "Re: your invoice", "Hello,\n\nwe are checking this with our warehouse and come back to you on Friday.\n\nAnna Muster", "Hello,\n\nwe are checking this with our warehouse and come back to you on Friday.\n\nAnna Muster\n\n> You wrote: please pay");
        await world.TaskAsync(id, "bank_details", "A mail names other bank details", "The mail asks for money to be sent elsewhere. Call the customer under a number you know.");
        await world.Scene.ExecuteAsync(
            """
            insert into suppressions (entity_id, customer_id, case_id, kind, reason, owner, starts_on) select entity_id, customer_id, id, 'manual', 'waiting for the new address', 'carla', '2026-03-09' from cases where id = @id;
            insert into disputes (case_id, invoice_ids, reason, opened_on, sla_on) values (@id, '{}', 'quality', '2026-03-09', '2026-03-20');
            insert into suppressions (entity_id, customer_id, case_id, invoice_ids, held_amounts, kind, reason, owner, starts_on, evidence_message_id)
              select c.entity_id, c.customer_id, c.id, array[i.id], array[1200], 'dispute', 'disputed: quality', 'agent', '2026-03-09', (select max(m.id) from messages m where m.case_id = c.id)
              from cases c join invoices i on i.customer_id = c.customer_id where c.id = @id;
            insert into suppressions (entity_id, customer_id, case_id, kind, reason, owner, starts_on) select entity_id, customer_id, id, 'legal', 'the customer is represented by counsel', 'agent', '2026-03-08' from cases where id = @id;
            with p as (insert into payment_plans (case_id, invoice_ids, currency, granted_on, granted_by, baseline_open) select c.id, array[i.id], 'GBP', '2026-03-02', 'carla', 48200 from cases c join invoices i on i.customer_id = c.customer_id where c.id = @id returning id)
              insert into plan_instalments (plan_id, sequence, due, amount, paid_on) select p.id, n, date '2026-03-05' + n * 30, 16066.67, case when n = 0 then date '2026-03-05' end from p, generate_series(1, 3) n;
            insert into comments (case_id, author, at, text) values (@id, 'carla', '2026-03-10 09:30+00', 'Their warehouse answers on Fridays only.');
            update cases set risk = 0.71, expected_days_late = 18, risk_reasons = '{paid late 6 of 9 times,amount above the usual}' where id = @id;
            """, new { id });
        var task = await ReadMailsAsync(id);
        var folder = Environment.GetEnvironmentVariable("DUNNING_SCREENSHOTS") is { Length: > 0 } named ? named : Path.Combine(world.Home, "pictures");
        foreach (var path in new[] { "/queue", $"/cases/{id}", $"/mails/{task}", "/accounts", "/kill-switch", "/autonomy", "/audit", "/users", "/password", "/sign-in", "/nowhere" })
        {
            var page = await world.OpenAsync("adam", path);
            var name = path.Trim('/').Replace('/', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
            await page.SetViewportSizeAsync(390, 800);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-narrow.png"), FullPage = true });
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    }

    /// <summary>A mail of the case and one of nobody, as the agent reads them; returns the second one's task.</summary>
    private async Task<long> ReadMailsAsync(long caseId)
    {
        const string Text = "Hello,\n\nwe will pay INV-PICTURED-NEXT on 03/04/2026. <b>Invoice INV-88</b> arrived damaged, we dispute it.\n\nAnna Muster";
        var promise = Text.IndexOf("we will", StringComparison.Ordinal);
        var dispute = Text.IndexOf("<b>Invoice", StringComparison.Ordinal);
        var reading = Dunning.Flows.Json.Write(new ReplyReading(
            MessageKind.Human, "en", [new(Intent.Dispute, 0.98, new(dispute, 55)), new(Intent.PromiseToPay, 0.71, new(promise, 45))],
            [new(null, null, null, false, true, ["INV-PICTURED-NEXT"], null, 0.71, new(promise, 45))], [], [], [new(DisputeReason.Quality, null, [], new(dispute, 55))], 0, true,
            [PersonReason.AmbiguousDate, PersonReason.UnknownInvoice], null));
        await world.MailAsync(caseId, "Re: your invoice", Text, Text + "\n\n> You wrote: please pay");
        await world.TaskAsync(caseId, "answer_mail", "Answer a customer", "'03/04/2026' can be 3 April 2026 or 4 March 2026; an invoice number that is not open on this account: INV-88.");
        await world.Scene.ExecuteAsync("update messages set reading = @reading::jsonb where new_text = @Text", new { reading, Text });
        return await world.Scene.ScalarAsync<long>(
            """
            with m as (insert into messages (direction, kind, message_id, from_address, subject, body, new_text, at, authenticity, known_sender, state, reading)
              values ('in', 'human', 'stranger@elsewhere.example', 'stranger@elsewhere.example', 'Invoices', @Text, @Text, '2026-03-10 10:00+00', 'none', false, 'unassigned', @reading::jsonb) returning id)
            insert into tasks (message_id, kind, title, detail, created_at, dedupe_key)
              select id, 'unassigned_mail', 'A mail that belongs to no case', 'The sender is unknown or has several cases, and the mail cites none of our messages. Nothing was changed.', '2026-03-10 10:00+00', gen_random_uuid()::text from m returning id
            """,
            new { reading, Text });
    }
}
