namespace Dunning.Learning.Calibration;

/// <summary>A rising curve over scores, fitted by pooling adjacent violators (Ayer et al. 1955); linear between its knots, flat beyond.</summary>
public sealed class IsotonicCalibration
{
    private readonly double[] scores;
    private readonly double[] levels;

    private IsotonicCalibration(double[] scores, double[] levels) => (this.scores, this.levels) = (scores, levels);

    /// <summary>Scores at which the curve has a knot, rising.</summary>
    public IReadOnlyList<double> Knots => scores;

    /// <summary>Probability at each knot, never falling.</summary>
    public IReadOnlyList<double> Levels => levels;

    /// <summary>Fits the curve that minimises the squared error among all that never fall.</summary>
    public static IsotonicCalibration Fit(double[] scores, bool[] outcomes)
    {
        Metrics.Pairs.Check(scores, outcomes);
        var (s, y) = Metrics.Pairs.SortedByScore(scores, outcomes);
        List<Block> blocks = [];
        for (var i = 0; i < s.Length;)
        {
            // Equal scores must share one level, so they enter as one block.
            var (start, sum) = (i, 0.0);
            for (; i < s.Length && s[i] == s[start]; i++) sum += y[i] ? 1 : 0;
            var block = new Block(s[start], s[start], sum, i - start);
            while (blocks.Count > 0 && blocks[^1].Mean >= block.Mean)
            {
                block = new Block(blocks[^1].Low, block.High, blocks[^1].Sum + block.Sum, blocks[^1].Count + block.Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        return new IsotonicCalibration(
            [.. blocks.SelectMany(b => b.Low == b.High ? new[] { b.Low } : [b.Low, b.High])],
            [.. blocks.SelectMany(b => b.Low == b.High ? new[] { b.Mean } : [b.Mean, b.Mean])]);
    }

    /// <summary>Calibrated probability of a score, 0 to 1.</summary>
    public double Apply(double score)
    {
        var at = Array.BinarySearch(scores, score);
        if (at >= 0) return levels[at];
        var above = ~at;
        if (above == 0) return levels[0];
        if (above == scores.Length) return levels[^1];
        var share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return levels[above - 1] + share * (levels[above] - levels[above - 1]);
    }

    private readonly record struct Block(double Low, double High, double Sum, int Count)
    {
        public double Mean => Sum / Count;
    }
}
