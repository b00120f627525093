using System.Globalization;
using Dunning.Learning.Storage;

namespace Dunning.Learning.Trees;

/// <summary>The fields of a tree model in a file; every link between nodes is checked on reading.</summary>
internal static class TreeModelFields
{
    public static void Write(TreeModel model, double start, Tree[] trees, BinaryWriter writer)
    {
        writer.Write((byte)(model.Loss switch { TreeLoss.Logistic => 0, TreeLoss.AbsoluteError => 1 }));
        writer.Write(model.Schema.Count);
        foreach (var column in model.Schema)
        {
            writer.Write(column.Name);
            writer.Write(column.Categorical);
        }
        writer.Write(start);
        writer.Write(trees.Length);
        foreach (var tree in trees)
        {
            writer.Write(tree.Nodes.Length);
            foreach (var node in tree.Nodes) WriteNode(node, writer);
        }
    }

    public static TreeModel Read(BinaryReader reader)
    {
        var loss = reader.ReadByte() switch
        {
            0 => TreeLoss.Logistic,
            1 => TreeLoss.AbsoluteError,
            var other => throw new ModelFileException("field loss is " + other.ToString(CultureInfo.InvariantCulture) + ", known are 0 and 1"),
        };
        var schema = new TreeColumn[reader.ReadCount("columns", 10_000)];
        for (var i = 0; i < schema.Length; i++)
        {
            var name = reader.ReadString();
            schema[i] = new TreeColumn(name, reader.ReadBoolean());
        }
        var start = reader.ReadDouble();
        var trees = new Tree[reader.ReadCount("trees", 10_000)];
        for (var i = 0; i < trees.Length; i++)
        {
            var nodes = new TreeNode[reader.ReadCount("nodes", 4096)];
            if (nodes.Length == 0) throw new ModelFileException("a tree has no nodes");
            for (var k = 0; k < nodes.Length; k++) nodes[k] = ReadNode(reader, k, nodes.Length, schema.Length);
            trees[i] = new Tree(nodes);
        }
        return new TreeModel(loss, schema, start, trees);
    }

    private static void WriteNode(TreeNode node, BinaryWriter writer)
    {
        writer.Write(node.Column);
        writer.Write(node.Value);
        writer.Write(node.Rows);
        if (node.IsLeaf) return;
        writer.Write(node.Threshold);
        writer.Write(node.MissingLeft);
        writer.Write(node.Left);
        writer.Write(node.Right);
        writer.Write(node.Codes is not null);
        foreach (var word in node.Codes ?? []) writer.Write(word);
    }

    private static TreeNode ReadNode(BinaryReader reader, int index, int nodes, int columns)
    {
        var node = new TreeNode { Column = reader.ReadInt32(), Value = reader.ReadDouble(), Rows = reader.ReadInt32() };
        if (node.Column == -1) return node;
        node.Threshold = reader.ReadDouble();
        node.MissingLeft = reader.ReadBoolean();
        node.Left = reader.ReadInt32();
        node.Right = reader.ReadInt32();
        if (reader.ReadBoolean())
        {
            node.Codes = new ulong[BinnedTable.Bins / 64];
            for (var i = 0; i < node.Codes.Length; i++) node.Codes[i] = reader.ReadUInt64();
        }
        // Children behind their parent means that no path can run in a circle.
        var sound = node.Column >= 0 && node.Column < columns && node.Left > index && node.Right > index && node.Left < nodes && node.Right < nodes;
        return sound ? node : throw new ModelFileException("a tree node points outside its tree or table");
    }
}
