using System.Globalization;
using System.Runtime.CompilerServices;
using Dunning.Core.Ledger;
using Dunning.Flows;

namespace Dunning.Connectors.Files;

/// <summary>
/// A CSV or XLSX file with dated exchange rates, in one of two layouts: <c>ecb</c>, a day per row and a currency per
/// column, in units per euro; and <c>rates</c>, a rate per row.
/// </summary>
public sealed class RateFile(string path, string layout) : IRateFile
{
    private const string Ecb = "ecb";
    private const string Long = "rates";
    private const string Euro = "EUR";

    private static readonly FormatMapping Format = new();
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d MMMM yyyy"];
    private static readonly DateOnly Earliest = new(1970, 1, 1);

    /// <summary>The layouts, by the name given to <c>--map</c>.</summary>
    public static IReadOnlyList<string> Layouts { get; } = [Ecb, Long];

    /// <inheritdoc/>
    /// <exception cref="LedgerFileException">The file cannot be read, or its header is not that of the layout.</exception>
    public async IAsyncEnumerable<RateRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new LedgerFileException($"{path}: there is no such file.");
        RateHeader? header = null;
        var rows = Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? WorkbookRows.ReadAsync(path, Format, cancellationToken)
            : DelimitedRows.ReadAsync(path, Format, cancellationToken);
        await foreach (var row in rows)
        {
            if (header is null) header = RateHeader.Of(row, path, layout == Ecb);
            else yield return Read(row, header);
        }

        if (header is null) throw new LedgerFileException($"{path}: the file is empty; a header line is expected.");
    }

    private RateRow Read(RawRow row, RateHeader header)
    {
        try
        {
            if (row.Problem is { } problem) throw new RowProblemException("", row.Cells.Count > 0 ? row.Cells[0].Text : "", problem);
            if (row.Cells.Count < header.Width || row.Cells.Skip(header.Width).Any(cell => cell.Text.Length > 0))
                throw new RowProblemException("", row.Cells[0].Text, $"has {row.Cells.Count} columns where the header has {header.Width}");
            return new(row.Line, layout == Ecb ? Wide(row, header) : [Single(row, header)], null);
        }
        catch (RowProblemException bad)
        {
            return new(row.Line, [], new(row.Line, bad.Column, bad.Value, bad.Message));
        }
    }

    private static List<FxRate> Wide(RawRow row, RateHeader header)
    {
        var day = Day(row.Cells[header.Date], "Date");
        List<FxRate> rates = [];
        foreach (var (column, currency) in header.Currencies)
        {
            if (row.Cells[column].Text.Trim() is not ("" or "N/A")) rates.Add(new(day, Euro, currency, Rate(row.Cells[column], currency)));
        }

        return rates;
    }

    private static FxRate Single(RawRow row, RateHeader header)
    {
        var (from, to) = (Code(row.Cells[header.Base], "base"), Code(row.Cells[header.Currency], "currency"));
        if (from == to) throw new RowProblemException("currency", to, "is the base itself");
        return new(Day(row.Cells[header.Date], "date"), from, to, Rate(row.Cells[header.Rate], "rate"));
    }

    private static DateOnly Day(Cell cell, string column)
    {
        if (cell.Date is { } typed) return typed;
        var text = cell.Text.Trim();
        if (!DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RowProblemException(column, text, "is not a date of the form yyyy-MM-dd");
        return day >= Earliest ? day : throw new RowProblemException(column, text, "is a day before 1970");
    }

    private static string Code(Cell cell, string column) =>
        cell.Text.Trim() is var code && Wording.IsCurrency(code) ? code : throw new RowProblemException(column, code, "is not three capital letters");

    // A comma is no decimal point here: 1,234 would be read as another rate altogether.
    private static decimal Rate(Cell cell, string column)
    {
        var text = cell.Text.Trim();
        if (cell.Number is not { } rate && !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate))
            throw new RowProblemException(column, text, "is not a rate with a decimal point");
        if (rate <= 0) throw new RowProblemException(column, text, "is not above 0");
        if (rate >= 1_000_000_000_000m) throw new RowProblemException(column, text, "is too large");
        if (decimal.Round(rate, 12) is var kept && kept <= 0) throw new RowProblemException(column, text, "is too small");
        return kept;
    }
}
