using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Holds;

/// <summary>Disputes about a part, payment plans and promises kept in part, from the request to the letter.</summary>
public sealed class HoldAgreementTests : FreshDatabase
{
    [MailFact]
    public async Task A_dispute_about_a_part_leaves_the_rest_to_be_asked_for_and_the_sums_right()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.InvoiceAsync(100m, 9);
        await scene.CycleAsync();
        var id = await scene.InvoiceIdAsync(number);
        (await scene.AskAsync("dispute", $$"""{"invoice_ids": [{{id}}], "parts": [{"invoice_id": {{id}}, "amount": 480.01}], "reason": "price"}""")).ShouldBe("refused: a disputed amount is not above zero and within what is open");
        (await scene.AskAsync("dispute", $$"""{"invoice_ids": [{{id}}], "parts": [{"invoice_id": {{id}}, "amount": 130}], "reason": "price"}""")).ShouldStartWith("carried_out: carla recorded a dispute");
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        var body = await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1");
        body.ShouldContain("350.00 GBP");
        body.ShouldContain("450.00 GBP");
        body.ShouldNotContain("480.00");
        (await scene.ScalarAsync<string>("select verdict || findings::text from drafts order by id desc limit 1")).ShouldBe("pass[]");
        (await scene.ScalarAsync<decimal>("select total_overdue from case_plans")).ShouldBe(580);

