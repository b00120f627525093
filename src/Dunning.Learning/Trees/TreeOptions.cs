namespace Dunning.Learning.Trees;

/// <summary>What the trees predict.</summary>
public enum TreeLoss
{
    /// <summary>The chance of an event; targets are 0 or 1, raw scores are log-odds.</summary>
    Logistic,

    /// <summary>The median of a quantity; raw scores are in its unit.</summary>
    AbsoluteError,
}

/// <summary>How boosted trees are trained. The same table, options and seed give the same bytes, with one thread or two.</summary>
public sealed record TreeOptions
{
    /// <summary>What is predicted.</summary>
    public TreeLoss Loss { get; init; } = TreeLoss.Logistic;

    /// <summary>Most trees, 1 to 10,000.</summary>
    public int MaximumTrees { get; init; } = 300;

    /// <summary>Share of each tree that is added, above 0 and up to 1.</summary>
    public double LearningRate { get; init; } = 0.06;

    /// <summary>Most leaves of a tree, 2 to 1,024.</summary>
    public int MaximumLeaves { get; init; } = 31;

    /// <summary>Fewest rows of a leaf, 1 or more.</summary>
    public int MinimumLeafRows { get; init; } = 40;

    /// <summary>L2 penalty on leaf values, 0 or above.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Share of the columns each tree may use, above 0 and up to 1.</summary>
    public double ColumnShare { get; init; } = 1;

    /// <summary>Share of the rows each tree is grown on, above 0 and up to 1.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>Share at the end of the table (the newest rows: order it by time) that decides when to stop; 0 trains all trees.</summary>
    public double ValidationShare { get; init; } = 0.15;

    /// <summary>Trees without improvement on the tail after which training stops.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>Threads, 1 or 2.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Seed of row and column sampling.</summary>
    public int Seed { get; init; } = 17;

    internal void Validate()
    {
        if (MaximumTrees is < 1 or > 10_000) throw new ArgumentException("MaximumTrees must be 1 to 10000");
        if (!(LearningRate is > 0 and <= 1)) throw new ArgumentException("LearningRate must be above 0 and up to 1");
        if (MaximumLeaves is < 2 or > 1024) throw new ArgumentException("MaximumLeaves must be 2 to 1024");
        if (MinimumLeafRows < 1) throw new ArgumentException("MinimumLeafRows must be 1 or more");
        if (!(L2 >= 0) || !double.IsFinite(L2)) throw new ArgumentException("L2 must be 0 or above");
        if (!(ColumnShare is > 0 and <= 1)) throw new ArgumentException("ColumnShare must be above 0 and up to 1");
        if (!(RowShare is > 0 and <= 1)) throw new ArgumentException("RowShare must be above 0 and up to 1");
        if (!(ValidationShare is >= 0 and < 1)) throw new ArgumentException("ValidationShare must be 0 or above and below 1");
        if (Patience < 1) throw new ArgumentException("Patience must be 1 or more");
        if (Threads is < 1 or > 2) throw new ArgumentException("Threads must be 1 or 2");
    }
}
