using System.Text;
using Dunning.Connectors.Files;
using Dunning.Core.Ledger;
using Dunning.Simulator.Debtors;
using Dunning.Simulator.Ledgers;

namespace Dunning.Flows.Tests.Demo;

public sealed class SampleLedgerTests
{
    private static readonly DateOnly Start = new(2026, 6, 1);

    private static SampleLedger Generate(int seed) => LedgerGenerator.Generate(seed, Start, "billing@collections.test", 100);

    [Fact]
    public async Task Equal_seeds_give_equal_files_and_other_seeds_do_not()
    {
        var first = await FilesOf(Generate(7));
        (await FilesOf(Generate(7))).ShouldBe(first);
        (await FilesOf(Generate(8))).ShouldNotBe(first);
    }

    [Fact]
    public async Task Every_row_of_the_sample_ledger_is_imported_without_an_error()
    {
        var ledger = Generate(7);
        var folder = Directory.CreateTempSubdirectory("dunning-ledger").FullName;
        foreach (var entity in ledger.Entities)
        {
            var path = await LedgerFiles.WriteAsync(folder, ledger, entity, default);
            var file = new MappedLedgerFile(path, MappingFiles.Parse(LedgerFiles.Mapping(entity), "mapping"), null);
            file.Entity.ShouldBe(entity.Entity);
            List<LedgerRow> rows = [];
            await foreach (var row in file.ReadAsync(default)) rows.Add(row);
            rows.Where(row => row.Error is not null).ShouldBeEmpty();
            rows.Count.ShouldBe(ledger.Of(entity).Sum(customer => customer.Invoices.Count));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData(1), InlineData(7), InlineData(99)]
    public void Numbers_addresses_and_sums_are_in_order(int seed)
    {
        var ledger = Generate(seed);
        ledger.Customers.Count.ShouldBe(300);
        ledger.Customers.Select(customer => customer.Email).ShouldBeUnique();
        ledger.Customers.Select(customer => customer.Name).ShouldBeUnique();
        ledger.Customers.ShouldAllBe(customer => customer.Email.EndsWith(".example", StringComparison.Ordinal));
        ledger.Customers.ShouldAllBe(customer => customer.Email.StartsWith("dead", StringComparison.Ordinal) == (customer.Behaviour == Behaviour.DeadAddress));
        var invoices = ledger.Customers.SelectMany(customer => customer.Invoices).ToList();
        invoices.Select(invoice => invoice.Number).ShouldBeUnique();
        invoices.ShouldAllBe(invoice => invoice.Instalments.Sum(part => part.Amount) == invoice.Amount && invoice.Amount > 0 && invoice.Paid >= 0);
        invoices.ShouldAllBe(invoice => invoice.Issued < Start && (invoice.PaidOn == null || invoice.PaidOn < Start));
    }

    [Theory, InlineData(1), InlineData(7), InlineData(99)]
    public void There_is_something_of_everything(int seed)
    {
        var ledger = Generate(seed);
        var overdue = ledger.Customers.Where(customer => customer.OverdueOn(Start).Any()).ToList();
        overdue.Count.ShouldBeInRange(100, 220);
        ledger.Customers.Select(customer => customer.Kind).Distinct().Count().ShouldBe(Enum.GetValues<DebtorKind>().Length);
        ledger.Customers.ShouldContain(customer => customer.Exclusion == Exclusion.Intercompany);
        overdue.ShouldContain(customer => customer.Level >= 2 && customer.LastContact != null);
        var invoices = ledger.Customers.SelectMany(customer => customer.Invoices).ToList();
        invoices.ShouldContain(invoice => invoice.IsCredit);
        invoices.ShouldContain(invoice => invoice.Instalments.Count == 2);
        invoices.ShouldContain(invoice => invoice.Paid > 0 && invoice.Open > 0);
        invoices.ShouldContain(invoice => invoice.Paid > invoice.Amount);
        foreach (var behaviour in new[] { Behaviour.PaysWhenReminded, Behaviour.PromisesAndKeeps, Behaviour.PromisesAndBreaks, Behaviour.Disputes, Behaviour.AsksForCopy, Behaviour.ClaimsPaidTruly })
            overdue.ShouldContain(customer => customer.Behaviour == behaviour);
    }

    [Fact]
    public void Ibans_carry_true_check_digits_and_a_changed_digit_is_noticed()
    {
        foreach (var iban in SampleEntity.All("billing@collections.test").Select(entity => entity.Entity.Iban).OfType<string>())
        {
            Iban.IsValid(iban).ShouldBeTrue();
            Iban.IsValid(iban[..^1] + (iban[^1] == '0' ? '1' : '0')).ShouldBeFalse();
        }

        Iban.Of("DE", "370400440532013000").ShouldBe("DE89370400440532013000");
    }

    [Fact]
    public void An_invoice_copy_is_a_PDF_whose_table_of_objects_points_at_the_objects()
    {
        var customer = Generate(7).Customers[0];
        var text = Encoding.Latin1.GetString(InvoicePdf.Of(customer, customer.Invoices[0]));
        text.ShouldStartWith("%PDF-1.4");
        text.ShouldContain(customer.Invoices[0].Number);
        var table = int.Parse(text[(text.IndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0]);
        var lines = text[table..].Split('\n');
        lines[0].ShouldBe("xref");
        for (var i = 1; i <= 5; i++) text[int.Parse(lines[2 + i][..10])..].ShouldStartWith($"{i} 0 obj");
    }

    [Fact]
    public void Debtors_have_at_least_eight_wordings_for_every_occasion_in_both_languages()
    {
        Wordings.English.Sections.ShouldBe(Wordings.German.Sections, ignoreOrder: true);
        foreach (var wordings in new[] { Wordings.English, Wordings.German })
            foreach (var section in wordings.Sections)
            {
                wordings.Of(section).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8, section);
                wordings.Of(section).ShouldAllBe(line => line.Count(letter => letter == '{') == line.Count(letter => letter == '}'));
            }
    }

    private static async Task<string> FilesOf(SampleLedger ledger)
    {
        var folder = Directory.CreateTempSubdirectory("dunning-ledger").FullName;
        var text = new StringBuilder();
        foreach (var entity in ledger.Entities) text.Append(await File.ReadAllTextAsync(await LedgerFiles.WriteAsync(folder, ledger, entity, default)));
        Directory.Delete(folder, recursive: true);
        return text.ToString();
    }
}
