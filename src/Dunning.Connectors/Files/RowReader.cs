using System.Globalization;
using Dunning.Core;

namespace Dunning.Connectors.Files;

/// <summary>Reads typed fields of one row, by the mapping's columns, defaults and value tables.</summary>
internal sealed class RowReader
{
    private static readonly DateOnly Earliest = new(1970, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    private readonly LedgerMapping mapping;
    private readonly Dictionary<string, int> positions;
    private readonly Dictionary<string, string>?[] values;
    private readonly (int Position, string Column)[] columns;
    private readonly AmountText amounts;
    private readonly string[] dates;
    private RawRow row = new(0, []);

    public RowReader(LedgerMapping mapping, RawRow header, string file)
    {
        this.mapping = mapping;
        amounts = new(mapping.File);
        dates = [.. mapping.File.Dates];
        positions = Header(header, file);
        columns = [.. Enum.GetValues<Field>().Select(field => mapping.Columns.TryGetValue(Wire.Name(field), out var column) && !Absent(field, column)
            ? (Position(column, file), column) : (-1, Wire.Name(field)))];
        values = [.. Enum.GetValues<Field>().Select(field => mapping.Values.TryGetValue(Wire.Name(field), out var table)
            ? new Dictionary<string, string>(table, StringComparer.OrdinalIgnoreCase) : null)];
        foreach (var instalment in mapping.Instalments) (_, _) = (Position(instalment.Due, file), Position(instalment.Amount, file));
        if (!mapping.KeyIsRow) foreach (var column in mapping.Key) _ = Position(column, file);
    }

    public void Take(RawRow next) => row = next;

    public string ColumnOf(Field field) => columns[(int)field].Column;

    /// <summary>The field's text after value table and default; null when there is none.</summary>
    public string? Text(Field field)
    {
        var position = columns[(int)field].Position;
        var text = position < 0 ? "" : row.Cells[position].Text.Trim();
        if (text.Contains('\ufffd', StringComparison.Ordinal)) throw Bad(field, text, $"holds bytes that are not valid {mapping.File.Encoding}; set file.encoding");
        if (text.Length == 0) return mapping.Defaults.TryGetValue(Wire.Name(field), out var fallback) ? fallback : null;
        return values[(int)field] is { } table && table.TryGetValue(text, out var ours) ? ours : text;
    }

    public string Required(Field field) => Text(field) ?? throw Bad(field, "", "is empty");

    public DateOnly? Date(Field field)
    {
        var position = columns[(int)field].Position;
        if (position >= 0 && row.Cells[position].Date is { } typed) return typed;
        return Text(field) is { } text ? ParseDate(ColumnOf(field), text) : null;
    }

    public decimal? Amount(Field field)
    {
        var position = columns[(int)field].Position;
        if (position >= 0 && row.Cells[position].Number is { } typed) return decimal.Round(typed, 4);
        return Text(field) is { } text ? ParseAmount(ColumnOf(field), text) : null;
    }

    public T Word<T>(Field field, T missing) where T : struct, Enum
    {
        if (Text(field) is not { } text) return missing;
        return Wire.TryParse<T>(text.ToLowerInvariant(), out var word) ? word
            : throw Bad(field, text, $"is not one of {string.Join(", ", Enum.GetValues<T>().Select(Wire.Name))}; translate it under values.{Wire.Name(field)}");
    }

    public string? Coded(Field field, Func<string, string?> normal, string expected) =>
        Text(field) is { } text ? normal(text) ?? throw Bad(field, text, expected) : null;

    public string Cell(string column) => row.Cells[positions[column]].Text.Trim();

    public DateOnly? DateIn(string column) =>
        row.Cells[positions[column]].Date ?? (Cell(column) is { Length: > 0 } text ? ParseDate(column, text) : null);

    public decimal? AmountIn(string column) =>
        row.Cells[positions[column]].Number is { } typed ? decimal.Round(typed, 4) : Cell(column) is { Length: > 0 } text ? ParseAmount(column, text) : null;

    public RowProblemException Bad(Field field, string value, string reason) => new(ColumnOf(field), value, reason);

    private DateOnly ParseDate(string column, string text)
    {
        if (!DateOnly.TryParseExact(text, dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RowProblemException(column, text, $"is not a date of the form {string.Join(" or ", dates)}");
        return day >= Earliest && day <= Latest ? day : throw new RowProblemException(column, text, "is a day outside 1970 to 2099");
    }

    private decimal ParseAmount(string column, string text)
    {
        var (amount, problem) = amounts.Read(text);
        return problem is null ? amount : throw new RowProblemException(column, text, problem);
    }

    private bool Absent(Field field, string column) =>
        mapping.OptionalColumns && !positions.ContainsKey(column)
        && field is not Field.Amount && (mapping.Payments ? field is not Field.ValueDate : field is not (Field.Number or Field.Customer or Field.Due));

    private int Position(string column, string file) =>
        positions.TryGetValue(column, out var position) ? position
            : throw new LedgerFileException($"{file}: column '{column}' of the mapping is not in the header: {string.Join(", ", positions.Keys)}.");

    private static Dictionary<string, int> Header(RawRow header, string file)
    {
        Dictionary<string, int> found = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i].Text.Trim();
            if (name.Length > 0 && !found.TryAdd(name, i)) throw new LedgerFileException($"{file}: column '{name}' stands in the header twice.");
        }

        return found;
    }
}
