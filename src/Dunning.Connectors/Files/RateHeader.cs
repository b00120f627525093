namespace Dunning.Connectors.Files;

/// <summary>Where the columns of a rate file are.</summary>
/// <param name="Width">Columns up to the last one with a name; behind it files often end in a lone separator.</param>
/// <param name="Currencies">Positions and codes of the currency columns; empty in the long layout.</param>
internal sealed record RateHeader(int Width, int Date, int Base, int Currency, int Rate, IReadOnlyList<(int Column, string Code)> Currencies)
{
    /// <exception cref="LedgerFileException">The header is not that of the layout.</exception>
    public static RateHeader Of(RawRow row, string path, bool wide)
    {
        var names = row.Cells.Select(cell => cell.Text.Trim()).ToList();
        var width = names.FindLastIndex(name => name.Length > 0) + 1;
        Dictionary<string, int> found = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < width; i++)
            if (names[i].Length > 0 && !found.TryAdd(names[i], i)) throw new LedgerFileException($"{path}: column '{names[i]}' stands in the header twice.");

        int Of(string name) => found.TryGetValue(name, out var at) ? at
            : throw new LedgerFileException($"{path}: column '{name}' is not in the header: {string.Join(", ", found.Keys)}.");

        if (!wide) return new(width, Of("date"), Of("base"), Of("currency"), Of("rate"), []);
        var date = Of("Date");
        var currencies = Enumerable.Range(0, width).Where(i => i != date).Select(i => (i, names[i])).ToList();
        if (currencies.Find(column => !Wording.IsCurrency(column.Item2)) is { Item2: { } odd })
            throw new LedgerFileException($"{path}: column '{odd}' is not a currency of three capital letters.");
        if (currencies.Count == 0) throw new LedgerFileException($"{path}: the header names no currency.");
        return new(width, date, -1, -1, -1, currencies);
    }
}
