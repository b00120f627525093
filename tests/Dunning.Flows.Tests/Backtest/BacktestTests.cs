using Dunning.Connectors.Files;
using Dunning.Core.Cadence;
using Dunning.Flows.Backtest;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Backtest;

public sealed class BacktestTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,issued,due,currency,amount,paid_on\n";
    private const string Rows = "select (select count(*) from cases) + (select count(*) from touches) + (select count(*) from case_plans) + (select count(*) from messages), (select count(*) from journal)";
    private readonly TestDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_ladder_is_climbed_as_the_ledger_was_known_each_day()
    {
        // Due on Monday 2 March; friendly on Thursday the 5th, reminder on the 12th; paid on Friday the 20th.
        await database.ImportAsync(Header + "R1,A,,DE,2026-02-01,2026-03-02,EUR,100,2026-03-20\nR2,B,,DE,2026-02-01,2026-03-02,EUR,100,2026-03-04\n");
        var before = await database.RowsAsync(Rows);
        var report = await RunAsync(new(2026, 2, 1), new(2026, 4, 30));
        (report.Accounts, report.Items, report.Contacts, report.AccountsContacted).ShouldBe((2, 2, 2, 1));
        report.ContactsByStage.ShouldBe(new Dictionary<string, long> { ["friendly"] = 1, ["reminder"] = 1, ["firm"] = 0, ["final"] = 0 });
        report.DaysToFirstContact.ShouldBe(new(2, 2, 1));
        (report.ItemsPaidBeforeContact, report.ItemsNotContacted, report.CapViolations, report.ContactsWithoutUsualDelay).ShouldBe((1, 0, 0, 2));
        report.Held.ShouldBe(new Dictionary<string, long> { ["step_not_due"] = 1 });
        (await database.RowsAsync(Rows)).ShouldBe(before);
    }

    [DatabaseFact]
    public async Task A_contact_to_a_payer_who_pays_as_late_as_ever_is_told_from_one_to_a_payer_who_does_not()
    {
        static string Past(string customer) => string.Concat(Enumerable.Range(1, 3).Select(month => $"{customer}{month},{customer},,DE,2025-0{month}-01,2025-0{month}-10,EUR,100,2025-0{month}-20\n"));
        await database.ImportAsync(Header + Past("Usual") + Past("Slow") + "U9,Usual,,DE,2026-02-01,2026-03-02,EUR,100,2026-03-12\nS9,Slow,,DE,2026-02-01,2026-03-02,EUR,100,2026-03-16\n");
        var report = await RunAsync(new(2026, 2, 1), new(2026, 4, 30));
        // Ten days late is usual for both: one message to the one who paid on the tenth day, two to the one who took 14.
        (report.Contacts, report.ContactsPaidWithinUsualDelay, report.ContactsWithoutUsualDelay).ShouldBe((3, 1, 0));
    }

    [DatabaseFact]
    public async Task Credits_and_missing_issue_dates_count_as_they_were_known()
    {
        await database.ImportAsync("number,customer,email,country,issued,due,currency,amount,kind\nR1,A,,DE,,2026-03-02,EUR,100,invoice\nG1,A,,DE,2026-03-10,2026-03-10,EUR,-150,credit_note\n");
        var report = await RunAsync(new(2026, 2, 1), new(2026, 4, 30));
        (report.Contacts, report.CapViolations).ShouldBe((1, 0));
        report.Assumptions.ShouldContain(said => said.Contains("no issue date"));
    }

    [SharedDataFact("highradius-closed-invoices.csv")]
    public async Task Ten_months_of_forty_thousand_real_invoices_break_no_cap()
    {
        await LedgerText.ImportFileAsync(database.Source, SharedData.Find("highradius-closed-invoices.csv")!, MappingFiles.Load("highradius"));
        var report = await RunAsync(new(2019, 6, 1), new(2020, 3, 31));
        report.Violations.Values.ShouldAllBe(count => count == 0);
        (report.CapViolations, report.Violations.Count).ShouldBe((0, ContactCaps.All.Count));
        report.Contacts.ShouldBeGreaterThan(1_000);
        report.Contacts.ShouldBe(report.ContactsByStage.Values.Sum());
        report.Seconds.ShouldBeLessThan(120);
    }

    private Task<BacktestReport> RunAsync(DateOnly from, DateOnly to) => new BacktestPolicy(database.Source, Policy.Default).RunAsync(from, to, CancellationToken.None);
}
