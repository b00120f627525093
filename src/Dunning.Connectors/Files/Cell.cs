namespace Dunning.Connectors.Files;

/// <summary>A cell: its text, and for workbooks the typed value behind it.</summary>
internal readonly record struct Cell(string Text, decimal? Number = null, DateOnly? Date = null);

/// <summary>A row as it lies in the file. A problem means that it cannot be split into cells.</summary>
/// <param name="Line">1-based line (or sheet row) on which the row begins.</param>
internal sealed record RawRow(long Line, IReadOnlyList<Cell> Cells, string? Problem = null);
