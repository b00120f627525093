using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Dunning.Connectors.Files;

/// <summary>Rows of one sheet of an XLSX workbook; the first is the header. Typed cells keep their type.</summary>
internal static class WorkbookRows
{
    // The workbook reader asks for code page 1252, which .NET knows only once it is registered.
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async IAsyncEnumerable<RawRow> ReadAsync(
        string path, FormatMapping format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = System.IO.File.OpenRead(path);
        using var reader = Open(stream, path);
        if (format.Sheet is { } sheet)
        {
            while (reader.Name != sheet)
            {
                if (!reader.NextResult()) throw new LedgerFileException($"{path}: there is no sheet '{sheet}'.");
            }
        }

        var width = 0;
        for (var line = 1L; reader.Read(); line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = Enumerable.Range(0, reader.FieldCount).Select(column => CellOf(reader, column)).ToArray();
            if (cells.All(cell => cell.Text.Length == 0)) continue;
            if (width == 0) width = Array.FindLastIndex(cells, cell => cell.Text.Length > 0) + 1;
            yield return new(line, cells.Length > width ? cells[..width] : cells);
        }
    }

    private static IExcelDataReader Open(Stream stream, string path)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(stream);
        }
        catch (Exception broken) when (broken is HeaderException or InvalidDataException or ExcelReaderException)
        {
            throw new LedgerFileException($"{path}: this is not a readable XLSX workbook.", broken);
        }
    }

    private static Cell CellOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => new(""),
        DateTime at => new(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, DateOnly.FromDateTime(at)),
        double number => new(Digits(number, reader.GetNumberFormatString(column)), Money(number)),
        int number => new(Digits(number, reader.GetNumberFormatString(column)), number),
        var other => new(Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim()),
    };

    // A number formatted as 0000000 is an identifier: what the reader of the sheet sees are its leading zeros.
    private static string Digits(double number, string? format) =>
        format is { Length: > 1 } && format.All(sign => sign == '0') && number >= 0 && number == Math.Floor(number)
            ? ((decimal)number).ToString(format, CultureInfo.InvariantCulture)
            : ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture);

    private static decimal? Money(double number) => Math.Abs(number) < 1e14 ? (decimal)number : null;
}
