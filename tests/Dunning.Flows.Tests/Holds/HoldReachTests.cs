using Dunning.Flows.Tests.Support;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Tests.Holds;

/// <summary>How far a hold reaches, and who ends it.</summary>
public sealed class HoldReachTests : FreshDatabase
{
    private const string Legal =
        "insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on) select entity_id, id, 'legal', 'counsel has written', 'carla', '2026-03-01' from customers where number = @number";

    // The firm belongs to Middle, Middle to Top, and somebody entered Top as belonging to the firm.
    private static Task ParentsAsync(Scene scene) => scene.ExecuteAsync(
        """
        insert into customers (entity_id, number, name, language, country, time_zone)
        select entity_id, n, n || ' Sample plc', language, country, time_zone from customers, unnest(array['TOP', 'MIDDLE', 'OTHER']) n where id = @CustomerId;
        update customers c set parent_id = p.id from customers p where (c.number, p.number) in (('MIDDLE', 'TOP')) or (c.id = @CustomerId and p.number = 'MIDDLE') or (c.number = 'TOP' and p.id = @CustomerId);
        """, new { scene.CustomerId });

    [MailFact]
    public async Task A_legal_hold_reaches_every_customer_below_it_even_where_parents_form_a_circle()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await ParentsAsync(scene);
        await scene.ExecuteAsync(Legal, new { number = "OTHER" });
        await scene.ExecuteAsync(Legal.Replace("'legal'", "'dispute'", StringComparison.Ordinal), new { number = "TOP" });
        (await scene.CycleAsync()).Drafted.ShouldBe(1, "neither a stranger's hold nor a dispute above comes down");
        await scene.ExecuteAsync(Legal, new { number = "TOP" });
        (await scene.CycleAsync()).Held.Keys.ShouldContain("legal_hold");
        (await scene.PlanAsync()).ShouldContain("counsel has written");

        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Refused.ShouldBe(1, "the gate knows the hold from above, too");
        var id = await scene.ScalarAsync<long>("select id from suppressions where kind = 'legal' and customer_id = (select id from customers where number = 'TOP')");
        (await scene.AskAsync("lift", $$"""{"suppression_id": {{id}}}""")).ShouldBe("refused: the hold was set on a customer above this one; lift it there");
        await scene.ExecuteAsync("update suppressions set lifted_at = now(), lifted_by = 'carla', lift_reason = 'settled' where id = @id", new { id });
        (await scene.CycleAsync()).Held.Keys.ShouldNotContain("legal_hold");
    }

    [MailFact]
    public async Task Only_a_named_person_lifts_a_legal_hold_whatever_program_asks()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.CycleAsync();
        (await scene.AskAsync("pause", """{"kind": "legal", "invoice_ids": [], "until": "2026-04-01"}""")).ShouldBe("refused: a legal hold has no last day: a person lifts it");
        (await scene.AskAsync("pause", """{"kind": "legal", "invoice_ids": [], "until": null}""")).ShouldStartWith("carried_out");
        var id = await scene.ScalarAsync<long>("select id from suppressions");
        foreach (var by in new[] { "'agent'", "' Agent '", "'ledger'", "''", "null" })
            (await Should.ThrowAsync<PostgresException>(scene.ExecuteAsync($"update suppressions set lifted_at = now(), lifted_by = {by}, lift_reason = 'x'"))).SqlState.ShouldBe("23514", by);
        await Should.ThrowAsync<PostgresException>(scene.ExecuteAsync("update suppressions set lifted_at = now(), lifted_by = 'carla', lift_reason = ' '"));
        await Should.ThrowAsync<PostgresException>(scene.ExecuteAsync("update suppressions set kind = 'manual'"));
        await Should.ThrowAsync<PostgresException>(scene.ExecuteAsync("update suppressions set expires_on = '2026-03-01'"));
        await Should.ThrowAsync<PostgresException>(scene.ExecuteAsync("delete from suppressions"));
        (await scene.AskAsync("lift", $$"""{"suppression_id": {{id}}}""", actor: "agent")).ShouldBe("refused: a decision needs the name of a person");
        (await scene.CycleAsync()).Held.Keys.ShouldBe(["legal_hold"]);
        (await scene.AskAsync("lift", $$"""{"suppression_id": {{id}}}""")).ShouldStartWith("carried_out: carla lifted a pause");
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
    }

    [MailFact]
    public async Task A_hold_on_one_account_leaves_the_customers_other_account_alone_and_insolvency_does_not()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.InvoiceAsync(300m, 12, "EUR");
        await scene.CycleAsync();
        (await scene.AskAsync("pause", """{"kind": "manual", "invoice_ids": [], "until": "2026-03-12"}""")).ShouldStartWith("carried_out");
        await scene.CycleAsync();
        (await scene.PlanAsync()).ShouldContain("on_hold");
        (await scene.PlanAsync("EUR")).ShouldNotContain("on_hold");

        await scene.AdvanceAsync(TimeSpan.FromDays(3));
        await scene.Agent.PassDay.RunAsync(null, default);
        (await scene.ScalarAsync<string>("select why from journal where kind = 'day_passed'")).ShouldBe("the hold 'in a test' (manual) expired on 2026-03-12");
        (await scene.AskAsync("pause", """{"kind": "insolvency", "invoice_ids": [], "until": null}""")).ShouldStartWith("carried_out");
        await scene.CycleAsync();
        (await scene.PlanAsync()).ShouldContain("insolvency");
        (await scene.PlanAsync("EUR")).ShouldContain("insolvency");
    }

    [MailFact]
    public async Task A_mark_of_the_ledger_is_a_hold_a_person_can_lift_and_the_next_import_does_not_bring_it_back()
    {
        await using var scene = await Scene.OpenAsync(Fresh);
        await scene.InvoiceAsync(480m, 12);
        await scene.ExecuteAsync("update customers set exclusion = 'insolvency'");
        (await scene.CycleAsync()).Held.Keys.ShouldBe(["insolvency"], "the mark holds before it is a hold");
        await MarkAsync(scene);
        await MarkAsync(scene);
        (await scene.ScalarAsync<string>("select string_agg(owner || ' ' || scope, ',') from suppressions")).ShouldBe("ledger group");
        (await scene.CycleAsync()).Held.Keys.ShouldBe(["insolvency"]);
        (await scene.AskAsync("lift", $$"""{"suppression_id": {{await scene.ScalarAsync<long>("select id from suppressions")}}}""")).ShouldStartWith("carried_out");
        await MarkAsync(scene);
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.ScalarAsync<string>("select answer from approvals"));
    }

    private static async Task MarkAsync(Scene scene)
    {
        await using var connection = await scene.Source.OpenConnectionAsync();
        await LedgerHolds.SetAsync(connection, scene.Entity, await scene.TodayAsync(), scene.Agent.Clock.GetUtcNow(), default);
    }
}
