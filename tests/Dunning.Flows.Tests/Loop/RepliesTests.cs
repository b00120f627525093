using Dunning.Flows.Tests.Support;
using Dunning.Mail.Mime;

namespace Dunning.Flows.Tests.Loop;

/// <summary>What answers of a customer do to a case, from the real mailbox to the row.</summary>
public sealed class RepliesTests : FreshDatabase
{
    [MailFact]
    public async Task A_dispute_pauses_the_invoice_at_once_and_a_spoofed_promise_changes_nothing_but_a_task()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        var reminder = await RemindAsync(scene);

        await AnswerAsync(scene, reminder, $"We will pay invoice {number} on 20 March 2026.", signedIn: false, expected: 1);
        (await scene.ScalarAsync<long>("select count(*) from promises")).ShouldBe(0);
        (await scene.ScalarAsync<long>("select count(*) from suppressions")).ShouldBe(0);
        (await scene.ScalarAsync<string>("select kind from tasks")).ShouldBe("check_sender");

        await AnswerAsync(scene, reminder, $"Invoice {number} is wrong: we never received these goods. We dispute it and will not pay until this is clarified.", signedIn: true, expected: 2);
        (await scene.ScalarAsync<long>("select count(*) from disputes where status = 'open'")).ShouldBe(1);
        (await scene.ScalarAsync<string>("select kind from suppressions where lifted_at is null")).ShouldBe("dispute");
        (await scene.ScalarAsync<long>("select count(*) from touches where purpose = 'dispute_acknowledged'")).ShouldBe(1);
        await scene.AdvanceAsync(TimeSpan.FromDays(14));
        (await scene.CycleAsync()).Drafted.ShouldBe(0);
        (await scene.ScalarAsync<string>("select reasons::text from case_plans")).ShouldContain("in_dispute");
    }

    [MailFact]
    public async Task A_vague_promise_pauses_nothing_and_is_answered_with_the_question_for_a_date()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        var reminder = await RemindAsync(scene);
        await AnswerAsync(scene, reminder, $"We will pay invoice {number} soon.", signedIn: true, expected: 1);

        (await scene.ScalarAsync<long>("select count(*) from promises")).ShouldBe(0);
        (await scene.ScalarAsync<long>("select count(*) from suppressions")).ShouldBe(0);
        (await scene.ScalarAsync<string>("select purpose from touches where in_reply_to_message is not null")).ShouldBe("ask_for_date");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await scene.ScalarAsync<string>("select verdict || ' ' || findings::text from drafts order by id desc limit 1")).ShouldBe("pass []");
    }

    [MailFact]
    public async Task A_copy_that_the_store_holds_is_attached_and_one_it_lacks_becomes_a_task()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        var reminder = await RemindAsync(scene);
        await AnswerAsync(scene, reminder, $"Could you please send us a copy of invoice {number}? We cannot find it.", signedIn: true, expected: 1);
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await scene.ScalarAsync<string>("select kind || ': ' || detail from tasks")).ShouldBe($"missing_document: The document store has no copy of invoice {number}.");

        var folder = Path.Combine(scene.Documents, scene.Entity, await scene.ScalarAsync<string>("select number from customers"));
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, number + ".pdf"), "%PDF-1.4 copy"u8.ToArray());
        await scene.ExecuteAsync("update touches set state = 'planned' where purpose = 'document_attached'");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        await SendApprovedAsync(scene);

        var answer = (await MailWorld.ReadAsync(scene.Debtor, 2))[1];
        var file = answer.Attachments.ShouldHaveSingleItem();
        file.Name.ShouldBe(number + ".pdf");
        file.Bytes.ToArray().ShouldBe("%PDF-1.4 copy"u8.ToArray());
    }

    [MailFact]
    public async Task A_hard_bounce_makes_the_address_dead_and_does_not_count_as_contact()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.ExecuteAsync("update contacts set email = 'dead.' || email");
        await scene.CycleAsync();
        await SendApprovedAsync(scene);

        await MailWorld.ReadAsync(scene.Billing, 1);
        (await scene.ScalarAsync<int>("select level from cases")).ShouldBe(1);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        (await scene.Agent.Read.RunAsync(default)).Bounces.ShouldBe(1);

        (await scene.ScalarAsync<bool>("select dead_since is not null from contacts")).ShouldBeTrue();
        (await scene.ScalarAsync<string>("select state from touches")).ShouldBe("bounced");
        (await scene.ScalarAsync<int>("select level from cases")).ShouldBe(0);
        (await scene.CycleAsync()).Held.Keys.ShouldContain("no_contact_address");
    }

    [MailFact]
    public async Task The_same_mail_fetched_again_and_a_forged_bounce_change_nothing()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await RemindAsync(scene);
        await MailWorld.WriteAsync(
            scene.Debtor, scene.Billing, "Undelivered Mail Returned to Sender", "550 5.1.1 user unknown: the address does not exist", "not-one-of-ours@collections.test");
        await MailWorld.ReadAsync(scene.Billing, 1);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        await scene.Agent.Read.RunAsync(default);
        await scene.ExecuteAsync("delete from mailbox_watermarks");
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(0, "the mail is stored already");

        (await scene.ScalarAsync<bool>("select bool_or(dead_since is not null) from contacts")).ShouldBeFalse();
        (await scene.ScalarAsync<long>("select count(*) from messages where direction = 'in'")).ShouldBe(1);
    }

    private static async Task<MimeMessage> RemindAsync(Scene scene)
    {
        await scene.CycleAsync();
        await SendApprovedAsync(scene);
        return (await MailWorld.ReadAsync(scene.Debtor, 1)).ShouldHaveSingleItem();
    }

    private static async Task SendApprovedAsync(Scene scene)
    {
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(0, await scene.ScalarAsync<string>("select string_agg(answer, ' / ') from approvals"));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select string_agg(response, ' / ') from outbox"));
    }

    private static async Task AnswerAsync(Scene scene, MimeMessage reminder, string text, bool signedIn, int expected)
    {
        await MailWorld.WriteAsync(scene.Debtor, scene.Billing, "Re: " + reminder.Subject, $"Hello,\n\n{text}\n\nKind regards\nAnna Muster", reminder.MessageId, signedIn);
        await MailWorld.ReadAsync(scene.Billing, expected);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        (await scene.Agent.Read.RunAsync(default)).Read.ShouldBe(1);
    }
}
