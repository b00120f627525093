using Dunning.Connectors;
using Dunning.Core.Cadence;
using Dunning.Core.Correspondence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Cycle;

/// <summary>Exchange rates, small lines, holidays, zones and the age of the mailbox in a cycle on a real database.</summary>
public sealed class ReferenceDataTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,due,currency,amount\n";

    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await At("2026-03-02 08:00Z");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task A_currency_without_a_rate_is_held_and_with_one_its_minimum_is_converted()
    {
        await database.ImportAsync(Header + "R1,Large,l@c.example,PF,2026-02-01,XPF,3100\nR2,Small,s@c.example,PF,2026-02-01,XPF,2900\n");
        (await Cycle(Policy.Default).RunAsync(null, default)).Held.ShouldBe(new Dictionary<string, long> { ["no_minimum_for_currency"] = 2 });

        await database.ExecuteAsync("insert into fx_rates values ('EUR', 'XPF', '2026-02-27', 120, 'test', now()), ('EUR', 'XPF', '2026-03-03', 1, 'test', now())");
        (await Cycle(Policy.Default).RunAsync(null, default)).Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 1, ["below_minimum"] = 1 }, ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task A_draft_lists_the_lines_that_were_planned_and_no_others()
    {
        var policy = Policy.Default with { MinimumLine = new(5, "EUR") };
        await database.ImportAsync(
            Header + "R1,Due,d@c.example,DE,2026-02-01,EUR,100\nR2,Due,d@c.example,DE,2026-02-02,EUR,4.99\nR3,Due,d@c.example,DE,2026-02-28,EUR,70\nR4,Rest,r@c.example,DE,2026-02-01,EUR,3\n");
        await database.ExecuteAsync("update entities set mailbox_as_of = '2026-03-02 07:00Z'");
        var clock = database.Clock;
        await clock.RefreshAsync(default);
        var report = await Cycle(policy, Desk(policy, clock).Draft.RunAsync).RunAsync(null, default);

        report.Held.ShouldBe(new Dictionary<string, long> { ["below_minimum"] = 1 });
        report.Drafted.ShouldBe(1);
        (await database.RowsAsync("select verdict, findings::text from drafts")).ShouldBe(["pass|[]"]);
        var facts = Json.Read<FactSet>(await database.ScalarAsync<string>("select facts::text from drafts"));
        facts.Invoices.Select(line => line.Number).ShouldBe(["R1"]);
        (facts.TotalOverdue, await database.ScalarAsync<decimal>("select p.total_overdue from case_plans p join drafts d on d.touch_id = p.touch_id")).ShouldBe((100m, 174.99m));
        (await database.ScalarAsync<string>("select body from drafts")).ShouldNotContain("R3");
    }

    [DatabaseFact]
    public async Task A_mailbox_that_was_not_read_holds_everything_and_one_that_was_never_connected_nothing()
    {
        await database.ImportAsync(Header + "R1,Due,d@c.example,DE,2026-02-01,EUR,100\n");
        (await Cycle(Policy.Default).RunAsync(null, default)).Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 1 });
        await database.ExecuteAsync("update entities set mailbox_as_of = '2026-03-02 01:59Z'");
        (await Cycle(Policy.Default).RunAsync(null, default)).Held.ShouldBe(new Dictionary<string, long> { ["stale_mailbox"] = 1 });
        await database.ExecuteAsync("update entities set mailbox_as_of = '2026-03-02 02:00Z'");
        (await Cycle(Policy.Default).RunAsync(null, default)).Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 1 });
    }

    [DatabaseFact]
    public async Task A_past_day_is_judged_by_what_was_read_since_it_began_and_the_present_day_by_now()
    {
        await database.ImportAsync(Header + "R1,Due,d@c.example,DE,2026-01-05,EUR,100\n");
        await database.ExecuteAsync("update entities set ledger_as_of = '2026-02-20 12:00Z', mailbox_as_of = '2026-02-24 12:00Z'");
        (await Held(new(2026, 2, 18))).ShouldBe("awaiting_draft");
        (await Held(new(2026, 2, 24))).ShouldBe("stale_ledger");
        await database.ExecuteAsync("update entities set ledger_as_of = '2026-03-02 07:00Z'");
        (await Held(new(2026, 2, 24))).ShouldBe("awaiting_draft");
        (await Held(new(2026, 2, 26))).ShouldBe("stale_mailbox");
        // Forty hours before now, but less than thirty-six before midnight.
        await database.ExecuteAsync("update entities set ledger_as_of = '2026-02-28 16:00Z', mailbox_as_of = null");
        (await Held(new(2026, 3, 2))).ShouldBe("stale_ledger");
    }

    [DatabaseTheory]
    // Due on Sunday the first. In Auckland the second has begun, in Honolulu the first has not ended; in Berlin clocks changed on 29 March.
    [InlineData("Pacific/Auckland", "2026-03-01 11:30Z", "2026-03-01", 1), InlineData("Pacific/Honolulu", "2026-03-02 09:59Z", "2026-03-01", 0)]
    [InlineData("Pacific/Honolulu", "2026-03-02 10:00Z", "2026-03-01", 1), InlineData("Europe/Berlin", "2026-03-29 22:00Z", "2026-03-29", 1)]
    [InlineData("Europe/Berlin", "2026-03-29 21:59Z", "2026-03-29", 0), InlineData("Europe/Berlin", "2026-10-25 22:59Z", "2026-10-25", 0)]
    [InlineData("Europe/Berlin", "2026-10-25 23:00Z", "2026-10-25", 1), InlineData("Asia/Kolkata", "2028-02-29 18:30Z", "2028-02-29", 1)]
    public async Task An_invoice_is_overdue_from_midnight_after_its_due_date_where_the_creditor_is(string zone, string now, string due, int overdue)
    {
        await database.ImportAsync(Header + $"R1,Due,d@c.example,US,{due},EUR,100\n");
        await database.ExecuteAsync($"update entities set time_zone = '{zone}'");
        await At(now);
        (await Cycle(Policy.Default).RunAsync(null, default)).AccountsOverdue.ShouldBe(overdue);
    }

    [DatabaseFact]
    public async Task On_a_holiday_of_the_debtor_the_contact_is_planned_for_the_next_working_day()
    {
        await database.ImportAsync(Header + "R1,German,d@c.example,DE,2026-02-01,EUR,100\nR2,American,u@c.example,US,2026-02-01,EUR,100\n");
        await At("2026-04-03 10:00Z");
        await database.ExecuteAsync("update entities set ledger_as_of = '2026-04-03 09:00Z'");
        await Cycle(Policy.Default).RunAsync(null, default);
        (await database.RowsAsync("select u.number, t.planned_for::text from touches t join cases c on c.id = t.case_id join customers u on u.id = c.customer_id order by 1"))
            .ShouldBe(["American|2026-04-03", "German|2026-04-07"]);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00Z"), InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00Z"), InlineData("Asia/Kolkata", "2026-03-01", "2026-02-28T18:30Z")]
    [InlineData("Pacific/Auckland", "2026-09-28", "2026-09-27T11:00Z"), InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00Z")]
    public void A_day_begins_at_the_creditors_midnight_or_when_the_skipped_hour_is_over(string zone, string day, string start) =>
        CreditorDay.StartOf(DateOnly.Parse(day), zone).ShouldBe(DateTimeOffset.Parse(start));

    private async Task<string> Held(DateOnly day) => (await Cycle(Policy.Default).RunAsync(day, default)).Held.ShouldHaveSingleItem().Key;

    private Task At(string instant) => database.ExecuteAsync($"update clock set simulated = '{instant}'");

    private RunCycle Cycle(Policy policy, DraftDueTouches? draft = null) => new(database.Source, database.Clock, policy, new ScoreCases(database.Source, null), draft);

    private DraftingDesk Desk(Policy policy, TimeProvider clock) =>
        new(database.Source, clock, policy, new byte[32], Path.GetTempPath(), null, DraftingOptions.Default);
}
