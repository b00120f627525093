using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Receiving;

/// <summary>Wrong contacts, absences, mails that come back, and documents, on a real database.</summary>
public sealed class ContactsAndLoopsTests : FreshDatabase
{
    private static readonly Action<List<KeyValuePair<string, string>>> Automatic = headers => headers.Add(new("Auto-Submitted", "auto-replied"));

    [DatabaseFact]
    public async Task A_contact_named_in_a_mail_is_noted_unverified_and_nothing_is_ever_sent_there()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.AnswerAsync("I am not responsible for invoices any more, you have the wrong person. Please contact ap.team@firm.example instead.");
        (await scene.LinesAsync("select email, verified, source from contacts where source = 'mail'")).ShouldBe("ap.team@firm.example|False|mail");
        (await scene.LinesAsync("select kind from tasks")).ShouldBe("wrong_contact");
        (await scene.LinesAsync("select detail from tasks")).ShouldContain("not verified: ap.team@firm.example");
        (await scene.LinesAsync("select count(*) from journal where why like '%@%'")).ShouldBe("0");

        await scene.ExecuteAsync("update contacts set dead_since = now() where source = 'import'; update cases set status = 'active'; update messages set state = 'done' where direction = 'in'");
        await scene.AdvanceAsync(TimeSpan.FromDays(21));
        (await scene.CycleAsync()).Held.Keys.ShouldContain("no_contact_address");
        (await scene.LinesAsync("select to_address from drafts where to_address like 'ap.team%'")).ShouldBe("");
    }

    [DatabaseFact]
    public async Task An_out_of_office_reply_delays_once_and_its_deputy_is_noted()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.AnswerAsync("I am out of the office until 20 March 2026. In urgent cases please write to deputy@firm.example.", "Out of office", headers: Automatic);
        (await scene.LinesAsync("select kind, expires_on::text from suppressions")).ShouldBe("out_of_office|2026-03-19");
        (await scene.LinesAsync("select email, verified from contacts where source = 'mail'")).ShouldBe("deputy@firm.example|False");
        await scene.AnswerAsync("I am out of the office until 2 April 2026.", "Out of office", headers: Automatic);
        (await scene.LinesAsync("select count(*) from suppressions")).ShouldBe("1");
        (await scene.LinesAsync("select id from tasks")).ShouldBe("");
        (await scene.LinesAsync("select last_contact_on from cases")).ShouldBe("");
    }

    [DatabaseFact]
    public async Task A_message_of_ours_that_comes_back_is_put_before_a_person_once_a_day()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        for (var i = 0; i < 3; i++)
            await scene.AnswerAsync("We will pay on 20 March 2026.", headers: headers => headers.Add(new("X-Dunning-Touch", "0123456789abcdef0123456789abcdef")));
        (await scene.LinesAsync("select kind, title from tasks")).ShouldBe("check_sender|A message of ours came back");
        (await scene.LinesAsync("select id from promises")).ShouldBe("");
        (await scene.LinesAsync("select id from touches where in_reply_to_message is not null")).ShouldBe("");
    }

    [DatabaseFact]
    public async Task Three_automatic_answers_go_out_then_a_person_looks_then_answers_go_on()
    {
        var (scene, number) = await Inbox.OverdueAsync(Fresh);
        await using var _ = scene;
        await scene.ExecuteAsync(
            """
            insert into autonomy_levels (scope, scope_id, action, level, set_by, reason, at)
            select scope, id, '*', 'auto_sampled', 'test', 'test', now() from (values ('global', '*'), ('entity', @Entity), ('segment', 'default')) v(scope, id)
            """,
            new { scene.Entity });
        var folder = Directory.CreateDirectory(Path.Combine(scene.Documents, scene.Entity, await scene.ScalarAsync<string>("select number from customers")));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, number + ".pdf"), "%PDF-1.4 copy"u8.ToArray());
        var asked = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            asked.Add((await scene.AnswerAsync($"Could you please send us a copy of invoice {number}? We cannot find it. ({i})")).ForPersons);
            await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        }

        (await scene.LinesAsync("select count(*) from outbox where automatic and state = 'pending'")).ShouldBe("3");
        asked.ShouldBe([0, 0, 0, 1]);
        (await scene.LinesAsync("select detail from tasks")).ShouldContain("3 automatic answers went out in this conversation");

        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.ExecuteAsync("update tasks set done_at = @now, done_by = 'carla', outcome = 'read'; update cases set status = 'active'", new { now = scene.Agent.Clock.GetUtcNow().UtcDateTime });
        (await scene.AnswerAsync($"Could you please send us a copy of invoice {number} once more?")).ForPersons.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task What_the_store_holds_is_sent_and_what_it_lacks_becomes_a_task()
    {
        var (scene, first) = await Inbox.OverdueAsync(Fresh);
        await using var _ = scene;
        var second = await scene.NumberedAsync(120m, 30, "INV-1006");
        var folder = Directory.CreateDirectory(Path.Combine(scene.Documents, scene.Entity, await scene.ScalarAsync<string>("select number from customers")));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, first + ".pdf"), "%PDF-1.4 copy"u8.ToArray());
        await scene.AnswerAsync($"Could you please send us a copy of invoice {first} and a copy of invoice {second}?");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await scene.LinesAsync("select jsonb_path_query_array(attachments, '$[*].*')::text from drafts d join touches t on t.id = d.touch_id where t.purpose = 'document_attached'")).ShouldContain(first);
        (await scene.LinesAsync("select kind, detail from tasks")).ShouldBe($"missing_document|The document store has no copy of invoice {second}. The others are sent.");
    }

    [DatabaseFact]
    public async Task The_task_says_what_exactly_is_unclear()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.AnswerAsync("We will pay invoice INV-99999 on 03/04/2026.");
        var detail = await scene.LinesAsync("select detail from tasks");
        detail.ShouldContain("'03/04/2026' can be 3 April 2026; with day and month swapped it is a day that has passed");
        detail.ShouldContain("INV-99999");
        (await scene.LinesAsync("select count(*) from journal where why like '%03/04%' or data::text like '%03/04%'")).ShouldBe("0");
    }

    [DatabaseFact]
    public async Task A_mail_of_an_unverified_or_unknown_sender_is_read_and_shown_and_changes_nothing_but_a_task()
    {
        var (scene, number) = await Inbox.OverdueAsync(Fresh);
        await using var _ = scene;
        var before = await scene.LinesAsync("select status, level from cases");
        await scene.AnswerAsync($"We will pay invoice {number} on 20 March 2026.", verified: false);
        await Inbox.StoreAsync(scene, [Inbox.Raw("stranger@elsewhere.example", $"We dispute invoice {number}.")]);
        await scene.Agent.Read.RunAsync(default);
        (await scene.LinesAsync("select kind, detail from tasks order by id")).ShouldBe(
            "check_sender|The address is known, but the mail was not authenticated. Nothing was changed. In detail: only another domain than the sender's was proven. It reads as: promise to pay.\n"
            + "unassigned_mail|The sender is unknown or has several cases, and the mail cites none of our messages. Nothing was changed.");
        (await scene.LinesAsync("select reading -> 'intents' -> 0 ->> 'intent' from messages where case_id is null")).ShouldNotBe("");
        (await scene.LinesAsync("select id from promises union all select id from disputes union all select id from suppressions")).ShouldBe("");
        (await scene.LinesAsync("select status, level from cases")).ShouldBe(before);
    }
}
