namespace Dunning.Learning.Metrics;

/// <summary>How well scores put what happened above what did not; only the order of the scores counts.</summary>
public static class Ranking
{
    /// <summary>
    /// Area under the ROC curve: the chance that a random positive scores above a random negative, a tie counting one half (Mann–Whitney U).
    /// </summary>
    /// <returns>0 to 1; 0.5 is guessing.</returns>
    /// <exception cref="ArgumentException">Only one outcome occurs, so there is nothing to rank.</exception>
    public static double RocAuc(double[] scores, bool[] outcomes)
    {
        var (s, y) = Sorted(scores, outcomes);
        double below = 0, won = 0;
        for (var start = 0; start < s.Length;)
        {
            var (end, positives) = Run(s, y, start);
            var negatives = end - start - positives;
            won += positives * (below + negatives / 2.0);
            below += negatives;
            start = end;
        }
        return won / (below * (s.Length - below));
    }

    /// <summary>
    /// Average precision, the step-wise area under the precision-recall curve: Σ (recallₙ − recallₙ₋₁) · precisionₙ over the distinct scores, highest first.
    /// </summary>
    /// <returns>0 to 1; guessing gives the share of positives.</returns>
    /// <exception cref="ArgumentException">Only one outcome occurs.</exception>
    public static double AveragePrecision(double[] scores, bool[] outcomes)
    {
        var (s, y) = Sorted(scores, outcomes);
        double positives = y.Count(o => o), area = 0, found = 0;
        for (var end = s.Length; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && s[start - 1] == s[start]) start--;
            var hits = 0;
            for (var i = start; i < end; i++) hits += y[i] ? 1 : 0;
            found += hits;
            area += hits / positives * (found / (s.Length - start));
            end = start;
        }
        return area;
    }

    private static (int End, int Positives) Run(double[] s, bool[] y, int start)
    {
        var (end, positives) = (start, 0);
        for (; end < s.Length && s[end] == s[start]; end++) positives += y[end] ? 1 : 0;
        return (end, positives);
    }

    private static (double[] Scores, bool[] Outcomes) Sorted(double[] scores, bool[] outcomes)
    {
        Pairs.Check(scores, outcomes);
        return outcomes.Distinct().Count() == 2
            ? Pairs.SortedByScore(scores, outcomes)
            : throw new ArgumentException("ranking needs both outcomes; only one occurs", nameof(outcomes));
    }
}
