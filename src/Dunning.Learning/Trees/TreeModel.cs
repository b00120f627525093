using Dunning.Learning.Calibration;
using Dunning.Learning.Storage;

namespace Dunning.Learning.Trees;

/// <summary>A sum of trees. Immutable and safe for use from many threads.</summary>
public sealed class TreeModel
{
    private const string Kind = "TREE";
    private const ushort Version = 1;
    private readonly Tree[] trees;
    private readonly double start;

    internal TreeModel(TreeLoss loss, TreeColumn[] schema, double start, Tree[] trees)
    {
        (Loss, Schema, this.start, this.trees) = (loss, schema, start, trees);
        foreach (var tree in trees) Baseline += tree.Nodes[0].Value;
        Baseline += start;
    }

    /// <summary>What is predicted.</summary>
    public TreeLoss Loss { get; }

    /// <summary>Columns in the order a row must have.</summary>
    public IReadOnlyList<TreeColumn> Schema { get; }

    /// <summary>Number of trees kept.</summary>
    public int TreeCount => trees.Length;

    /// <summary>Raw score of an average row, from which contributions count.</summary>
    public double Baseline { get; }

    /// <summary>Raw score: log-odds, or the quantity itself under <see cref="TreeLoss.AbsoluteError"/>.</summary>
    public double Raw(ReadOnlySpan<double> row)
    {
        Check(row.Length);
        var sum = start;
        foreach (var tree in trees) sum += tree.Predict(row);
        return sum;
    }

    /// <summary>Probability of the event, or the quantity.</summary>
    public double Predict(ReadOnlySpan<double> row) => Loss switch
    {
        TreeLoss.Logistic => Links.Sigmoid(Raw(row)),
        TreeLoss.AbsoluteError => Raw(row),
    };

    /// <summary>
    /// What each column moved the raw score by, along the row's path through every tree (Saabas 2014).
    /// The sum plus <see cref="Baseline"/> is <see cref="Raw"/>.
    /// </summary>
    public double[] Contributions(ReadOnlySpan<double> row)
    {
        Check(row.Length);
        var contributions = new double[Schema.Count];
        foreach (var tree in trees) tree.AddContributions(row, contributions);
        return contributions;
    }

    /// <summary>Writes the model; equal models give equal bytes.</summary>
    public void Save(Stream stream) => ModelFile.Write(stream, Kind, Version, writer => TreeModelFields.Write(this, start, trees, writer));

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">The file is no tree model, of another version, truncated or damaged.</exception>
    public static TreeModel Load(Stream stream) => ModelFile.Read(stream, Kind, Version, TreeModelFields.Read);

    internal void WriteFields(BinaryWriter writer) => TreeModelFields.Write(this, start, trees, writer);

    private void Check(int length)
    {
        if (length != Schema.Count) throw new ArgumentException("the row must have one value per column of the model", nameof(length));
    }
}
