using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Cycle;

public sealed class RunCycleTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,due,currency,amount,paid_on\n";
    private const string Everything =
        """
        select 'c', to_jsonb(c)::text from cases c union all select 'p', to_jsonb(p)::text from case_plans p union all select 't', to_jsonb(t)::text from touches t
        union all select 'j', to_jsonb(j)::text from journal j order by 1, 2
        """;

    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await database.ExecuteAsync("update clock set simulated = '2026-03-02 08:00Z'");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Every_overdue_account_gets_one_case_and_is_drafted_or_held_for_one_reason()
    {
        await database.ImportAsync(Header
            + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,\nR2,Due,due@c.example,DE,2026-02-10,EUR,100,\nR3,Due,due@c.example,DE,2026-02-01,USD,100,\n"
            + "R4,NoAddress,,DE,2026-02-01,EUR,100,\nR5,Small,s@c.example,DE,2026-02-01,EUR,1,\nR6,Fresh,f@c.example,DE,2026-03-01,EUR,100,\nR7,NotYet,n@c.example,DE,2026-03-02,EUR,100,\nR8,Paid,p@c.example,DE,2026-02-01,EUR,100,2026-02-20\n");
        var report = await Cycle().RunAsync(null, CancellationToken.None);

        (report.AsOf, report.AccountsOverdue, report.CasesOpened, report.CasesOpen).ShouldBe((Monday, 5, 5, 5));
        report.Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 1, ["minimum_interval"] = 1, ["below_minimum"] = 1, ["no_contact_address"] = 1, ["step_not_due"] = 1 }, ignoreOrder: true);
        (await database.RowsAsync("select u.number, c.currency from cases c join customers u on u.id = c.customer_id order by 1, 2")).ShouldBe(["Due|EUR", "Due|USD", "Fresh|EUR", "NoAddress|EUR", "Small|EUR"]);
        (await database.RowsAsync("select kind, count(*) from journal where kind like 'c%' group by 1 order by 1")).ShouldBe(["case_opened|5", "contact_held|4", "contact_planned|1"]);
    }

    [DatabaseFact]
    public async Task The_touch_id_made_in_sql_is_the_one_the_core_derives()
    {
        await database.ImportAsync(Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,\n");
        await Cycle().RunAsync(null, CancellationToken.None);
        var caseId = await database.ScalarAsync<long>("select id from cases");
        (await database.RowsAsync("select id, cause, stage, action, planned_for::text, state from touches"))
            .ShouldBe([$"{Touch.IdOf(caseId, Touch.LadderCause(0, Stage.Friendly), Purpose.Reminder)}|ladder:0:1|1|reminder_friendly|2026-03-02|planned"]);
        (await database.ScalarAsync<bool>("select p.touch_id = t.id from case_plans p, touches t")).ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task The_same_day_again_changes_nothing()
    {
        await database.ImportAsync(Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,\nR4,NoAddress,,DE,2026-02-01,EUR,100,\n");
        var first = await Cycle().RunAsync(null, CancellationToken.None);
        var before = await database.RowsAsync(Everything);
        var second = await Cycle().RunAsync(null, CancellationToken.None);
        (await database.RowsAsync(Everything)).ShouldBe(before);
        second.CasesOpened.ShouldBe(0);
        second.Held.ShouldBe(first.Held);
    }

    [DatabaseFact]
    public async Task A_weekend_contact_waits_for_the_next_business_day()
    {
        await database.ImportAsync(Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,\n");
        var report = await Cycle().RunAsync(new(2026, 2, 28), CancellationToken.None);
        report.Held.ShouldBe(new Dictionary<string, long> { ["waiting_for_window"] = 1 });
        (await database.RowsAsync("select planned_for::text from touches")).ShouldBe(["2026-03-02"]);
    }

    [DatabaseFact]
    public async Task A_payment_closes_the_case_and_withdraws_what_was_planned()
    {
        const string File = Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,";
        await database.ImportAsync(File + "\n");
        await Cycle().RunAsync(null, CancellationToken.None);
        await database.ImportAsync(File + "2026-03-02\n");
        var report = await Cycle().RunAsync(null, CancellationToken.None);

        (report.AccountsOverdue, report.CasesOpen).ShouldBe((0, 0));
        (await database.RowsAsync("select status, closed_on::text from cases")).ShouldBe(["closed|2026-03-02"]);
        (await database.RowsAsync("select state from touches")).ShouldBe(["cancelled"]);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'case_closed'")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_case_with_an_open_promise_is_left_to_the_promise()
    {
        const string File = Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,";
        await database.ImportAsync(File + "\n");
        await Cycle().RunAsync(null, CancellationToken.None);
        await database.ExecuteAsync("insert into promises (case_id, invoice_ids, amount, currency, promised_for, expected_by, confidence, made_on, baseline_open) select id, '{}', 100, 'EUR', '2026-03-05', '2026-03-06', 1, '2026-03-02', 100 from cases");
        await database.ImportAsync(File + "2026-03-02\n");
        (await Cycle().RunAsync(null, CancellationToken.None)).CasesOpen.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_parents_insolvency_holds_its_children_and_its_dispute_does_not()
    {
        await database.ImportAsync(Header + "R1,Parent,p@c.example,DE,2026-02-01,EUR,100,\nR2,Child,c@c.example,DE,2026-02-01,EUR,100,\n");
        await database.ExecuteAsync("update customers set parent_id = (select id from customers where number = 'Parent') where number = 'Child'");
        await database.ExecuteAsync("insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on) select 'acme', id, 'dispute', 'quality', 'agent', '2026-02-20' from customers where number = 'Parent'");
        (await Cycle().RunAsync(null, CancellationToken.None)).Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 1, ["in_dispute"] = 1 }, ignoreOrder: true);
        await database.ExecuteAsync("insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on) select 'acme', id, 'insolvency', 'filed', 'person', '2026-02-20' from customers where number = 'Parent'");
        (await Cycle().RunAsync(null, CancellationToken.None)).Held.ShouldBe(new Dictionary<string, long> { ["insolvency"] = 2 });
        (await database.RowsAsync("select state from touches")).ShouldBe(["cancelled"]);
    }

    [DatabaseFact]
    public async Task Drafting_is_called_once_and_what_it_made_is_counted()
    {
        await database.ImportAsync(Header + "R1,A,a@c.example,DE,2026-02-01,EUR,100,\nR2,B,b@c.example,DE,2026-02-01,EUR,100,\nR3,C,c@c.example,DE,2026-02-01,EUR,100,\n");
        var days = new List<DateOnly?>();
        async Task<DraftCounts> Draft(DateOnly? day, CancellationToken cancellationToken)
        {
            days.Add(day);
            await database.ExecuteAsync("update touches t set state = (array['in_queue', 'with_person', 'scheduled'])[n] from (select id, row_number() over (order by id) as n from touches) r where r.id = t.id");
            return new(2, 1, 1, 0, 0, new Dictionary<string, int>());
        }

        var report = await Cycle(Draft).RunAsync(null, CancellationToken.None);
        (days is [null]).ShouldBeTrue("drafting finds the day of each creditor itself");
        (report.Planned, report.Drafted).ShouldBe((3, 2));
        report.Held.ShouldBe(new Dictionary<string, long> { ["with_person"] = 1 });

        var again = await Cycle().RunAsync(null, CancellationToken.None);
        again.Held.ShouldBe(new Dictionary<string, long> { ["pending_message"] = 2, ["with_person"] = 1 }, ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task A_stale_ledger_holds_everything()
    {
        await database.ImportAsync(Header + "R1,Due,due@c.example,DE,2026-02-01,EUR,100,\n");
        await database.ExecuteAsync("update clock set simulated = '2026-03-05 08:00Z'");
        (await Cycle().RunAsync(null, CancellationToken.None)).Held.ShouldBe(new Dictionary<string, long> { ["stale_ledger"] = 1 });
    }

    [DatabaseFact]
    public async Task Two_cycles_at_once_open_each_case_once()
    {
        await database.ImportAsync(Header + string.Concat(Enumerable.Range(0, 50).Select(i => $"R{i},C{i},c{i}@c.example,DE,2026-02-01,EUR,100,\n")));
        var reports = await Task.WhenAll(Cycle().RunAsync(Monday, CancellationToken.None), Cycle().RunAsync(Monday, CancellationToken.None));
        reports.Sum(report => report.CasesOpened).ShouldBe(50);
        (await database.ScalarAsync<long>("select count(*) from cases")).ShouldBe(50);
    }

    [DatabaseFact]
    public async Task The_number_of_statements_does_not_depend_on_the_accounts()
    {
        using var counter = new StatementCounter();
        await database.ImportAsync(Header + "R1,C1,c1@c.example,DE,2026-02-01,EUR,100,\n");
        await Cycle().RunAsync(Monday, CancellationToken.None);
        await database.ImportAsync(Header + "R1,C2,c1@c.example,DE,2026-02-01,EUR,100,\n");
        var few = await counter.CountAsync(() => Cycle().RunAsync(Monday, CancellationToken.None));
        await database.ImportAsync(Header + string.Concat(Enumerable.Range(0, 2000).Select(i => $"R{i},C{i % 700},c{i % 700}@c.example,DE,2026-02-01,EUR,100,\n")));
        var many = await counter.CountAsync(() => Cycle().RunAsync(Monday, CancellationToken.None));
        few.ShouldBeGreaterThan(10);
        many.ShouldBe(few);
    }

    private RunCycle Cycle(DraftDueTouches? draft = null) => new(database.Source, database.Clock, Policy.Default, new ScoreCases(database.Source, null), draft);
}
