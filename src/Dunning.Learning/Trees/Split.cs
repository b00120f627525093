namespace Dunning.Learning.Trees;

/// <summary>A way to part the rows of a node: the bins in the set go left.</summary>
internal sealed record Split(double Gain, int Column, ulong[] LeftBins, int LastLeftBin, bool MissingLeft)
{
    public bool GoesLeft(byte bin) => (LeftBins[bin >> 6] >> (bin & 63) & 1) == 1;
}

/// <summary>Finds the best split of a node from its histogram.</summary>
internal sealed class SplitFinder(BinnedTable table, TreeOptions options)
{
    // Codes seen in fewer rows than this say nothing on their own and stay on the side of the rest.
    private const int FewestRowsPerCode = 10;

    public Split? Best(Histogram histogram, int[] columns)
    {
        Split? best = null;
        foreach (var column in columns)
            if (BestOf(histogram, column) is { } split && split.Gain > (best?.Gain ?? 1e-9)) best = split;
        return best;
    }

    private Split? BestOf(Histogram histogram, int column)
    {
        var g = histogram.Gradients.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        var h = histogram.Curvatures.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        var n = histogram.Counts.AsSpan(column * BinnedTable.Bins, BinnedTable.Bins);
        var order = Order(column, g, h, n);
        var total = default(Sums);
        for (var bin = 0; bin < BinnedTable.Bins; bin++) total = total.Plus(g[bin], h[bin], n[bin]);
        // What has no place in the order (missing values, rare codes) goes to either side as a whole.
        var rest = total;
        foreach (var bin in order) rest = rest.Plus(-g[bin], -h[bin], -n[bin]);
        var (gain, cut, restLeft, leftRows) = (0.0, -1, false, 0);
        foreach (var together in rest.Rows > 0 ? [false, true] : new[] { false })
        {
            var left = together ? rest : default;
            for (var i = 0; i < order.Length; i++)
            {
                left = left.Plus(g[order[i]], h[order[i]], n[order[i]]);
                if (left.Rows < options.MinimumLeafRows) continue;
                var right = total.Minus(left);
                if (right.Rows < options.MinimumLeafRows) break;
                var here = Score(left) + Score(right) - Score(total);
                if (here > gain) (gain, cut, restLeft, leftRows) = (here, i, together, left.Rows);
            }
        }
        if (cut < 0) return null;
        // Where the node has none of them, later ones follow the larger side.
        if (rest.Rows == 0) restLeft = leftRows * 2 > total.Rows;
        return Describe(gain, column, order, cut, restLeft);
    }

    private Split Describe(double gain, int column, int[] order, int cut, bool restLeft)
    {
        var left = new ulong[BinnedTable.Bins / 64];
        for (var i = 0; i <= cut; i++) left[order[i] >> 6] |= 1UL << (order[i] & 63);
        if (restLeft) left[0] |= 1;
        if (table.Schema[column].Categorical && restLeft)
        {
            var ordered = order.ToHashSet();
            for (var bin = 1; bin < BinnedTable.Bins; bin++)
                if (!ordered.Contains(bin)) left[bin >> 6] |= 1UL << (bin & 63);
        }
        return new Split(gain, column, left, order[cut], restLeft);
    }

    // Numbers run upwards; codes run by their mean gradient, which makes the best two-way grouping one cut (Fisher 1958).
    private int[] Order(int column, ReadOnlySpan<double> g, ReadOnlySpan<double> h, ReadOnlySpan<int> n)
    {
        if (!table.Schema[column].Categorical) return [.. Enumerable.Range(1, table.LastBin(column))];
        List<(double Mean, int Bin)> seen = [];
        for (var bin = 1; bin < BinnedTable.Bins; bin++)
            if (n[bin] >= FewestRowsPerCode) seen.Add((g[bin] / (h[bin] + 10), bin));
        seen.Sort();
        return [.. seen.Select(s => s.Bin)];
    }

    private double Score(Sums sums) => sums.Gradient * sums.Gradient / (sums.Curvature + options.L2 + 1e-12);

    private readonly record struct Sums(double Gradient, double Curvature, int Rows)
    {
        public Sums Plus(double g, double h, int n) => new(Gradient + g, Curvature + h, Rows + n);

        public Sums Minus(Sums other) => new(Gradient - other.Gradient, Curvature - other.Curvature, Rows - other.Rows);
    }
}
