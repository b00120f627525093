namespace Dunning.Learning.Calibration;

/// <summary>A logistic curve over scores: p = 1 / (1 + e^−(slope·score + intercept)) (Platt 1999).</summary>
/// <param name="Slope">Steepness.</param>
/// <param name="Intercept">Offset on the logit scale.</param>
public sealed record PlattScaling(double Slope, double Intercept)
{
    /// <summary>Calibrated probability of a score.</summary>
    public double Apply(double score) => Links.Sigmoid(Slope * score + Intercept);

    /// <summary>
    /// Fits by Newton steps with halving (Lin, Lin and Weng 2007), against targets pulled away from 0 and 1 so that separable data stays finite.
    /// </summary>
    public static PlattScaling Fit(double[] scores, bool[] outcomes)
    {
        Metrics.Pairs.Check(scores, outcomes);
        double positives = outcomes.Count(o => o), negatives = outcomes.Length - positives;
        var (high, low) = ((positives + 1) / (positives + 2), 1 / (negatives + 2));
        var targets = Array.ConvertAll(outcomes, o => o ? high : low);
        double slope = 0, intercept = Math.Log((positives + 1) / (negatives + 1));
        var loss = Loss(scores, targets, slope, intercept);
        for (var round = 0; round < 100; round++)
        {
            var (stepSlope, stepIntercept, size) = NewtonStep(scores, targets, slope, intercept);
            if (size < 1e-10) break;
            var length = 1.0;
            for (; length > 1e-10; length /= 2)
            {
                var next = Loss(scores, targets, slope - length * stepSlope, intercept - length * stepIntercept);
                if (next >= loss) continue;
                (slope, intercept, loss) = (slope - length * stepSlope, intercept - length * stepIntercept, next);
                break;
            }
            if (length <= 1e-10) break;
        }
        return new PlattScaling(slope, intercept);
    }

    private static (double Slope, double Intercept, double Size) NewtonStep(double[] x, double[] t, double slope, double intercept)
    {
        double g1 = 0, g0 = 0, h11 = 1e-12, h10 = 0, h00 = 1e-12;
        for (var i = 0; i < x.Length; i++)
        {
            var p = Links.Sigmoid(slope * x[i] + intercept);
            var (d, w) = (p - t[i], p * (1 - p));
            (g1, g0) = (g1 + d * x[i], g0 + d);
            (h11, h10, h00) = (h11 + w * x[i] * x[i], h10 + w * x[i], h00 + w);
        }
        var determinant = Math.Max(h11 * h00 - h10 * h10, 1e-300);
        return ((h00 * g1 - h10 * g0) / determinant, (h11 * g0 - h10 * g1) / determinant, Math.Abs(g1) + Math.Abs(g0));
    }

    private static double Loss(double[] x, double[] t, double slope, double intercept)
    {
        var loss = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var f = slope * x[i] + intercept;
            loss += t[i] * Links.Softplus(-f) + (1 - t[i]) * Links.Softplus(f);
        }
        return loss;
    }
}
