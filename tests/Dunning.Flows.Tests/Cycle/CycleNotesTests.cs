using System.Text.Json;
using Dunning.Core.Cadence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Cycle;

public sealed class CycleNotesTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,due,currency,amount,status\n";
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await database.ExecuteAsync("update clock set simulated = '2026-03-02 08:00Z'");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Every_open_item_of_every_account_says_why_now_or_why_not()
    {
        await database.ImportAsync(Header
            + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,open\nR2,Due,due@c.example,DE,2026-03-20,EUR,100,open\nR3,Due,due@c.example,DE,2026-02-05,EUR,50,direct_debit\n"
            + "R4,NoAddress,,DE,2026-02-01,EUR,100,open\nR5,NotYet,n@c.example,DE,2026-03-02,EUR,100,open\n");
        var cycle = await CycleAsync(null);

        cycle.GetProperty("accounts").GetArrayLength().ShouldBe(3);
        Items(cycle).ShouldBe([
            "R1 29 days, contact=False friendly: awaiting_draft ; contact ",
            "R2 0 days, contact=False : not_yet_due 2026-03-21",
            "R3 25 days, contact=False : invoice_status ",
            "R4 29 days, contact=False : no_contact_address ",
            "R5 0 days, contact=False : not_yet_due 2026-03-03; step_not_due 2026-03-05",
        ]);
        (await database.RowsAsync("select item_rules -> 0 ->> 'reason', item_rules -> 1 ->> 'reason' from case_plans p join cases c on c.id = p.case_id join customers u on u.id = c.customer_id where u.number = 'Due'"))
            .ShouldBe(["invoice_status|not_yet_due"]);
    }

    [DatabaseFact]
    public async Task An_item_whose_draft_was_stopped_says_so_and_the_counts_agree()
    {
        await database.ImportAsync(Header + "R1,A,a@c.example,DE,2026-02-01,EUR,100,open\nR2,B,b@c.example,DE,2026-02-01,EUR,100,open\n");
        async Task<DraftCounts> Draft(DateOnly? day, CancellationToken cancellationToken)
        {
            await database.ExecuteAsync("update touches t set state = case u.number when 'A' then 'with_person' else 'in_queue' end from cases c join customers u on u.id = c.customer_id where c.id = t.case_id");
            return new(1, 0, 1, 0, 0, new Dictionary<string, int>());
        }

        var cycle = await CycleAsync(Draft);
        Items(cycle).ShouldBe(["R1 29 days, contact=False friendly: with_person ; contact ", "R2 29 days, contact=True friendly: contact "]);
        cycle.GetProperty("drafted").GetInt64().ShouldBe(cycle.GetProperty("accounts").EnumerateArray().Count(account => account.GetProperty("contact").GetBoolean()));
        Items(await CycleAsync(null)).ShouldBe(["R1 29 days, contact=False friendly: with_person ; contact ", "R2 29 days, contact=False friendly: pending_message ; contact "]);
    }

    [DatabaseFact]
    public async Task Two_currencies_of_one_customer_are_written_to_one_interval_apart()
    {
        await database.ImportAsync(Header + "R1,Two,t@c.example,DE,2026-02-10,EUR,100,open\nR2,Two,t@c.example,DE,2026-02-01,USD,100,open\n");
        var first = Items(await CycleAsync(null));
        first.ShouldBe(["R1 20 days, contact=False : minimum_interval 2026-03-07", "R2 29 days, contact=False friendly: awaiting_draft ; contact "]);
        var before = await database.RowsAsync("select to_jsonb(p)::text from case_plans p union all select to_jsonb(j)::text from journal j order by 1");
        await database.ExecuteAsync("update touches set state = 'in_queue'");
        Items(await CycleAsync(null))[0].ShouldBe(first[0]);
        (await database.RowsAsync("select to_jsonb(p)::text from case_plans p union all select to_jsonb(j)::text from journal j order by 1")).ShouldBe(before);

        await DeliverAsync("USD");
        await AtAsync("2026-03-06 08:00Z");
        Items(await CycleAsync(null))[0].ShouldBe("R1 24 days, contact=False : minimum_interval 2026-03-07");
        await AtAsync("2026-03-09 08:00Z");
        // On Monday both are due again, and the reminder is the more severe; the friendly one has its turn a week later.
        Items(await CycleAsync(null)).ShouldBe(["R1 27 days, contact=False : minimum_interval 2026-03-14", "R2 36 days, contact=False reminder: awaiting_draft ; contact "]);
        await database.ExecuteAsync("update touches set state = 'cancelled' where stage = 2; update cases set level = 2, level_on = '2026-03-09', last_contact_on = '2026-03-09' where currency = 'USD'");
        await AtAsync("2026-03-16 08:00Z");
        Items(await CycleAsync(null))[0].ShouldBe("R1 34 days, contact=False friendly: awaiting_draft ; contact ");
        (await database.RowsAsync("select c.currency, t.state from touches t join cases c on c.id = t.case_id order by 1, 2")).ShouldBe(["EUR|planned", "USD|cancelled", "USD|sent"]);
    }

    private async Task DeliverAsync(string currency)
    {
        await database.ExecuteAsync($"update touches t set state = 'sent' from cases c where c.id = t.case_id and c.currency = '{currency}'");
        await database.ExecuteAsync($"update cases set level = 1, level_on = '2026-03-02', last_contact_on = '2026-03-02' where currency = '{currency}'");
        await database.ExecuteAsync($"insert into messages (case_id, customer_id, entity_id, direction, kind, at) select id, customer_id, entity_id, 'out', 'human', '2026-03-02 09:00Z' from cases where currency = '{currency}'");
    }

    private Task AtAsync(string instant) => database.ExecuteAsync($"update clock set simulated = '{instant}'; update entities set ledger_as_of = '{instant}'");

    private async Task<JsonElement> CycleAsync(DraftDueTouches? draft)
    {
        await using var notes = new CycleNotes();
        var report = await new RunCycle(database.Source, database.Clock, Policy.Default, new ScoreCases(database.Source, null), draft).RunAsync(null, notes, CancellationToken.None);
        using var output = new MemoryStream();
        await notes.WriteAsync(report, output, CancellationToken.None);
        var json = JsonDocument.Parse(output.ToArray()).RootElement;
        (json.GetProperty("drafted").GetInt64() + json.GetProperty("held").EnumerateObject().Sum(held => held.Value.GetInt64())).ShouldBe(json.GetProperty("accounts_overdue").GetInt64());
        return json;
    }

    private static List<string> Items(JsonElement cycle) => [.. cycle.GetProperty("items").EnumerateArray().Select(item =>
        $"{item.GetProperty("invoice")} {item.GetProperty("days_overdue")} days, contact={item.GetProperty("contact").GetBoolean()} {item.GetProperty("stage")}: "
        + string.Join("; ", item.GetProperty("rules").EnumerateArray().Select(rule => $"{rule.GetProperty("reason")} {rule.GetProperty("lifts")}"))).Order(StringComparer.Ordinal)];
}
