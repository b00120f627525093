using Dunning.Connectors.Files;
using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Dunning.Flows.Cycle;
using Dunning.Flows.Ledger;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Ledger;

/// <summary>Money from a bank file put to invoices. The clock stands on Monday, 2 March 2026.</summary>
public sealed class ApplyPaymentsTests : IAsyncLifetime
{
    private const string Header = "number,customer,customer_name,email,country,due,currency,amount,paid,paid_on,status,collect_on\n";
    private const string BankHeader = "date,amount,currency,payer,account,text,reference,customer,entry\n";
    private const string Ledger = Header + "INV-2026-0101,K7,Muster Beispiel GmbH,a@c.example,DE,2026-02-01,EUR,100.50,,,,\nINV-2026-0102,K7,Muster Beispiel GmbH,a@c.example,DE,2026-02-10,EUR,250,,,,\nINV-2026-0201,K8,Voorbeeld Handel BV,b@c.example,NL,2026-02-01,EUR,80,,,,\n";
    private const string Open = "select number, trim_scale(residual) from open_items('2026-03-02') order by number";
    private const string Credits = "select trim_scale(amount) from unapplied_credits('2026-03-02') order by 1";
    private const string States = "select source_key, state from payments where invoice_key is null order by id";

    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await database.ExecuteAsync("update clock set simulated = '2026-03-02 08:00Z'");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task A_bank_file_is_taken_in_once_and_applied()
    {
        await database.ImportAsync(Ledger);
        const string Bank = BankHeader
            + "2026-02-27,100.50,EUR,Muster Beispiel GmbH,DE89 3704 0044 0532 0130 00,RE-Nr. 2026/0101,,K7,E1\n"
            + "2026-02-28,260.00,EUR,Somebody,,invoice INV-2026-0102,,,E2\n"
            + "2026-02-28,80,EUR,Treuhand Probe,,thank you,,,E3\n"
            + "2026-02-28,12.34,EUR,Stranger,,hello,,,E4\n"
            + "2026-02-28,abc,EUR,Stranger,,hello,,,E5\n";
        var report = await BankAsync(Bank);

        (report.BankPayments, report.NewBankPayments, report.Rejected).ShouldBe((4, 4, 1));
        report.Errors.ShouldHaveSingleItem().Column.ShouldBe("amount");
        report.Cash.ShouldBe(new CashReport(4, 1, 0, 1, 0, 1, 1, 0, 0));
        (await database.RowsAsync(Open)).ShouldBe(["INV-2026-0201|80"]);
        (await database.RowsAsync(Credits)).ShouldBe(["10"]);
        (await database.RowsAsync("select p.source_key, p.state, c.number from payments p left join customers c on c.id = p.customer_id order by p.id"))
            .ShouldBe(["payment:E1|applied|K7", "payment:E2|applied|K7", "payment:E3|with_person|", "payment:E4|open|"], ignoreOrder: true);
        (await database.RowsAsync("select dedupe_key ~ '^payment:' , kind from tasks")).ShouldBe(["True|apply_payment", "True|apply_payment"]);
        (await database.RowsAsync("select kind, count(*) from journal where kind like 'payment%' group by 1 order by 1")).ShouldBe(["payment_applied|1", "payment_over|1", "payment_to_person|1", "payment_unmatched|1"]);

        var again = await BankAsync(Bank);
        (again.NewBankPayments, again.Cash!.Applied, again.Cash.ToPerson, again.Cash.Unmatched).ShouldBe((0, 0, 0, 0));
        (await database.ScalarAsync<long>("select count(*) from tasks")).ShouldBe(2);
        (await database.ScalarAsync<long>("select count(*) from allocations")).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_bank_file_does_not_make_the_ledger_fresh()
    {
        await database.ImportAsync(Ledger);
        await database.ExecuteAsync("update entities set ledger_as_of = '2026-01-01'");
        await BankAsync(BankHeader + "2026-02-27,100.50,EUR,,,,,K7,E1\n");
        (await database.ScalarAsync<bool>("select ledger_as_of < '2026-02-01' from entities")).ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task Money_the_bank_told_of_first_counts_once_when_the_ledger_shows_it_as_paid()
    {
        await database.ImportAsync(Ledger);
        await BankAsync(BankHeader + "2026-02-27,100.50,EUR,,,INV-2026-0101,,K7,E1\n");
        await database.ImportAsync(Ledger.Replace("100.50,,", "100.50,100.50,2026-02-28", StringComparison.Ordinal));
        (await database.RowsAsync("select count(*), trim_scale(sum(amount)) from payments")).ShouldBe(["1|100.5"]);
        (await database.RowsAsync(Open)).ShouldBe(["INV-2026-0102|250", "INV-2026-0201|80"]);
        (await database.RowsAsync(Credits)).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Money_a_person_applied_in_the_ledger_is_taken_from_the_payment_that_waits()
    {
        await database.ImportAsync(Ledger);
        await BankAsync(BankHeader + "2026-02-27,350.50,EUR,Treuhand,,your claims,,,E1\n2026-02-27,80.00,EUR,Treuhand,,your claims,,,E2\n2026-02-27,300,EUR,,,INV-2026-0101 INV-2026-0102,,K7,E3\n");
        (await database.RowsAsync(States)).ShouldBe(["payment:E1|open", "payment:E2|with_person", "payment:E3|with_person"]);
        await database.ImportAsync(Ledger.Replace("EUR,80,,", "EUR,80,80,2026-02-27", StringComparison.Ordinal).Replace("100.50,,", "100.50,100.50,2026-02-28", StringComparison.Ordinal));
        (await database.RowsAsync(States)).ShouldBe(["payment:E1|open", "payment:E2|applied", "payment:E3|applied"]);
        (await database.ScalarAsync<long>("select count(*) from payments where invoice_key is not null")).ShouldBe(0);
        (await database.RowsAsync(Credits)).ShouldBe(["199.5"]);
        (await database.ScalarAsync<long>("select count(*) from tasks where done_at is null")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Money_the_ledger_told_of_first_counts_once_when_the_bank_file_comes()
    {
        await database.ImportAsync(Ledger.Replace("100.50,,", "100.50,100.50,2026-02-27", StringComparison.Ordinal));
        var report = await BankAsync(BankHeader + "2026-02-26,100.50,EUR,Muster Beispiel GmbH,,INV-2026-0101,,,E1\n2026-02-26,100.50,EUR,Muster Beispiel GmbH,,INV-2026-0101,,,E2\n");
        (report.Cash!.Known, report.Cash.ToPerson).ShouldBe((1, 1));
        (await database.RowsAsync(States)).ShouldBe(["payment:E1|known", "payment:E2|with_person"]);
        (await database.RowsAsync(Open)).ShouldBe(["INV-2026-0102|250", "INV-2026-0201|80"]);
        (await database.RowsAsync(Credits)).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_returned_payment_reopens_what_it_paid_and_an_unclear_one_goes_to_a_person()
    {
        await database.ImportAsync(Ledger);
        await BankAsync(BankHeader + "2026-02-20,110.50,EUR,,,INV-2026-0101,,K7,E1\n");
        (await database.RowsAsync(Credits)).ShouldBe(["10"]);
        var report = await BankAsync(BankHeader + "2026-02-25,-110.50,EUR,,,RETOURE INV-2026-0101,,K7,E2\n2026-02-25,-77,EUR,,,who knows,,,E3\n");
        (report.Cash!.TakenBack, report.Cash.ToPerson).ShouldBe((1, 1));
        (await database.RowsAsync(Open)).ShouldBe(["INV-2026-0101|100.5", "INV-2026-0102|250", "INV-2026-0201|80"]);
        (await database.RowsAsync(Credits)).ShouldBeEmpty();
        (await database.RowsAsync("select last_paid from open_items('2026-03-02') where number = 'INV-2026-0101'")).ShouldBe([""]);
        (await database.RowsAsync("select number from open_items('2026-02-22') where customer_id = (select id from customers where number = 'K7')")).ShouldBe(["INV-2026-0102"]);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'payment_reversed'")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task An_invoice_under_direct_debit_is_left_alone_until_its_day_has_passed_without_money()
    {
        const string Debit = Header + "D1,K7,Muster,a@c.example,DE,2026-02-01,EUR,100,,,direct_debit,2026-02-26\nD2,K8,Voorbeeld,b@c.example,DE,2026-02-01,EUR,60,,,direct_debit,2026-02-20\n";
        const string Status = "select number, status from open_items('2026-03-02') order by 1";
        await database.ImportAsync(Debit);
        (await database.RowsAsync(Status)).ShouldBe(["D1|direct_debit", "D2|open"]);
        (await database.RowsAsync("select debit_clears_on('2026-02-26')::text")).ShouldBe([DirectDebit.ClearsOn(new(2026, 2, 26)).ToString("yyyy-MM-dd", null)]);
        var report = await new ApplyPayments(database.Source).RunAsync(["acme"], Monday, new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), CancellationToken.None);
        report.DebitsMissing.ShouldBe(1);
        (await database.RowsAsync("select title from tasks")).ShouldBe(["No money came by direct debit for D2"]);
    }

    [DatabaseFact]
    public async Task A_returned_direct_debit_is_owed_again_at_once_and_a_new_attempt_is_left_alone()
    {
        const string Debit = Header + "D1,K7,Muster,a@c.example,DE,2026-02-01,EUR,100,{0},direct_debit,{1}\n";
        await database.ImportAsync(string.Format(null, Debit, "100,2026-02-26", "2026-02-26"));
        await BankAsync(BankHeader + "2026-03-01,-100,EUR,,,Return of debit D1,,K7,E1\n");
        (await database.RowsAsync("select number, status, trim_scale(residual) from open_items('2026-03-02')")).ShouldBe(["D1|open|100"]);
        await database.ImportAsync(string.Format(null, Debit, ",", "2026-03-09"));
        (await database.RowsAsync("select number, status, trim_scale(residual) from open_items('2026-03-02')")).ShouldBe(["D1|direct_debit|100"]);
    }

    [DatabaseFact]
    public async Task A_part_payment_on_a_chased_invoice_plans_one_message_about_the_difference()
    {
        await database.ImportAsync(Ledger);
        var cycle = new RunCycle(database.Source, new(database.Source), Policy.Default, new ScoreCases(database.Source, null), null);
        await cycle.RunAsync(null, CancellationToken.None);
        await database.ExecuteAsync("update cases set level = 1, level_on = '2026-02-20'");
        await BankAsync(BankHeader + "2026-03-01,60,EUR,,,INV-2026-0101 part,,K7,E1\n2026-03-01,75,EUR,,,INV-2026-0201,,K8,E2\n");
        (await database.RowsAsync("select source_key, trim_scale(short_by) from payments order by 1")).ShouldBe(["payment:E1|40.5", "payment:E2|"]);
        await cycle.RunAsync(null, CancellationToken.None);
        await cycle.RunAsync(null, CancellationToken.None);
        (await database.RowsAsync("select t.purpose, t.cause = format('payment:%s', p.id), t.state from touches t, payments p where t.purpose = 'short_pay' and p.source_key = 'payment:E1'"))
            .ShouldBe(["short_pay|True|planned"]);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'payment_short' and why like '%less arrived%'")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Money_that_waits_is_looked_at_again_in_every_cycle()
    {
        await database.ImportAsync(Ledger);
        await BankAsync(BankHeader + "2026-03-01,33.30,EUR,,,INV-2026-0999,,K7,E1\n");
        await database.ImportAsync(Ledger + "INV-2026-0999,K7,Muster Beispiel GmbH,a@c.example,DE,2026-02-20,EUR,33.30,,,,\n");
        await new RunCycle(database.Source, new(database.Source), Policy.Default, new ScoreCases(database.Source, null), null).RunAsync(null, CancellationToken.None);
        (await database.RowsAsync(States)).ShouldBe(["payment:E1|applied"]);
        (await database.ScalarAsync<long>("select count(*) from tasks where done_at is null")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_payments()
    {
        await database.ImportAsync(Header + string.Concat(Enumerable.Range(1, 300).Select(at => FormattableString.Invariant($"INV-2026-{at:00000},K{at},Name {at},,DE,2026-02-01,EUR,{at}.10,,,,\n"))));
        await BankRowsAsync(1, 5);
        var apply = new ApplyPayments(database.Source);
        using var counter = new StatementCounter();
        var few = await counter.CountAsync(() => apply.RunAsync(["acme"], Monday, DateTimeOffset.UnixEpoch, CancellationToken.None));
        await BankRowsAsync(6, 290);
        var many = await counter.CountAsync(async () => (await apply.RunAsync(["acme"], Monday, DateTimeOffset.UnixEpoch, CancellationToken.None)).Applied.ShouldBe(285));
        many.ShouldBe(few);
    }

    [DatabaseFact]
    public async Task A_ledger_file_may_hold_payments_among_its_invoices()
    {
        var report = await database.ImportAsync("number,kind,customer,due,currency,amount,paid_on,reference\nA-20077,invoice,K7,2026-02-01,EUR,90,,\nP-1,payment,K7,,EUR,90,2026-02-20,A-20077\n");
        (report.Invoices, report.BankPayments, report.Cash!.Applied, report.Rejected).ShouldBe((1, 1, 1, 0));
        (await database.RowsAsync(Open)).ShouldBeEmpty();
    }

    private async Task BankRowsAsync(int from, int to) => await database.ExecuteAsync(
        $"""
        insert into payments (entity_id, customer_id, currency, amount, value_date, source_key, remittance, state)
        select 'acme', c.id, 'EUR', n + 0.10, '2026-02-27', 'x' || n, format('INV-2026-%s', lpad(n::text, 5, '0')), 'new' from generate_series({from}, {to}) n join customers c on c.number = format('K%s', n)
        """);

    private async Task<ImportReport> BankAsync(string csv)
    {
        var preset = MappingFiles.Load("bank");
        var path = Path.Combine(Path.GetTempPath(), $"dunning-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, csv);
        try
        {
            return await new ImportLedger(database.Source, new(database.Source)).RunAsync(new MappedLedgerFile(path, preset, "acme"), new("bank.csv", "test", "bank"), false, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
