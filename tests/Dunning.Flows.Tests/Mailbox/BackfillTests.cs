using Dunning.Connectors;
using Dunning.Flows.Receiving;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>A mailbox that was in use before the agent came, on the real server.</summary>
public sealed class BackfillTests : FreshDatabase
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [MailFact]
    public async Task What_lay_there_before_becomes_history_and_triggers_nothing_even_when_the_run_is_killed_in_between()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        for (var i = 1; i <= 12; i++)
        {
            await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, $"Old {i}", $"We dispute invoice {number} and will pay on 20 March 2026.", Day * 3 * i);
            await MailboxScene.PutAsync(scene.Billing, "Sent", scene.Billing, scene.Debtor, $"Staff {i}", "Please pay.", Day * 3 * i + TimeSpan.FromHours(1));
        }

        await MailboxScene.PutAsync(scene.Billing, "INBOX", "stranger@elsewhere.example", scene.Billing, "Private", "Not ours to keep.", Day * 2);
        await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, "Ancient", "Beyond the reach.", Day * 200);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(0, "nothing of it is new");

        await using var small = await InSmallBatchesAsync(scene);
        var rounds = 0;
        for (var killed = 0; killed < 200; killed += 20, rounds++)
        {
            // Killed a little later each time: at login, between batches, amid a batch.
            using var kill = new CancellationTokenSource(killed + 5);
            try { await small.Backfill.RunAsync(kill.Token); }
            catch (OperationCanceledException) { }
        }

        while (await small.Backfill.RunAsync(default) is not null) (++rounds).ShouldBeLessThan(60);
        await scene.Agent.History.RunAsync(default);

        (await scene.ScalarAsync<string>("select string_agg(direction || n, ' ' order by direction) from (select direction, count(*) as n from messages group by 1) k")).ShouldBe("in12 out12");
        (await scene.ScalarAsync<long>("select count(distinct subject) from messages")).ShouldBe(24);
        (await scene.ScalarAsync<long>("select count(*) from tasks") + await scene.ScalarAsync<long>("select count(*) from disputes") + await scene.ScalarAsync<long>("select count(*) from promises")).ShouldBe(0);
        (await scene.ScalarAsync<string>("select string_agg(distinct state, ' ') from messages")).ShouldBe("done");
        (await scene.ScalarAsync<long>("select count(*) from inbound_raw where raw::text like '%stranger%'")).ShouldBe(0);
        (await scene.TodayAsync()).DayNumber.ShouldBe((await scene.ScalarAsync<DateOnly>("select last_contact_on from cases")).DayNumber + 3);
        (await scene.Agent.Read.RunAsync(default)).Read.ShouldBe(0);
    }

    [MailFact]
    public async Task New_numbers_of_a_mailbox_double_nothing_and_lose_nothing()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        foreach (var (subject, ago) in new[] { ("Before", Day * 40), ("First", TimeSpan.Zero), ("Second", TimeSpan.Zero) })
            await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, subject, "Thank you.", ago);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(2);

        // The server numbers anew: what we know under the old validity is another mailbox to it. One mail came in between.
        await scene.ExecuteAsync("update mailbox_watermarks set uid_validity = uid_validity - 7; update inbound_raw set uid_validity = uid_validity - 7, uid = uid + 1000");
        await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, "Third", "Thank you again.", TimeSpan.Zero);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(1);
        (await scene.Agent.Receive.RunAsync(default)).ShouldBe(0);
        (await scene.ScalarAsync<long>("select count(*) from inbound_raw where origin = 'inbox'")).ShouldBe(3);
        (await scene.ScalarAsync<long>("select last_uid from mailbox_watermarks where mailbox like '%INBOX'")).ShouldBe(4);
    }

    [MailFact]
    public async Task A_mail_that_is_too_large_is_noted_with_its_header_and_goes_to_a_person()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        await using var agent = await Installation.OpenAsync(MailboxScene.Settings(Fresh, scene.Billing) with { LargestMail = 20_000 }, default);
        await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, "All our scans", new string('x', 60_000), TimeSpan.Zero);
        await MailboxScene.PutAsync(scene.Billing, "INBOX", scene.Debtor, scene.Billing, "Small", "Thank you.", TimeSpan.Zero);
        (await agent.Receive.RunAsync(default)).ShouldBe(2);
        (await agent.Read.RunAsync(default)).Read.ShouldBe(2);
        (await scene.ScalarAsync<string>("select m.subject || ' ' || m.state || ' ' || (m.case_id is not null)::text from tasks k join messages m on m.id = k.message_id where k.kind = 'oversize_mail'")).ShouldBe("All our scans with_person true");
        (await scene.ScalarAsync<long>("select length(raw) from inbound_raw where oversize > 60000")).ShouldBeLessThan(2000);
    }

    private static Task<Installation> InSmallBatchesAsync(Scene scene) =>
        Installation.OpenAsync(MailboxScene.Settings(scene.Database, scene.Billing) with { Backfill = new BackfillOptions(90, 5) }, default);
}
