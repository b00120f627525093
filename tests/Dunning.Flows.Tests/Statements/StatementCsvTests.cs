using System.Globalization;
using System.Text;
using CsvHelper;
using Dunning.Core.Ledger.Statements;

namespace Dunning.Flows.Tests.Statements;

/// <summary>The file as another program reads it.</summary>
public sealed class StatementCsvTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Fact]
    public void Every_field_comes_back_as_it_was_whatever_customers_and_ledgers_write()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2_000; round++)
        {
            var statement = Make(random);
            var rows = Read(StatementCsv.Bytes(statement, "en"));

            rows.Count.ShouldBe(1 + statement.Lines.Count + statement.Credits.Count + 3);
            rows.ShouldAllBe(row => row.Length == 11);
            for (var i = 0; i < statement.Lines.Count; i++)
            {
                var (line, row) = (statement.Lines[i], rows[1 + i]);
                Written(row[2]).ShouldBe(OneLine(line.Number));
                row[3].ShouldBe(line.Issued?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
                DateOnly.ParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(line.Due);
                decimal.Parse(row[6], CultureInfo.InvariantCulture).ShouldBe(line.Original);
                decimal.Parse(row[7], CultureInfo.InvariantCulture).ShouldBe(line.Open);
            }

            for (var i = 0; i < statement.Credits.Count; i++)
            {
                Written(rows[1 + statement.Lines.Count + i][2]).ShouldBe(OneLine(statement.Credits[i].Reference ?? ""));
                decimal.Parse(rows[1 + statement.Lines.Count + i][7], CultureInfo.InvariantCulture).ShouldBe(-statement.Credits[i].Amount);
            }

            decimal.Parse(rows[^1][7], CultureInfo.InvariantCulture).ShouldBe(statement.Lines.Sum(line => line.Open) - statement.Credits.Sum(credit => credit.Amount));
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=cmd|' /C calc'!A0")]
    [InlineData("\r\n=HYPERLINK(\"https://evil.example\")")]
    [InlineData("  =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("＝1+1")]
    [InlineData("a\",=1+1,\"b")]
    public void No_text_begins_a_formula_in_any_cell(string hostile)
    {
        var statement = new AccountStatement("Creditor", "Customer", hostile, "EUR", Day, [new(hostile, null, Day, 1, 1, 0, StatementMark.None)], [new(true, hostile, Day, 1)]);

        foreach (var row in Read(StatementCsv.Bytes(statement, "en")))
        {
            row.Length.ShouldBe(11);
            foreach (var field in row.Where(field => !decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)))
                (field.TrimStart().Length > 0 && "=+-@＝\t\r".Contains(field.TrimStart()[0], StringComparison.Ordinal)).ShouldBeFalse(field);
        }
    }

    [Theory]
    [InlineData("en", "Open amount", "in dispute", "Balance")]
    [InlineData("de", "Offener Betrag", "reklamiert", "Saldo")]
    [InlineData("fr", "Montant dû", "contestée", "Solde")]
    [InlineData("es", "Importe pendiente", "en disputa", "Saldo")]
    [InlineData("it", "Importo aperto", "contestata", "Saldo")]
    [InlineData("nl", "Openstaand bedrag", "betwist", "Saldo")]
    public void Headings_and_words_are_those_of_the_language_and_the_file_is_UTF8_with_CRLF(string language, string heading, string mark, string sum)
    {
        var statement = new AccountStatement("C", "U", "C-1", "JPY", Day, [new("R-1", Day, Day, 1200, 1000, 0, StatementMark.Disputed)], []);
        var bytes = StatementCsv.Bytes(statement, language);
        var text = Encoding.UTF8.GetString(bytes);

        bytes[..3].ShouldBe([0xef, 0xbb, 0xbf]);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.ShouldEndWith("\r\n");
        var rows = Read(bytes);
        rows[0].ShouldContain(heading);
        rows[1].ShouldContain(mark);
        rows[1][7].ShouldBe("1000", "the yen has no decimals");
        rows[^1][1].ShouldBe(sum);
        StatementCsv.FileName(statement, language).ShouldMatch(@"^[a-z-]+-C-1-JPY-2026-03-10\.csv$");
    }

    private static AccountStatement Make(Random random)
    {
        string Any() => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "x";
        decimal Sum() => random.Next(1, 2_000_000_000) / 100m;
        DateOnly On() => Day.AddDays(random.Next(-400, 90));
        return new(
            "Creditor", Any(), Any(), "EUR", Day,
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new StatementLine(Any(), random.Next(2) == 0 ? null : On(), On(), Sum(), Sum(), random.Next(400), (StatementMark)random.Next(4)))],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => new StatementCredit(random.Next(2) == 0, random.Next(3) == 0 ? null : Any(), On(), Sum()))]);
    }

    private static readonly string[] Pieces = ["INV-", "1", "\"", ",", ";", "\r\n", "\n", "\r", "'", "=", "+", "-", "@", " ", "\t", "é", "中", "😀", "\"\"", "\u00a0", "＝", "|", "%", "\0", "\u2028"];

    private static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The apostrophe in front is the mark of a guarded text.
    private static string Written(string field) => field.StartsWith('\'') ? field[1..] : field;

    private static List<string[]> Read(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true));
        using var csv = new CsvParser(reader, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (csv.Read()) rows.Add(csv.Record!);
        return rows;
    }
}
