using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>Mail that staff wrote in their own mail program, found in the Sent folder of the real server.</summary>
public sealed class StaffMailTests : FreshDatabase
{
    private static readonly TimeSpan Now = TimeSpan.Zero;

    [MailFact]
    public async Task A_mail_staff_sent_themselves_counts_as_contact_everywhere()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(0);

        await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, "Your account", "Dear Anna,\n\ncould you tell me when we may expect the money?\n\nCarla", Now);
        (await scene.Agent.ReceiveSent.RunAsync(default)).ShouldBe(1);
        (await scene.Agent.History.RunAsync(default)).ShouldBe(new(1, 0));

        var today = await scene.TodayAsync();
        (await scene.ScalarAsync<string>("select direction || ' ' || kind || ' ' || state || ' ' || (case_id = (select id from cases))::text from messages")).ShouldBe("out staff done true");
        (await scene.ScalarAsync<DateOnly>("select last_contact_on from cases")).ShouldBe(today);
        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'staff_mail'")).ShouldBe(1);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0, "the gate counts the contact of today (G32)");
        await scene.ExecuteAsync("update touches set state = 'cancelled'; update outbox set state = 'cancelled' where state = 'pending'");
        (await scene.CycleAsync()).Drafted.ShouldBe(0, "the planner counts it, too");
        (await scene.ScalarAsync<string>("select reasons::text from case_plans")).ShouldContain("the last message went out on 2026-03-10");

        (await scene.Agent.ReceiveSent.RunAsync(default)).ShouldBe(0);
        (await scene.Agent.History.RunAsync(default)).ShouldBe(new(0, 0));
    }

    [MailFact]
    public async Task Our_own_messages_mail_to_strangers_and_answering_machines_are_no_contact_of_staff()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        var ours = new MessageIds(new byte[32]).Make(await scene.ScalarAsync<string>("select id from touches"), "collections.test");
        await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, "Reminder", "Ours.", Now, ours);
        await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, "friend@elsewhere.example", "Lunch", "Private.", Now);
        (await scene.Agent.ReceiveSent.RunAsync(default)).ShouldBe(0);
        (await scene.ScalarAsync<long>("select count(*) from inbound_raw")).ShouldBe(0, "private mail is not stored");
        (await scene.ScalarAsync<long>("select last_uid from mailbox_watermarks where mailbox like '%Sent'")).ShouldBe(2);
        (await scene.ScalarAsync<DateOnly?>("select last_contact_on from cases")).ShouldBeNull();
    }

    [MailFact]
    public async Task An_address_of_two_customers_means_the_one_of_the_thread_then_the_one_whose_invoice_is_named_else_both()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        var other = await scene.ScalarAsync<long>(
            """
            with u as (insert into customers (entity_id, number, name, language, country, time_zone) values (@Entity, 'C-other', 'Second Sample Ltd', 'en', 'GB', 'Europe/London') returning id)
            insert into contacts (customer_id, name, email, verified, source) select id, 'Anna Muster', @Debtor, true, 'import' from u returning customer_id
            """, new { scene.Entity, scene.Debtor });
        var first = await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, "Hello", "General remarks.", Now);
        await scene.Agent.ReceiveSent.RunAsync(default);
        (await scene.Agent.History.RunAsync(default)).Contacts.ShouldBe(2);
        await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, $"Invoice {number}", "One of them.", Now);
        await scene.Agent.ReceiveSent.RunAsync(default);
        (await scene.Agent.History.RunAsync(default)).Contacts.ShouldBe(1);
        await scene.ExecuteAsync("update messages set message_id = null where customer_id <> @other and message_id = @first", new { other, first });
        await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, "Re: Hello", $"About {number}.", Now, inReplyTo: first);
        await scene.Agent.ReceiveSent.RunAsync(default);
        (await scene.Agent.History.RunAsync(default)).Contacts.ShouldBe(1);
        (await scene.ScalarAsync<long>("select customer_id from messages order by id desc limit 1")).ShouldBe(other, "the thread is stronger than a number");
    }
}
