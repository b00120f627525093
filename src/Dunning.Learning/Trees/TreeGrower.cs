namespace Dunning.Learning.Trees;

/// <summary>Grows one tree leaf by leaf, always splitting where the loss falls most; the smaller child is counted, the larger is the difference.</summary>
internal sealed class TreeGrower(BinnedTable table, TreeOptions options)
{
    private readonly SplitFinder finder = new(table, options);
    private readonly Stack<Histogram> spare = [];

    /// <summary>Grows a tree on the given rows. <paramref name="leafValue"/> turns a leaf's rows into its value before the learning rate.</summary>
    public Tree Grow(int[] rows, int[] columns, double[] gradients, double[]? curvatures, Func<ReadOnlySpan<int>, double> leafValue)
    {
        var order = (int[])rows.Clone();
        List<TreeNode> nodes = [default];
        var root = new Leaf(0, 0, order.Length, Count(order, columns, gradients, curvatures));
        root.Split = finder.Best(root.Histogram, columns);
        List<Leaf> leaves = [root];
        while (leaves.Count < options.MaximumLeaves && leaves.Where(l => l.Split is not null).MaxBy(l => l.Split!.Gain) is { } best)
        {
            var (left, right) = Part(best, order, columns, gradients, curvatures, nodes);
            leaves.Remove(best);
            leaves.Add(left);
            leaves.Add(right);
        }
        foreach (var leaf in leaves)
        {
            var value = leafValue(order.AsSpan(leaf.Start, leaf.Count)) * options.LearningRate;
            nodes[leaf.Node] = new TreeNode { Column = -1, Value = value, Rows = leaf.Count };
            spare.Push(leaf.Histogram);
        }
        return new Tree(WithInnerValues([.. nodes]));
    }

    private (Leaf Left, Leaf Right) Part(Leaf leaf, int[] order, int[] columns, double[] gradients, double[]? curvatures, List<TreeNode> nodes)
    {
        var split = leaf.Split!;
        var middle = Partition(order.AsSpan(leaf.Start, leaf.Count), table.Codes[split.Column], split);
        var categorical = table.Schema[split.Column].Categorical;
        nodes[leaf.Node] = new TreeNode
        {
            Column = split.Column,
            Threshold = categorical ? 0 : table.Edge(split.Column, split.LastLeftBin),
            Codes = categorical ? split.LeftBins : null,
            MissingLeft = split.MissingLeft,
            Left = nodes.Count, Right = nodes.Count + 1, Rows = leaf.Count,
        };
        nodes.AddRange([default, default]);
        var leftIsSmaller = middle * 2 <= leaf.Count;
        var (start, count) = leftIsSmaller ? (leaf.Start, middle) : (leaf.Start + middle, leaf.Count - middle);
        var small = Count(order.AsSpan(start, count).ToArray(), columns, gradients, curvatures);
        leaf.Histogram.Subtract(small);
        var left = new Leaf(nodes.Count - 2, leaf.Start, middle, leftIsSmaller ? small : leaf.Histogram);
        var right = new Leaf(nodes.Count - 1, leaf.Start + middle, leaf.Count - middle, leftIsSmaller ? leaf.Histogram : small);
        foreach (var child in new[] { left, right })
            if (child.Count >= 2 * options.MinimumLeafRows) child.Split = finder.Best(child.Histogram, columns);
        return (left, right);
    }

    private Histogram Count(int[] rows, int[] columns, double[] gradients, double[]? curvatures)
    {
        var histogram = spare.Count > 0 ? spare.Pop() : new Histogram(table.Schema.Count);
        if (options.Threads == 1 || rows.Length < 4096)
            foreach (var column in columns) histogram.Fill(column, table.Codes[column], rows, gradients, curvatures);
        else
            Parallel.ForEach(columns, new ParallelOptions { MaxDegreeOfParallelism = options.Threads },
                column => histogram.Fill(column, table.Codes[column], rows, gradients, curvatures));
        return histogram;
    }

    // Stable, so that rows stay in the order of the table and memory is read forwards.
    private static int Partition(Span<int> rows, byte[] codes, Split split)
    {
        var right = new int[rows.Length];
        var (lefts, rights) = (0, 0);
        foreach (var row in rows)
            if (split.GoesLeft(codes[row])) rows[lefts++] = row;
            else right[rights++] = row;
        right.AsSpan(0, rights).CopyTo(rows[lefts..]);
        return lefts;
    }

    // Children stand behind their parent, so one pass from the end suffices.
    private static TreeNode[] WithInnerValues(TreeNode[] nodes)
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (nodes[i].IsLeaf) continue;
            var (left, right) = (nodes[nodes[i].Left], nodes[nodes[i].Right]);
            nodes[i].Value = (left.Value * left.Rows + right.Value * right.Rows) / (left.Rows + right.Rows);
        }
        return nodes;
    }

    private sealed class Leaf(int node, int start, int count, Histogram histogram)
    {
        public int Node { get; } = node;
        public int Start { get; } = start;
        public int Count { get; } = count;
        public Histogram Histogram { get; } = histogram;
        public Split? Split { get; set; }
    }
}
