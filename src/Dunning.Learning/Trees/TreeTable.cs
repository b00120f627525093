using System.Globalization;

namespace Dunning.Learning.Trees;

/// <summary>A column of a <see cref="TreeTable"/>.</summary>
/// <param name="Name">Name, used in explanations and to check that a model meets the columns it was trained on.</param>
/// <param name="Categorical">Whether the values are small codes (whole numbers 0 to 254) without an order.</param>
public sealed record TreeColumn(string Name, bool Categorical = false);

/// <summary>Rows for a tree model, stored by column. NaN means missing.</summary>
public sealed class TreeTable
{
    private readonly double[][] columns;

    /// <summary>Wraps columns of equal length.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or a categorical value is not a whole number from 0 to 254; names the column and row.</exception>
    public TreeTable(IReadOnlyList<TreeColumn> schema, double[][] columns)
    {
        if (schema.Count != columns.Length) throw new ArgumentException("as many columns as schema entries are needed", nameof(columns));
        (Schema, this.columns) = (schema, columns);
        Rows = columns.Length == 0 ? 0 : columns[0].Length;
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].Length != Rows) throw new ArgumentException($"column {schema[c].Name} is not as long as the first", nameof(columns));
            if (!schema[c].Categorical) continue;
            var bad = Array.FindIndex(columns[c], v => !double.IsNaN(v) && (v < 0 || v > 254 || v != Math.Floor(v)));
            if (bad >= 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"column {schema[c].Name}, row {bad}: {columns[c][bad]} is not a code from 0 to 254"), nameof(columns));
        }
    }

    /// <summary>Names and kinds of the columns.</summary>
    public IReadOnlyList<TreeColumn> Schema { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Values of a column.</summary>
    public ReadOnlySpan<double> Column(int index) => columns[index];

    /// <summary>Copies one row into <paramref name="target"/> (one place per column).</summary>
    public void CopyRow(int row, Span<double> target)
    {
        for (var c = 0; c < columns.Length; c++) target[c] = columns[c][row];
    }

    /// <summary>The given rows, in the given order.</summary>
    public TreeTable Select(int[] rows) =>
        new(Schema, Array.ConvertAll(columns, column => Array.ConvertAll(rows, row => column[row])));
}
