using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dunning.Connectors.Files;

/// <summary>Rows of a delimited text file; the first is the header.</summary>
internal static class DelimitedRows
{
    // A quote that is never closed would otherwise swallow the rest of the file into one field.
    private const int LongestField = 64 * 1024;

    static DelimitedRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async IAsyncEnumerable<RawRow> ReadAsync(
        string path, FormatMapping format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = EncodingOf(format, path);
        var delimiter = format.Delimiter switch
        {
            "auto" => Detect(path, encoding),
            "tab" => "\t",
            var given => given,
        };
        string? problem = null;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter, MaxFieldSize = LongestField, BufferSize = 64 * 1024, IgnoreBlankLines = true,
            BadDataFound = _ => problem = "a quote stands inside the field without being doubled, or is not closed",
        };
        using var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(text, settings);
        var line = 1L;
        while (await NextAsync(parser, path, line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new Cell[parser.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = new(parser[i]);
            yield return new(line, cells, problem);
            problem = null;
            line = parser.RawRow + 1;
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser, string path, long line)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException tooLong)
        {
            throw new LedgerFileException($"{path}, line {line}: a field is longer than {LongestField / 1024} KB; most likely a quote is not closed.", tooLong);
        }
    }

    private static Encoding EncodingOf(FormatMapping format, string path)
    {
        try
        {
            return Encoding.GetEncoding(format.Encoding);
        }
        catch (ArgumentException unknown)
        {
            throw new LedgerFileException($"{path}: file.encoding '{format.Encoding}' is not known.", unknown);
        }
    }

    private static string Detect(string path, Encoding encoding)
    {
        using var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var header = text.ReadLine() ?? "";
        return new[] { ",", ";", "\t", "|" }.MaxBy(separator => header.Split(separator).Length)!;
    }
}
