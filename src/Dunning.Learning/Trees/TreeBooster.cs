using Dunning.Learning.Calibration;

namespace Dunning.Learning.Trees;

/// <summary>Gradient boosting on histograms (Friedman 2001; Ke et al. 2017).</summary>
public static class TreeBooster
{
    /// <summary>
    /// Trains on rows ordered by time. With a validation share, the newest rows decide how many trees are kept and are not trained on.
    /// </summary>
    /// <param name="table">Features, oldest row first.</param>
    /// <param name="targets">0 or 1 under <see cref="TreeLoss.Logistic"/>, any finite number under <see cref="TreeLoss.AbsoluteError"/>.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">No rows, a target that does not fit the loss, or an option out of range.</exception>
    public static TreeModel Train(TreeTable table, double[] targets, TreeOptions options)
    {
        options.Validate();
        Check(table, targets, options.Loss);
        var fitRows = Math.Max(1, table.Rows - (int)(table.Rows * options.ValidationShare));
        var run = new Run(table, targets, options, fitRows);
        var best = run.Loss();
        var (kept, trees) = (0, new List<Tree>());
        for (var round = 1; round <= options.MaximumTrees; round++)
        {
            var tree = run.Next();
            if (tree.Nodes.Length == 1) break;
            trees.Add(tree);
            if (fitRows == table.Rows)
            {
                kept = round;
                continue;
            }
            var loss = run.Loss();
            if (loss < best) (best, kept) = (loss, round);
            else if (round - kept >= options.Patience) break;
        }
        return new TreeModel(options.Loss, [.. table.Schema], run.Start, [.. trees.Take(kept)]);
    }

    private static void Check(TreeTable table, double[] targets, TreeLoss loss)
    {
        if (table.Rows == 0) throw new ArgumentException("there are no rows to train on", nameof(table));
        if (targets.Length != table.Rows) throw new ArgumentException("as many targets as rows are needed", nameof(targets));
        var fits = loss switch
        {
            TreeLoss.Logistic => Array.TrueForAll(targets, t => t is 0 or 1),
            TreeLoss.AbsoluteError => Array.TrueForAll(targets, double.IsFinite),
        };
        if (!fits) throw new ArgumentException("a target does not fit the loss: 0 or 1 for Logistic, a finite number for AbsoluteError", nameof(targets));
    }

    private sealed class Run
    {
        private readonly TreeTable table;
        private readonly double[] targets;
        private readonly TreeOptions options;
        private readonly TreeGrower grower;
        private readonly Random random;
        private readonly int[] rows;
        private readonly int[] columns;
        private readonly double[] scores;
        private readonly double[] gradients;
        private readonly double[]? curvatures;

        public Run(TreeTable table, double[] targets, TreeOptions options, int fitRows)
        {
            (this.table, this.targets, this.options) = (table, targets, options);
            grower = new TreeGrower(BinnedTable.From(table, fitRows), options);
            random = new Random(options.Seed);
            rows = [.. Enumerable.Range(0, fitRows)];
            columns = [.. Enumerable.Range(0, table.Schema.Count)];
            Start = options.Loss switch
            {
                TreeLoss.Logistic => Links.Logit(Math.Clamp(targets.Take(fitRows).Average(), 1e-6, 1 - 1e-6)),
                TreeLoss.AbsoluteError => Median(targets[..fitRows]),
            };
            (scores, gradients) = (new double[table.Rows], new double[table.Rows]);
            Array.Fill(scores, Start);
            curvatures = options.Loss == TreeLoss.Logistic ? new double[table.Rows] : null;
        }

        public double Start { get; }

        public Tree Next()
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (curvatures is null)
                {
                    gradients[i] = Math.Sign(scores[i] - targets[i]);
                    continue;
                }
                var p = Links.Sigmoid(scores[i]);
                (gradients[i], curvatures[i]) = (p - targets[i], p * (1 - p));
            }
            var tree = grower.Grow(Sample(rows, options.RowShare), Sample(columns, options.ColumnShare), gradients, curvatures, LeafValue);
            for (var i = 0; i < scores.Length; i++) scores[i] += tree.Predict(table, i);
            return tree;
        }

        public double Loss()
        {
            var sum = 0.0;
            for (var i = rows.Length; i < scores.Length; i++)
                sum += curvatures is null ? Math.Abs(scores[i] - targets[i]) : Links.Softplus(targets[i] == 1 ? -scores[i] : scores[i]);
            return sum;
        }

        // Newton's step for log-odds; for absolute error the median of what is left, which is exact.
        private double LeafValue(ReadOnlySpan<int> leaf)
        {
            if (curvatures is null)
            {
                var left = new double[leaf.Length];
                for (var i = 0; i < left.Length; i++) left[i] = targets[leaf[i]] - scores[leaf[i]];
                return Median(left);
            }
            double g = 0, h = 0;
            foreach (var i in leaf) (g, h) = (g + gradients[i], h + curvatures[i]);
            return -g / (h + options.L2 + 1e-12);
        }

        private int[] Sample(int[] from, double share)
        {
            if (share >= 1) return from;
            var picked = (int[])from.Clone();
            random.Shuffle(picked);
            Array.Resize(ref picked, Math.Max(1, (int)Math.Round(from.Length * share)));
            Array.Sort(picked);
            return picked;
        }

        private static double Median(double[] values)
        {
            Array.Sort(values);
            return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        }
    }
}
