namespace Dunning.Learning.Metrics;

/// <summary>Expected calibration error: how far stated probabilities are from observed frequencies, on average.</summary>
public static class CalibrationError
{
    /// <summary>
    /// ECE over bins of equal mass, each bin's gap debiased: the squared gap is reduced by its own sampling variance
    /// before the root (after Kumar, Liang and Ma 2019), so that a small sample of a perfect forecaster does not look miscalibrated.
    /// Equal forecasts share a bin, so the order of the rows does not matter.
    /// </summary>
    /// <returns>0 (calibrated) to 1.</returns>
    public static double EqualMass(double[] probabilities, bool[] outcomes, int bins = 15, bool debias = true)
    {
        Pairs.Check(probabilities, outcomes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (p, y) = Pairs.SortedByScore(probabilities, outcomes);
        var error = 0.0;
        for (int start = 0, bin = 1; start < p.Length; bin++)
        {
            var end = Math.Max(start + 1, (int)((long)p.Length * bin / bins));
            while (end < p.Length && p[end] == p[end - 1]) end++;
            error += (double)(end - start) / p.Length * Gap(p.AsSpan(start..end), y.AsSpan(start..end), debias);
            start = end;
        }
        return error;
    }

    private static double Gap(ReadOnlySpan<double> p, ReadOnlySpan<bool> y, bool debias)
    {
        double stated = 0, came = 0;
        for (var i = 0; i < p.Length; i++)
        {
            stated += p[i];
            came += y[i] ? 1 : 0;
        }
        (stated, came) = (stated / p.Length, came / p.Length);
        var gap = stated - came;
        if (!debias) return Math.Abs(gap);
        return p.Length < 2 ? 0 : Math.Sqrt(Math.Max(0, gap * gap - came * (1 - came) / (p.Length - 1)));
    }
}
