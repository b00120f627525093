using System.Text;
using Dunning.Connectors.Files;

namespace Dunning.Flows.Tests.Ledger;

public sealed class MappedLedgerFileTests
{
    private const string Head =
        """
        entity: {id: acme, name: Acme, country: DE, time_zone: Europe/Berlin, currency: EUR, from_address: ar@acme.example, reply_to: ar@acme.example}

        """;

    private const string German = Head + "file: {delimiter: auto, decimal: ',', thousands: '.', dates: [dd.MM.yyyy]}\ncolumns: {number: Beleg, customer: Debitor, customer_name: Name, due: Fällig, amount: Betrag}\n";

    private const string Plain = Head + "columns: {number: n, customer: c, due: d, amount: a}\n";

    [Fact]
    public async Task A_german_export_with_byte_order_mark_semicolons_and_a_field_over_two_lines_is_read()
    {
        var rows = await ReadAsync(German, "\ufeffBeleg;Debitor;Name;Fällig;Betrag\n0012;000451;\"Muster\nGmbH; \"\"West\"\"\";31.01.2026;1.234,56\n0013;000451;X;01.02.2026;7,5-\n");
        rows[0].Record!.ShouldSatisfyAllConditions(
            row => row.Number.ShouldBe("0012"), row => row.CustomerNumber.ShouldBe("000451"), row => row.CustomerName.ShouldBe("Muster\nGmbH; \"West\""),
            row => row.Amount.ShouldBe(1234.56m), row => row.Instalments[0].Due.ShouldBe(new DateOnly(2026, 1, 31)));
        rows[1].Line.ShouldBe(4);
        (rows[1].Record!.Kind, rows[1].Record!.Amount).ShouldBe(("credit_note", 7.5m));
    }

    [Theory]
    [InlineData("1.5", "decimal ','")]
    [InlineData("1.2345,00", "decimal ','")]
    [InlineData("1,2,3", "decimal ','")]
    [InlineData("EUR 5", "decimal ','")]
    [InlineData("1,23456", "four decimals")]
    [InlineData("999999999999999", "too large")]
    public async Task An_amount_with_separators_in_the_wrong_place_is_rejected_not_guessed(string amount, string reason)
    {
        var row = (await ReadAsync(German, $"Beleg;Debitor;Name;Fällig;Betrag\n1;2;N;31.01.2026;{amount}\n")).ShouldHaveSingleItem();
        row.Error!.ShouldSatisfyAllConditions(error => error.Line.ShouldBe(2), error => error.Column.ShouldBe("Betrag"), error => error.Value.ShouldBe(amount), error => error.Reason.ShouldContain(reason));
    }

    [Theory]
    [InlineData("1,2,2026-02-30,5", "d", "date")]
    [InlineData("1,2,1900-01-01,5", "d", "1970")]
    [InlineData(",2,2026-01-01,5", "n", "empty")]
    [InlineData("1,2,2026-01-01", "", "columns")]
    [InlineData("1,\"2,2026-01-01,5", "", "quote")]
    public async Task A_bad_row_names_its_column_and_cause_and_the_rest_goes_on(string line, string column, string reason)
    {
        var rows = await ReadAsync(Plain, $"n,c,d,a\n9,9,2026-01-01,1\n{line}\n");
        rows[0].Record.ShouldNotBeNull();
        rows[1].Error!.ShouldSatisfyAllConditions(error => error.Column.ShouldBe(column), error => error.Reason.ShouldContain(reason));
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_reported_and_read_once_the_encoding_is_named()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1252").GetBytes("n,c,name,d,a\n1,2,Müller,2026-01-01,5\n");
        const string Named = Head + "columns: {number: n, customer: c, customer_name: name, due: d, amount: a}\n";
        (await ReadAsync(Named, bytes))[0].Error!.Reason.ShouldContain("utf-8");
        (await ReadAsync(Named + "file: {encoding: windows-1252}\n", bytes))[0].Record!.CustomerName.ShouldBe("Müller");
    }

    [Fact]
    public async Task Equal_rows_of_a_file_without_identifiers_are_kept_apart_by_their_ordinal()
    {
        const string Keyless = Head + "key: [row]\nnumber_prefix: HR\ncolumns: {customer: c, due: d, amount: a}\n";
        var rows = await ReadAsync(Keyless, "c,d,a\n1,2026-01-01,5\n1,2026-01-01,6\n1,2026-01-01,5\n");
        rows.Select(row => row.Repeats).ShouldBe([false, false, true]);
        rows.Select(row => row.Record!.SourceKey).Distinct().Count().ShouldBe(3);
        rows[0].Record!.Number.ShouldMatch("^HR-[0-9a-f]{8}-1$");
        rows[2].Record!.Number.ShouldBe(rows[0].Record!.Number[..^1] + "2");
    }

    [Theory]
    [InlineData("columns: {number: n, customer: c, due: d, amount: nope}\n", "'nope'")]
    [InlineData("columns: {number: n, customer: c, due: d, amonut: a}\n", "'amonut' is not a field")]
    [InlineData("columns: {number: n, due: d, amount: a}\n", "columns.customer")]
    [InlineData("colums: {number: n}\n", "line 2")]
    public async Task A_mapping_that_does_not_fit_is_refused_with_its_cause(string yaml, string cause)
    {
        var error = await Should.ThrowAsync<LedgerFileException>(() => ReadAsync(Head + yaml, "n,c,d,a\n1,2,2026-01-01,5\n"));
        error.Message.ShouldContain(cause);
    }

    [Fact]
    public void Every_preset_is_valid() => MappingFiles.Presets.ShouldBe(["bank", "generic", "highradius", "ibm"]);

    [Fact]
    public void The_documented_example_is_valid()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Dunning.Agent.sln"))) folder = folder.Parent;
        var mapping = MappingFiles.Load(Path.Combine(folder.FullName, "docs", "examples", "mapping.yaml"));
        mapping.Columns.Keys.Order().ShouldBe(Enum.GetValues<Field>().Where(field => field != Field.Paid).Select(Dunning.Core.Wire.Name).Order());
    }

    private static Task<List<LedgerRow>> ReadAsync(string mapping, string text) => ReadAsync(mapping, new UTF8Encoding(false).GetBytes(text));

    internal static async Task<List<LedgerRow>> ReadAsync(string mapping, byte[] content, string extension = ".csv")
    {
        var path = Path.Combine(Path.GetTempPath(), $"dunning-{Guid.NewGuid():N}{extension}");
        await File.WriteAllBytesAsync(path, content);
        try
        {
            List<LedgerRow> rows = [];
            await foreach (var row in new MappedLedgerFile(path, MappingFiles.Parse(mapping, "test"), null).ReadAsync(CancellationToken.None)) rows.Add(row);
            return rows;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