        var dispute = await scene.ScalarAsync<long>("select id from disputes");
        (await scene.AskAsync("resolve_dispute", $$"""{"dispute_id": {{dispute}}, "resolution": "split", "credited": 130}""")).ShouldContain("for all of it choose credit note");
        (await scene.AskAsync("resolve_dispute", $$"""{"dispute_id": {{dispute}}, "resolution": "split", "credited": 30}""")).ShouldContain("30.00 is credited and the rest stands");
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1, "the letter was written before the decision");
        await scene.Agent.Draft.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1")).ShouldContain("550.00 GBP");

        await scene.ExecuteAsync(
            """
            with c as (insert into invoices (entity_id, customer_id, kind, number, currency, issued, amount, source_key) select entity_id, customer_id, 'credit_note', 'CN-1', currency, '2026-03-10', 30, 'CN-1' from invoices where id = @id returning id)
            insert into allocations (instalment_id, credit_note_id, amount, booked_on) select n.id, c.id, 30, '2026-03-10' from instalments n, c where n.invoice_id = @id
            """, new { id });
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select lift_reason from suppressions where awaits_credit is not null")).ShouldBe("the granted credit is in the books");
    }

    [MailFact]
    public async Task A_dispute_by_mail_holds_the_rest_until_its_confirmation_went_out()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        var other = await scene.InvoiceAsync(100m, 9);
        await scene.CycleAsync();
        var id = await scene.InvoiceIdAsync(number);
        await scene.ExecuteAsync(
            """
            insert into messages (case_id, customer_id, entity_id, direction, kind, at, state) select id, customer_id, entity_id, 'in', 'human', '2026-03-09', 'applied' from cases;
            insert into disputes (case_id, message_id, invoice_ids, reason, opened_on, sla_on) select c.id, m.id, array[@id], 'quality', '2026-03-09', '2026-03-20' from cases c, messages m;
            insert into suppressions (entity_id, customer_id, case_id, invoice_ids, kind, reason, owner, starts_on, evidence_message_id, unacknowledged)
              select c.entity_id, c.customer_id, c.id, array[@id], 'dispute', 'disputed: quality', 'agent', '2026-03-09', m.id, true from cases c, messages m;
            """, new { id });
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.ScalarAsync<string>("select answer from approvals")).ShouldContain("a dispute holds the rest of the account");
        (await scene.CycleAsync()).Held.Keys.ShouldContain("in_dispute");
        (await scene.PlanAsync()).ShouldContain("not confirmed to the customer yet");

        await scene.ExecuteAsync("update cases set status = 'with_person'");
        (await scene.AskAsync("resume", "{}")).ShouldStartWith("carried_out");
        (await scene.ScalarAsync<long>("select count(*) from disputes where acknowledged_on is not null")).ShouldBe(1);
        await scene.CycleAsync();
        await scene.Agent.Draft.RunAsync(null, default);
        var body = await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1");
        body.ShouldContain(other);
        body.ShouldContain("100.00 GBP");
    }

    [MailFact]
    public async Task A_plan_is_granted_by_a_person_watched_and_ended_by_one_missed_instalment()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        var id = await scene.InvoiceIdAsync(number);
        string Plan(int second) => $$$"""{"proposal": {"invoice_ids": [{{{id}}}], "instalments": [{"due": "2026-03-20", "amount": 200}, {"due": "2026-04-20", "amount": {{{second}}}}], "method": "sepa"}}""";
        (await scene.AskAsync("grant_plan", Plan(270))).ShouldBe("refused: The instalments add up to 470.00 GBP; 480.00 GBP is open on the covered invoices.");
        (await scene.AskAsync("grant_plan", Plan(280), actor: "agent")).ShouldBe("refused: a decision needs the name of a person");
        (await scene.AskAsync("grant_plan", Plan(280))).ShouldStartWith("carried_out: carla granted a payment plan: 2 instalments, 480.00 GBP");
        (await scene.AskAsync("grant_plan", Plan(280))).ShouldContain("covered by a plan that runs already");
        (await scene.CycleAsync()).Held.Keys.ShouldBe(["payment_plan"]);

        await scene.PayPartAsync(number, 200m, new(2026, 3, 18));
        await scene.AdvanceAsync(TimeSpan.FromDays(15));
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select string_agg(sequence || ' ' || coalesce(paid_on::text, 'open'), ', ' order by sequence) from plan_instalments")).ShouldBe("1 2026-03-18, 2 open");
        (await scene.ScalarAsync<string>("select status from payment_plans")).ShouldBe("running");

        await scene.AdvanceAsync(TimeSpan.FromDays(30));
        for (var again = 0; again < 3; again++) await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select status || ' ' || ended_on from payment_plans")).ShouldBe("defaulted 2026-04-24");
        (await scene.ScalarAsync<string>("select string_agg(kind || ': ' || detail, '|') from tasks where kind = 'plan_default'")).ShouldContain("280.00 GBP did not come in time");
        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'day_passed' and why like '%missed%'")).ShouldBe(1, "the day passes once for each thing it brings");
        (await scene.ScalarAsync<string>("select lifted_by from suppressions where kind = 'plan'")).ShouldBe("agent");
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        (await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1")).ShouldContain("280.00 GBP");
    }

    [MailFact]
    public async Task A_plan_that_is_paid_is_completed()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        var id = await scene.InvoiceIdAsync(number);
        (await scene.AskAsync("grant_plan", $$"""{"proposal": {"invoice_ids": [{{id}}], "instalments": [{"due": "2026-03-20", "amount": 480}], "method": null} }""")).ShouldStartWith("carried_out");
        await scene.PayAsync(number);
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select p.status || ' ' || n.paid_on || ' ' || c.status from payment_plans p join plan_instalments n on n.plan_id = p.id join cases c on c.id = p.case_id")).ShouldBe("completed 2026-03-10 closed");
    }

    [MailFact]
    public async Task A_promise_kept_in_part_is_followed_by_a_letter_that_names_what_is_missing()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        await scene.ExecuteAsync("update touches set state = 'cancelled'");
        await scene.ExecuteAsync(
            "insert into promises (case_id, invoice_ids, amount, currency, promised_for, expected_by, confidence, made_on, baseline_open) select id, array[@id], 480, 'GBP', '2026-03-12', '2026-03-13', 1, '2026-03-10', 480 from cases",
            new { id = await scene.InvoiceIdAsync(number) });
        await scene.PayPartAsync(number, 180m, new(2026, 3, 12));
        await scene.AdvanceAsync(TimeSpan.FromDays(7));
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select status from promises")).ShouldBe("partly_kept");
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        (await scene.ScalarAsync<string>("select purpose || ' ' || stage from touches where state = 'in_queue'")).ShouldBe("promise_lapsed 1");
        var body = await scene.ScalarAsync<string>("select body from drafts order by id desc limit 1");
        body.ShouldContain("180.00 GBP");
        body.ShouldContain("300.00 GBP");
        (await scene.ScalarAsync<string>("select verdict || findings::text from drafts order by id desc limit 1")).ShouldBe("pass[]");
    }

    [MailFact]
    public async Task The_end_of_next_week_is_reckoned_where_the_sender_is()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        var number = await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1);
        var reminder = (await MailWorld.ReadAsync(scene.Debtor, 1))[0];
        await scene.ExecuteAsync("update customers set time_zone = 'America/Los_Angeles'");
        // Sunday 15 March, 23:50 in Los Angeles; already Monday with the creditor in London.
        await scene.AdvanceAsync(new DateTimeOffset(2026, 3, 16, 6, 50, 0, TimeSpan.Zero) - scene.Agent.Clock.GetUtcNow());
        await MailWorld.WriteAsync(scene.Debtor, scene.Billing, "Re: " + reminder.Subject, $"Hello,\n\nwe will pay invoice {number} by the end of next week.\n\nKind regards\nAnna Muster", reminder.MessageId);
        await MailWorld.ReadAsync(scene.Billing, 1);
        await scene.Agent.Receive.RunAsync(default);
        await scene.Agent.Read.RunAsync(default);
        (await scene.ScalarAsync<string>("select promised_for || ' ' || made_on from promises")).ShouldBe("2026-03-20 2026-03-15");
    }
}
