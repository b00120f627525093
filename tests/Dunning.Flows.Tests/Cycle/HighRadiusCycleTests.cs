using Dunning.Connectors.Files;
using Dunning.Core.Cadence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Cycle;

public sealed class HighRadiusCycleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string File = "highradius-closed-invoices.csv";
    private static readonly DateOnly Saturday = new(2020, 2, 15);

    [SharedDataFact(File)]
    public async Task Forty_thousand_real_invoices_open_exactly_one_case_per_overdue_account()
    {
        var path = SharedData.Find(File)!;
        var import = await LedgerText.ImportFileAsync(database.Source, path, MappingFiles.Load("highradius"));
        (import.Rows, import.Accepted, import.Duplicates, import.Customers).ShouldBe((40_000, 40_000, 960, 1_056));

        var expected = OverdueByCustomer(path);
        var report = await Cycle().RunAsync(Saturday, CancellationToken.None);

        report.AsOf.ShouldBe(Saturday);
        report.AccountsOverdue.ShouldBe(expected.Count);
        (report.CasesOpened, report.CasesOpen).ShouldBe((expected.Count, expected.Count));
        (report.Drafted + report.Held.Values.Sum()).ShouldBe(report.AccountsOverdue);
        var cases = await database.RowsAsync(
            "select u.number, trim_scale(p.total_overdue) from cases c join customers u on u.id = c.customer_id join case_plans p on p.case_id = c.id where c.status = 'active' and c.currency = 'USD'");
        cases.Order(StringComparer.Ordinal).ShouldBe(expected.Select(account => FormattableString.Invariant($"{account.Key}|{account.Value:0.####}")).Order(StringComparer.Ordinal));
        (await database.ScalarAsync<long>("select count(*) from cases where risk is null or cardinality(risk_reasons) = 0")).ShouldBe(0);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'case_opened'")).ShouldBe(expected.Count);
    }

    /// <summary>The same set straight from the text, sharing no code with the product: due before the day, cleared after it.</summary>
    private static Dictionary<string, decimal> OverdueByCustomer(string path)
    {
        Dictionary<string, decimal> overdue = [];
        foreach (var line in System.IO.File.ReadLines(path).Skip(1))
        {
            var cells = line.Split(',');
            if (string.CompareOrdinal(cells[2], "2020-02-15") < 0 && string.CompareOrdinal(cells[1], "2020-02-15") > 0)
                overdue[cells[0]] = overdue.GetValueOrDefault(cells[0]) + decimal.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture);
        }

        return overdue;
    }

    private RunCycle Cycle() => new(database.Source, database.Clock, Policy.Default, new ScoreCases(database.Source, null), null);
}
