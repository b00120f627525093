using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Ledger;

public sealed class ImportLedgerTests : IAsyncLifetime
{
    private const string Tables =
        """
        select 'c', to_jsonb(c)::text from customers c union all select 'k', to_jsonb(k)::text from contacts k union all select 'i', to_jsonb(i)::text from invoices i
        union all select 'n', to_jsonb(n)::text from instalments n union all select 'p', to_jsonb(p)::text from payments p union all select 'a', to_jsonb(a)::text from allocations a
        order by 1, 2
        """;

    private const string Open = "select number, residual from open_items('2026-03-31') order by number";

    private readonly TestDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_same_file_again_changes_nothing()
    {
        const string File = "number,customer,email,issued,due,amount,paid,paid_on\nR1,C1,a@c1.example,2026-01-01,2026-01-31,100,40,2026-02-05\nR2,C1,,2026-01-02,2026-02-01,50,,\nR3,C2,,2026-01-02,2026-02-01,70,,2026-02-02\n";
        var first = await database.ImportAsync(File);
        var before = await database.RowsAsync(Tables);
        var second = await database.ImportAsync(File);

        (first.New, first.Payments).ShouldBe((3, 2));
        (second.New, second.Changed, second.Payments).ShouldBe((0, 0, 0));
        (await database.RowsAsync(Tables)).ShouldBe(before);
        (await database.RowsAsync(Open)).ShouldBe(["R1|60.0000", "R2|50.0000"]);
    }

    [DatabaseFact]
    public async Task A_payment_in_parts_is_booked_part_by_part_and_each_day_stays_visible()
    {
        await database.ImportAsync("number,customer,due,amount,paid,paid_on\nR1,C1,2026-01-31,100,30,2026-02-05\n");
        await database.ImportAsync("number,customer,due,amount,paid,paid_on\nR1,C1,2026-01-31,100,100,2026-02-20\n");

        (await database.RowsAsync("select amount, value_date::text from payments order by id")).ShouldBe(["30.0000|2026-02-05", "70.0000|2026-02-20"]);
        foreach (var (day, rest) in new[] { ("2026-02-04", "100"), ("2026-02-05", "70"), ("2026-02-19", "70"), ("2026-02-20", "") })
            (await database.RowsAsync($"select trim_scale(residual) from open_items('{day}')")).ShouldBe(rest.Length == 0 ? [] : [rest], day);
    }

