using Dunning.Core.Conversation;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>What the second letter knows of the first, from the stored conversation to the clauses chosen.</summary>
public sealed class ThreadFactsTests : FreshDatabase
{
    [DatabaseFact]
    public async Task A_follow_up_knows_that_nobody_answered_that_the_contact_was_away_and_that_a_part_is_disputed()
    {
        await using var scene = await Scene.OpenAsync(Fresh, "en", Inbox.Settings(Fresh));
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.InvoiceAsync(100m, 9);
        await SendFirstAsync(scene);
        var away = new ReplyReading(MessageKind.AutoReply, "en", [], [], [], [], [], 0, false, [], new DateOnly(2026, 3, 16));
        await scene.ExecuteAsync(
            """
            insert into messages (case_id, customer_id, entity_id, direction, kind, at, state, reading)
            select id, customer_id, entity_id, 'in', 'auto_reply', @at, 'applied', @reading::jsonb from cases
            """, new { at = Scene.Tuesday.UtcDateTime.AddHours(1), reading = Json.Write(away) });
        var id = await scene.ScalarAsync<long>("select id from invoices where number = @number", new { number });
        await scene.ExecuteAsync(
            """
            insert into case_requests (case_id, kind, data, actor, reason, at) select id, 'dispute', @data::jsonb, 'carla', 'in a test', @at from cases
            """,
            new { at = Scene.Tuesday.UtcDateTime, data = $$"""{"invoice_ids": [{{id}}], "parts": [{"invoice_id": {{id}}, "amount": 130}], "reason": "price"}""" });
        await scene.Agent.CaseRequests.RunAsync(default);

        var (facts, plan, body) = await NextDraftAsync(scene);

        (facts.UnansweredReminders, facts.ContactBack, facts.NewContact).ShouldBe((1, true, false), body);
        plan.ShouldContain("approach.back/");
        plan.ShouldContain(".again/");
        plan.ShouldContain("\"reduced/");
        body.ShouldContain("350.00 GBP");
        body.ShouldNotContain("480.00");
    }

    [DatabaseFact]
    public async Task A_new_contact_is_told_why_and_a_broken_promise_is_recalled_by_its_day()
    {
        await using var scene = await Scene.OpenAsync(Fresh, "en", Inbox.Settings(Fresh));
        var number = await scene.InvoiceAsync(480m, 12);
        await SendFirstAsync(scene);
        await scene.ExecuteAsync(
            """
            update contacts set dead_since = now();
            insert into contacts (customer_id, name, email, verified, source) select customer_id, 'Ben Sample', 'ben.' || email, true, 'import' from contacts;
            insert into promises (case_id, invoice_ids, amount, currency, promised_for, expected_by, confidence, made_on, baseline_open, status, resolved_on)
            select c.id, array[i.id], 480, 'GBP', '2026-03-13', '2026-03-17', 0.99, '2026-03-11', 480, 'broken', '2026-03-18' from cases c, invoices i where i.number = @number;
            """, new { number });

        var (facts, plan, body) = await NextDraftAsync(scene);

        facts.NewContact.ShouldBeTrue(body);
        plan.ShouldContain("approach.new-contact/");
        plan.ShouldContain("\"recall.", Case.Sensitive, body + plan);
        body.ShouldContain("13 March 2026");
        body.ShouldContain("Ben Sample");
        (await scene.ScalarAsync<string>("select verdict || findings::text from drafts order by id desc limit 1")).ShouldBe("pass[]");
    }

    // The letter as sending stores it: the outbox row, the message, the day of the contact.
    private static async Task SendFirstAsync(Scene scene)
    {
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        await scene.ExecuteAsync(
            """
            insert into outbox (touch_id, draft_id, automatic, message_id, not_before, state, sent_at) select touch_id, id, true, touch_id || '@collections.test', @at, 'sent', @at from drafts;
            insert into messages (case_id, customer_id, entity_id, direction, kind, touch_id, at, state) select c.id, c.customer_id, c.entity_id, 'out', 'agent', t.id, @at, 'done' from cases c join touches t on t.case_id = c.id;
            update touches set state = 'sent';
            update cases set last_contact_on = '2026-03-10', level = 1, level_on = '2026-03-10';
            """, new { at = Scene.Tuesday.UtcDateTime });
    }

    private static async Task<(ConversationFacts Facts, string Plan, string Body)> NextDraftAsync(Scene scene)
    {
        await scene.AdvanceAsync(TimeSpan.FromDays(14));
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        return (Json.Read<ConversationFacts>(await scene.ScalarAsync<string>("select context::text from drafts order by id desc limit 1")),
            await scene.ScalarAsync<string>("select plan::text from drafts order by id desc limit 1"), await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1"));
    }
}
