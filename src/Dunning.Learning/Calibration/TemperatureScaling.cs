namespace Dunning.Learning.Calibration;

/// <summary>
/// One number that divides all logits so that probabilities mean what they say (Guo et al. 2017, "On calibration of modern neural networks").
/// The order of the labels never changes.
/// </summary>
public static class TemperatureScaling
{
    // Range of the search on a logarithmic scale: temperatures from 0.1 to 10.
    private const double Reach = 2.302585092994046;

    /// <summary>Temperature that minimises the negative log-likelihood of the targets under softmax.</summary>
    /// <param name="logits">One row of logits per example.</param>
    /// <param name="targets">Position of the true label of each example.</param>
    public static float FitSoftmax(IReadOnlyList<float[]> logits, IReadOnlyList<int> targets)
    {
        if (logits.Count != targets.Count) throw new ArgumentException("as many targets as rows of logits are needed", nameof(targets));
        return Fit(temperature =>
        {
            var loss = 0.0;
            for (var i = 0; i < logits.Count; i++) loss += SoftmaxLoss(logits[i], targets[i], temperature);
            return loss;
        });
    }

    /// <summary>Temperature that minimises the summed binary log-loss of independent labels.</summary>
    /// <param name="logits">One row of logits per example.</param>
    /// <param name="targets">For each example, which labels hold.</param>
    public static float FitSigmoid(IReadOnlyList<float[]> logits, IReadOnlyList<bool[]> targets)
    {
        if (logits.Count != targets.Count) throw new ArgumentException("as many targets as rows of logits are needed", nameof(targets));
        return Fit(temperature =>
        {
            var loss = 0.0;
            for (var i = 0; i < logits.Count; i++)
                for (var label = 0; label < logits[i].Length; label++)
                    loss += Links.Softplus((targets[i][label] ? -1 : 1) * logits[i][label] / temperature);
            return loss;
        });
    }

    internal static double SoftmaxLoss(float[] logits, int target, double temperature)
    {
        double largest = logits.Max() / temperature, sum = 0;
        foreach (var logit in logits) sum += Math.Exp(logit / temperature - largest);
        return largest + Math.Log(sum) - logits[target] / temperature;
    }

    // Golden-section search; the squared logarithm keeps a handful of perfectly separated rows from driving it to the edge.
    private static float Fit(Func<double, double> loss)
    {
        double Cost(double x) => loss(Math.Exp(x)) + x * x;
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double low = -Reach, high = Reach;
        double left = high - ratio * (high - low), right = low + ratio * (high - low);
        double costLeft = Cost(left), costRight = Cost(right);
        while (high - low > 1e-4)
        {
            if (costLeft < costRight)
            {
                (high, right, costRight) = (right, left, costLeft);
                costLeft = Cost(left = high - ratio * (high - low));
            }
            else
            {
                (low, left, costLeft) = (left, right, costRight);
                costRight = Cost(right = low + ratio * (high - low));
            }
        }
        return (float)Math.Exp((low + high) / 2);
    }
}