    [DatabaseFact]
    public async Task What_the_file_no_longer_shows_as_paid_is_taken_back()
    {
        await database.ImportAsync("number,customer,due,amount,paid_on\nR1,C1,2026-01-31,100,2026-02-05\n");
        await database.ImportAsync("number,customer,due,amount,paid_on\nR1,C1,2026-01-31,100,\n");

        (await database.ScalarAsync<decimal>("select sum(amount) from payments")).ShouldBe(0);
        (await database.ScalarAsync<decimal>("select sum(residual) from open_items('2099-01-01')")).ShouldBe(100);
        (await database.ScalarAsync<long>("select count(*) from unapplied_credits('2099-01-01')")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_overpayment_stays_as_unapplied_credit_and_is_not_booked_twice()
    {
        const string File = "number,customer,due,amount,paid,paid_on\nR1,C1,2026-01-31,100,130,2026-02-05\n";
        await database.ImportAsync(File);
        await database.ImportAsync(File);
        (await database.RowsAsync("select trim_scale(amount) from unapplied_credits('2026-02-05')")).ShouldBe(["30"]);
    }

    [DatabaseFact]
    public async Task A_negative_amount_is_a_credit_note_and_counts_until_it_is_used_up()
    {
        await database.ImportAsync("number,customer,issued,due,amount,paid_on\nG1,C1,2026-01-10,2026-01-10,-25,2026-03-01\n");
        (await database.RowsAsync("select trim_scale(amount) from unapplied_credits('2026-02-28')")).ShouldBe(["25"]);
        (await database.RowsAsync("select amount from unapplied_credits('2026-03-01')")).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Instalments_are_paid_oldest_first()
    {
        const string Extra = "instalments:\n- {due: d1, amount: a1}\n- {due: d2, amount: a2}\n";
        var mapping = LedgerText.Mapping + Extra;
        await LedgerText.ImportAsync(database.Source, "number,customer,due,amount,d1,a1,d2,a2,paid,paid_on\nR1,C1,,100,2026-01-31,60,2026-02-28,40,75,2026-02-05\n", mapping);
        (await database.RowsAsync("select due::text, trim_scale(residual) from open_items('2026-02-05')")).ShouldBe(["2026-02-28|25"]);
    }

    [DatabaseFact]
    public async Task A_dry_run_reports_everything_and_changes_nothing()
    {
        var report = await database.ImportAsync("number,customer,due,amount\nR1,C1,2026-01-31,100\nR2,C1,soon,5\n", dryRun: true);
        (report.Accepted, report.Rejected, report.New).ShouldBe((1, 1, 1));
        (await database.ScalarAsync<long>("select (select count(*) from entities) + (select count(*) from invoices) + (select count(*) from imports) + (select count(*) from journal)")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_file_that_breaks_half_way_leaves_nothing_behind()
    {
        var file = "number,customer,due,amount\nR1,C1,2026-01-31,100\nR2,\"C1,2026-01-31,100\n" + new string('x', 70_000);
        await Should.ThrowAsync<Dunning.Connectors.Files.LedgerFileException>(() => database.ImportAsync(file));
        (await database.ScalarAsync<long>("select (select count(*) from entities) + (select count(*) from invoices)")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_invoice_that_stands_twice_is_a_duplicate_when_equal_and_an_error_when_not()
    {
        var report = await database.ImportAsync("number,customer,due,amount\nR1,C1,2026-01-31,100\nR1,C1,2026-01-31,100\nR1,C1,2026-01-31,101\n");
        (report.Rows, report.Accepted, report.Rejected, report.Duplicates, report.Invoices).ShouldBe((3, 2, 1, 1, 1));
        report.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Line.ShouldBe(4), error => error.Value.ShouldBe("R1"), error => error.Reason.ShouldContain("line 2"));
    }

    [DatabaseFact]
    public async Task An_exclusion_set_by_a_person_survives_the_next_import()
    {
        const string File = "number,customer,customer_name,due,amount\nR1,C1,Old Name,2026-01-31,100\n";
        await database.ImportAsync(File);
        await database.ExecuteAsync("update customers set exclusion = 'legal', segment = 'key'");
        await database.ImportAsync(File.Replace("Old", "New", StringComparison.Ordinal));
        (await database.RowsAsync("select name, exclusion, segment from customers")).ShouldBe(["New Name|legal|key"]);
    }

    [DatabaseFact]
    public async Task A_parent_is_named_by_its_number_even_before_it_has_invoices_and_stays_when_a_file_names_none()
    {
        await database.ImportAsync("number,customer,parent,due,amount\nR1,C1,H1,2026-01-31,100\nR2,C2,C1,2026-01-31,100\nR3,C2,,2026-01-31,100\n");
        const string Families = "select c.number, p.number from customers c left join customers p on p.id = c.parent_id order by c.number";
        (await database.RowsAsync(Families)).ShouldBe(["C1|H1", "C2|C1", "H1|"]);
        await database.ImportAsync("number,customer,due,amount\nR1,C1,2026-01-31,100\n");
        (await database.RowsAsync(Families)).ShouldBe(["C1|H1", "C2|C1", "H1|"]);
    }

    [DatabaseFact]
    public async Task Parents_that_lead_back_to_the_customer_reject_the_row_by_the_line()
    {
        await database.ImportAsync("number,customer,parent,due,amount\nR1,C2,C1,2026-01-31,100\n");
        var report = await database.ImportAsync("number,customer,parent,due,amount\nR2,C1,C3,2026-01-31,100\nR3,C3,C2,2026-01-31,100\nR4,C4,C4,2026-01-31,100\nR5,C5,C1,2026-01-31,100\n");
        report.Errors.Select(error => (error.Line, error.Column, error.Value)).ShouldBe([(2, "parent", "C3"), (3, "parent", "C2"), (4, "parent", "C4")]);
        (await database.RowsAsync("select number from invoices order by number")).ShouldBe(["R1", "R5"]);
    }

    [DatabaseFact]
    public async Task A_mapping_with_other_bank_details_changes_none_and_says_so()
    {
        const string File = "number,customer,due,amount\nR1,C1,2026-01-31,100\n";
        (await database.ImportAsync(File)).EntitySettingsKept.ShouldBeEmpty();
        await database.ExecuteAsync("update entities set iban = 'DE02120300000000202051', time_zone = 'Europe/Vienna'");
        (await database.ImportAsync(File)).EntitySettingsKept.ShouldBe(["time_zone", "iban"], ignoreOrder: true);
        (await database.RowsAsync("select iban, time_zone from entities")).ShouldBe(["DE02120300000000202051|Europe/Vienna"]);
    }

    [DatabaseFact]
    public async Task The_import_is_recorded_and_journalled_and_the_ledger_is_fresh()
    {
        await database.ExecuteAsync("update clock set simulated = '2026-03-02 08:00Z'");
        await database.ImportAsync("number,customer,due,amount\nR1,C1,2026-01-31,100\n");
        (await database.RowsAsync("select entity_id, rows, accepted, rejected from imports")).ShouldBe(["acme|1|1|0"]);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'ledger_imported'")).ShouldBe(1);
        (await database.ScalarAsync<bool>("select ledger_as_of = '2026-03-02 08:00Z' from entities")).ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task The_health_report_names_what_will_hamper_collecting()
    {
        await database.ExecuteAsync("update clock set simulated = '2026-06-01 08:00Z'");
        var report = await database.ImportAsync(
            "number,customer,email,language,issued,due,currency,amount\nR1,C1,a@c1.example,de,2026-01-01,2026-01-31,EUR,1\nR2,C1,,de,2026-01-01,2026-01-01,USD,1\nR3,C2,,,,2026-01-31,EUR,1\nR4,C2,,,2026-07-01,2026-07-31,EUR,1\n");
        var health = report.Health;
        (health.NoAddress, health.NoIssueDate, health.NoTerms, health.MissingLanguage, health.SeveralCurrencies, health.FutureDated).ShouldBe((1, 1, 2, 1, 1, 1));
        health.Currencies.Order().ShouldBe(["EUR", "USD"]);
        health.Stale.ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task The_number_of_statements_does_not_depend_on_the_rows()
    {
        using var counter = new StatementCounter();
        await database.ImportAsync("number,customer,due,amount\nR0,C0,2026-01-31,1\n");
        var few = await counter.CountAsync(() => database.ImportAsync(File(1, 10)));
        var many = await counter.CountAsync(() => database.ImportAsync(File(100, 3000)));
        few.ShouldBeGreaterThan(5);
        many.ShouldBe(few);

        static string File(int from, int rows) =>
            "number,customer,email,due,amount,paid_on\n" + string.Concat(Enumerable.Range(from, rows).Select(i => $"R{i},C{i % 97},x{i % 97}@c.example,2026-01-31,{i},{(i % 2 == 0 ? "2026-02-01" : "")}\n"));
    }
}
