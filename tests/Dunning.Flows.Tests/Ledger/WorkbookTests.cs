using System.IO.Compression;

namespace Dunning.Flows.Tests.Ledger;

public sealed class WorkbookTests
{
    private const string Mapping =
        """
        entity: {id: acme, name: Acme, country: DE, time_zone: Europe/Berlin, currency: EUR, from_address: ar@acme.example, reply_to: ar@acme.example}
        file: {sheet: Open}
        columns: {number: n, customer: c, due: d, amount: a}
        """;

    [Theory]
    [InlineData(false, 46053)]
    [InlineData(true, 44591)]
    public async Task Typed_dates_of_either_epoch_numbers_and_leading_zeros_are_read_as_the_sheet_shows_them(bool epoch1904, int serial)
    {
        var rows = await MappedLedgerFileTests.ReadAsync(Mapping, Workbook(epoch1904, serial), ".xlsx");
        rows.ShouldHaveSingleItem().Record!.ShouldSatisfyAllConditions(
            row => row.Number.ShouldBe("0000123"), row => row.CustomerNumber.ShouldBe("00042"),
            row => row.Instalments[0].Due.ShouldBe(new DateOnly(2026, 1, 31)), row => row.Amount.ShouldBe(1234.56m));
    }

    [Fact]
    public async Task A_sheet_that_is_not_there_is_named()
    {
        var error = await Should.ThrowAsync<Dunning.Connectors.Files.LedgerFileException>(
            () => MappedLedgerFileTests.ReadAsync(Mapping.Replace("Open}", "Closed}", StringComparison.Ordinal), Workbook(false, 1), ".xlsx"));
        error.Message.ShouldContain("'Closed'");
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_says_so() =>
        (await Should.ThrowAsync<Dunning.Connectors.Files.LedgerFileException>(() => MappedLedgerFileTests.ReadAsync(Mapping, [1, 2, 3, 4], ".xlsx"))).Message.ShouldContain("XLSX");

    private static byte[] Workbook(bool epoch1904, int serial)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"s1\" Type=\"{Office}/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"s2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(epoch1904 ? 1 : 0)}\"/><sheets><sheet name=\"Open\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"0000000\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Add(zip, "xl/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">{Text("A1", "n")}{Text("B1", "c")}{Text("C1", "d")}{Text("D1", "a")}</row>"
                + $"<row r=\"2\"><c r=\"A2\" s=\"2\"><v>123</v></c>{Text("B2", "00042")}<c r=\"C2\" s=\"1\"><v>{serial}</v></c><c r=\"D2\"><v>1234.56</v></c></row></sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }
}
