using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Holds;

/// <summary>What people ask for about cases, as the console writes it, and money as the bank books it.</summary>
internal static class HoldScene
{
    /// <summary>Stores a request, lets the agent work, and returns its answer after the state.</summary>
    public static async Task<string> AskAsync(this Scene scene, string kind, string data, string actor = "carla", string currency = "GBP")
    {
        await scene.ExecuteAsync(
            "insert into case_requests (case_id, kind, data, actor, reason, at) select id, @kind, @data::jsonb, @actor, 'in a test', @now from cases where currency = @currency and status <> 'closed'",
            new { kind, data, actor, currency, now = scene.Agent.Clock.GetUtcNow().UtcDateTime });
        await scene.Agent.CaseRequests.RunAsync(default);
        return await scene.ScalarAsync<string>("select state || ': ' || answer from case_requests order by id desc limit 1");
    }

    public static Task<long> InvoiceIdAsync(this Scene scene, string number) => scene.ScalarAsync<long>("select id from invoices where number = @number", new { number });

    /// <summary>A payment on an invoice, valued and booked on a day.</summary>
    public static Task PayPartAsync(this Scene scene, string number, decimal amount, DateOnly on) => scene.ExecuteAsync(
        """
        with n as (select n.id, i.entity_id, i.customer_id, i.currency from instalments n join invoices i on i.id = n.invoice_id where i.number = @number),
          p as (insert into payments (entity_id, customer_id, currency, amount, value_date, source_key) select entity_id, customer_id, currency, @amount, @on, gen_random_uuid()::text from n returning id)
        insert into allocations (instalment_id, payment_id, amount, booked_on) select n.id, p.id, @amount, @on from n, p
        """, new { number, amount, on });

    /// <summary>The reasons of the last plan, by wire name.</summary>
    public static Task<string> PlanAsync(this Scene scene, string currency = "GBP") =>
        scene.ScalarAsync<string>("select reasons::text from case_plans p join cases c on c.id = p.case_id where c.currency = @currency", new { currency });
}
