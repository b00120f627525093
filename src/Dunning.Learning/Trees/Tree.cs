namespace Dunning.Learning.Trees;

/// <summary>One node. A leaf has no column; its value is what the tree adds to the raw score.</summary>
internal struct TreeNode
{
    public int Column;
    public double Threshold;
    public ulong[]? Codes;
    public bool MissingLeft;
    public int Left;
    public int Right;

    /// <summary>Of a leaf what it adds; of an inner node the mean of its leaves weighted by rows.</summary>
    public double Value;

    public int Rows;

    public readonly bool IsLeaf => Column < 0;

    public readonly bool GoesLeft(double value)
    {
        if (double.IsNaN(value)) return MissingLeft;
        if (Codes is null) return value <= Threshold;
        // A code no training row had is nowhere in the set and takes the side of the missing ones.
        var bin = value is >= 0 and <= 254 ? (int)value + 1 : 0;
        return bin == 0 ? MissingLeft : (Codes[bin >> 6] >> (bin & 63) & 1) == 1;
    }
}

/// <summary>A regression tree as an array of nodes; node 0 is the root.</summary>
internal sealed class Tree(TreeNode[] nodes)
{
    public TreeNode[] Nodes { get; } = nodes;

    public double Predict(ReadOnlySpan<double> row)
    {
        var at = 0;
        while (!Nodes[at].IsLeaf) at = Nodes[at].GoesLeft(row[Nodes[at].Column]) ? Nodes[at].Left : Nodes[at].Right;
        return Nodes[at].Value;
    }

    public double Predict(TreeTable table, int row)
    {
        var at = 0;
        while (!Nodes[at].IsLeaf) at = Nodes[at].GoesLeft(table.Column(Nodes[at].Column)[row]) ? Nodes[at].Left : Nodes[at].Right;
        return Nodes[at].Value;
    }

    /// <summary>Adds to each column what its splits changed on the row's path; the sum is the prediction less the root's value.</summary>
    public void AddContributions(ReadOnlySpan<double> row, Span<double> contributions)
    {
        var at = 0;
        while (!Nodes[at].IsLeaf)
        {
            ref var node = ref Nodes[at];
            at = node.GoesLeft(row[node.Column]) ? node.Left : node.Right;
            contributions[node.Column] += Nodes[at].Value - node.Value;
        }
    }
}
