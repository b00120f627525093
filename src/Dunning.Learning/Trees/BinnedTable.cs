namespace Dunning.Learning.Trees;

/// <summary>
/// A table with every value replaced by a bin of one byte: 0 is missing, 1… are quantile ranges of a number or a code plus one.
/// </summary>
internal sealed class BinnedTable
{
    public const int Bins = 256;
    private const int SampleRows = 200_000;

    private readonly double[][] edges;

    private BinnedTable(IReadOnlyList<TreeColumn> schema, double[][] edges, byte[][] codes, int rows) =>
        (Schema, this.edges, Codes, Rows) = (schema, edges, codes, rows);

    public IReadOnlyList<TreeColumn> Schema { get; }
    public byte[][] Codes { get; }
    public int Rows { get; }

    /// <summary>Largest bin of a column that can occur.</summary>
    public int LastBin(int column) => Schema[column].Categorical ? Bins - 1 : edges[column].Length + 1;

    /// <summary>Value x so that bin ≤ <paramref name="bin"/> exactly where the number is ≤ x; infinite for the last bin.</summary>
    public double Edge(int column, int bin) => bin > edges[column].Length ? double.PositiveInfinity : edges[column][bin - 1];

    /// <summary>Bins a table; the ranges are taken from its first <paramref name="fitRows"/> rows only.</summary>
    public static BinnedTable From(TreeTable table, int fitRows)
    {
        var count = table.Schema.Count;
        var (edges, codes) = (new double[count][], new byte[count][]);
        for (var c = 0; c < count; c++)
        {
            var categorical = table.Schema[c].Categorical;
            edges[c] = categorical ? [] : EdgesOf(table.Column(c)[..fitRows]);
            var values = table.Column(c);
            var target = new byte[table.Rows];
            for (var row = 0; row < target.Length; row++)
                target[row] = double.IsNaN(values[row]) ? (byte)0 : categorical ? (byte)(values[row] + 1) : BinOf(edges[c], values[row]);
            codes[c] = target;
        }
        return new BinnedTable(table.Schema, edges, codes, table.Rows);
    }

    private static byte BinOf(double[] edges, double value)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)((at >= 0 ? at : ~at) + 1);
    }

    // Few distinct values: one bin each, cut half way. Many: cuts at quantiles.
    private static double[] EdgesOf(ReadOnlySpan<double> column)
    {
        var step = Math.Max(1, column.Length / SampleRows);
        List<double> sample = [];
        for (var i = 0; i < column.Length; i += step)
            if (!double.IsNaN(column[i])) sample.Add(column[i]);
        sample.Sort();
        var distinct = sample.Distinct().ToArray();
        const int cuts = Bins - 2;
        if (distinct.Length <= cuts + 1)
            return [.. distinct.Zip(distinct.Skip(1), (a, b) => Between(a, b))];
        SortedSet<double> quantiles = [];
        for (var k = 1; k <= cuts; k++)
        {
            var at = (int)((long)sample.Count * k / (cuts + 1));
            if (at > 0 && sample[at - 1] < sample[at]) quantiles.Add(Between(sample[at - 1], sample[at]));
            else if (sample[at] < sample[^1]) quantiles.Add(sample[at]);
        }
        return [.. quantiles];
    }

    private static double Between(double low, double high)
    {
        var middle = low + (high - low) / 2;
        return middle < high && double.IsFinite(middle) ? middle : low;
    }
}
