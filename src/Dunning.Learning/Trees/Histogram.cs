namespace Dunning.Learning.Trees;

/// <summary>Sums of gradients, curvatures and rows per column and bin of the rows of one node.</summary>
internal sealed class Histogram(int columns)
{
    public readonly double[] Gradients = new double[columns * BinnedTable.Bins];
    public readonly double[] Curvatures = new double[columns * BinnedTable.Bins];
    public readonly int[] Counts = new int[columns * BinnedTable.Bins];

    /// <summary>Fills one column; columns are independent, so two threads give the bits of one.</summary>
    public void Fill(int column, byte[] codes, ReadOnlySpan<int> rows, double[] gradients, double[]? curvatures)
    {
        var g = Gradients.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        var h = Curvatures.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        var n = Counts.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        g.Clear();
        h.Clear();
        n.Clear();
        foreach (var row in rows)
        {
            var bin = codes[row];
            g[bin] += gradients[row];
            n[bin]++;
            if (curvatures is not null) h[bin] += curvatures[row];
        }
        // Without curvatures of their own (absolute error) every row counts one.
        if (curvatures is not null) return;
        for (var bin = 0; bin < n.Length; bin++) h[bin] = n[bin];
    }

    /// <summary>Turns this histogram of a parent into the one of the other child.</summary>
    public void Subtract(Histogram child)
    {
        for (var i = 0; i < Gradients.Length; i++)
        {
            Gradients[i] -= child.Gradients[i];
            Curvatures[i] -= child.Curvatures[i];
            Counts[i] -= child.Counts[i];
        }
    }
}
