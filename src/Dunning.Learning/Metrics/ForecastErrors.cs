using Dunning.Learning.Calibration;

namespace Dunning.Learning.Metrics;

/// <summary>Averages of how far forecasts are from what came.</summary>
public static class ForecastErrors
{
    /// <summary>Mean negative log-likelihood in nats; probabilities are held 1e-12 away from 0 and 1.</summary>
    public static double LogLoss(double[] probabilities, bool[] outcomes)
    {
        Pairs.Check(probabilities, outcomes);
        return Mean(probabilities.Length, i => Links.Softplus(outcomes[i] ? -Links.Logit(probabilities[i]) : Links.Logit(probabilities[i])));
    }

    /// <summary>Brier score: mean squared difference of probability and outcome, 0 to 1.</summary>
    public static double Brier(double[] probabilities, bool[] outcomes)
    {
        Pairs.Check(probabilities, outcomes);
        return Mean(probabilities.Length, i => Square(probabilities[i] - (outcomes[i] ? 1 : 0)));
    }

    /// <summary>Mean absolute difference, in the unit of the values.</summary>
    public static double MeanAbsolute(double[] forecasts, double[] values)
    {
        Pairs.Check(forecasts, values);
        return Mean(forecasts.Length, i => Math.Abs(forecasts[i] - values[i]));
    }

    private static double Mean(int count, Func<int, double> error)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += error(i);
        return sum / count;
    }

    private static double Square(double x) => x * x;
}
