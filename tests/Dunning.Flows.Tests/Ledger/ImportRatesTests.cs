using Dunning.Connectors.Files;
using Dunning.Core.Ledger;
using Dunning.Flows.Ledger;
using Dunning.Flows.Tests.Support;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Tests.Ledger;

public sealed class ImportRatesTests : IAsyncLifetime
{
    // As the European Central Bank publishes its history: newest first, N/A where a currency is not quoted, a comma at the end.
    private const string History =
        """
        Date,USD,JPY,CYP,SEK,
        2026-02-27,1.0825,161.4,N/A,11.155,
        2026-02-26,1.08,160.95,N/A,11.16,
        2007-12-31,1.4721,164.93,0.585274,9.4415,

        """;

    private const string Stored = "select base, currency, day::text, trim_scale(rate) from fx_rates order by 1, 2, 3";

    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await database.ExecuteAsync("update clock set simulated = '2026-03-02 08:00Z'");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_history_of_the_central_bank_is_stored_and_the_same_file_again_changes_nothing()
    {
        var first = await ImportAsync(History, "ecb");
        var before = await database.RowsAsync("select to_jsonb(f)::text from fx_rates f order by 1");
        var second = await ImportAsync(History, "ecb");

        (first.Rows, first.Accepted, first.Rejected, first.Rates, first.New, first.Changed).ShouldBe((3, 3, 0, 10, 10, 0));
        first.Currencies.ShouldBe(["CYP", "JPY", "SEK", "USD"]);
        (first.First, first.Last).ShouldBe((new DateOnly(2007, 12, 31), new DateOnly(2026, 2, 27)));
        (second.New, second.Changed).ShouldBe((0, 0));
        (await database.RowsAsync("select to_jsonb(f)::text from fx_rates f order by 1")).ShouldBe(before);
        (await database.RowsAsync(Stored)).ShouldContain("EUR|JPY|2026-02-26|160.95");
    }

    [DatabaseFact]
    public async Task Every_bad_row_is_reported_with_line_column_and_reason_and_the_rest_is_stored()
    {
        var done = await ImportAsync(
            "Date,USD,JPY\n2026-02-27,1.08,\n27.02.2026,1.08,161\n2026-02-26,\"1,09\",161\n2026-02-25,0,161\n2026-02-24,1.08\n2026-03-09,1.08,161\n2026-02-27,1.09,161\n2026-02-27,1.08,\n", "ecb");
        done.Errors.Select(error => $"{error.Line} {error.Column} {error.Value} {error.Reason}").ShouldBe(
        [
            "3 Date 27.02.2026 is not a date of the form yyyy-MM-dd", "4 USD 1,09 is not a rate with a decimal point", "5 USD 0 is not above 0",
            "6  2026-02-24 has 2 columns where the header has 3", "7 date 2026-03-09 lies in the future", "8 USD 1.09 the rate of the same day stands on line 2 with another value",
        ]);
        (done.Rows, done.Accepted, done.Rejected, done.Duplicates, done.New).ShouldBe((8, 2, 6, 1, 1));
        (await database.RowsAsync(Stored)).ShouldBe(["EUR|USD|2026-02-27|1.08"]);
    }

    [DatabaseFact]
    public async Task The_long_layout_takes_any_base_and_corrects_what_changed()
    {
        const string File = "date;base;currency;rate\n2026-02-27;USD;XPF;110.5\n2026-02-27;USD;CHF;0.79\n2026-02-27;usd;CHF;0.79\n2026-02-27;CHF;CHF;1\n";
        var done = await ImportAsync(File, "rates");
        done.Errors.Select(error => (error.Line, error.Column, error.Reason)).ShouldBe([(4L, "base", "is not three capital letters"), (5L, "currency", "is the base itself")]);
        var corrected = await ImportAsync(File.Replace("0.79", "0.80", StringComparison.Ordinal), "rates");
        (corrected.New, corrected.Changed).ShouldBe((0, 1));
        (await database.RowsAsync(Stored)).ShouldBe(["USD|CHF|2026-02-27|0.8", "USD|XPF|2026-02-27|110.5"]);
    }

    [DatabaseFact]
    public async Task A_dry_run_reports_the_same_and_changes_nothing()
    {
        var dry = await ImportAsync(History, "ecb", dryRun: true);
        (dry.DryRun, dry.New).ShouldBe((true, 10));
        (await database.ScalarAsync<long>("select (select count(*) from fx_rates) + (select count(*) from journal)")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task What_is_read_for_a_day_are_the_rates_that_are_good_on_it()
    {
        await ImportAsync(History, "ecb");
        await using var connection = await database.Source.OpenConnectionAsync();
        var rates = await FxRateRows.AsOfAsync(connection, new(2026, 3, 8), CancellationToken.None);
        rates.Convert(new Money(100, "USD"), "SEK", new(2026, 3, 8)).ShouldBe(new Money(1030.48m, "SEK"));
        rates.Rate("EUR", "CYP", new(2026, 3, 8)).ShouldBeNull();
        (await FxRateRows.AsOfAsync(connection, new(2026, 3, 10), CancellationToken.None)).Rate("EUR", "USD", new(2026, 3, 10)).ShouldBeNull();
    }

    [DatabaseTheory]
    [InlineData("ecb", "", "the file is empty"), InlineData("ecb", "Day,USD\n", "column 'Date' is not in the header: Day, USD"), InlineData("ecb", "Date,Dollar\n", "column 'Dollar' is not a currency")]
    [InlineData("ecb", "Date,USD,USD\n", "column 'USD' stands in the header twice"), InlineData("rates", "date,base,rate\n", "column 'currency' is not in the header")]
    public async Task A_file_of_another_kind_is_refused_with_the_cause(string layout, string text, string cause) =>
        (await Should.ThrowAsync<LedgerFileException>(() => ImportAsync(text, layout))).Message.ShouldContain(cause);

    private async Task<RateImportReport> ImportAsync(string text, string layout, bool dryRun = false)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dunning-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, text);
        try
        {
            return await new ImportRates(database.Source, new InstallationClock(database.Source))
                .RunAsync(new RateFile(path, layout), new("rates.csv", "test", layout), dryRun, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
