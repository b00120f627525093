using Dunning.Core.Conversation;
using Dunning.Flows.Reading;
using Dunning.Learning.Calibration;
using Dunning.Learning.Linear;

namespace Dunning.Evals.Training;

/// <summary>Fits <see cref="IntentCalibration"/>: per intent a logistic regression by Newton steps, shrunken towards plain averaging of the log-odds.</summary>
internal static class CalibrationFit
{
    private const int Steps = 15;
    private const double Ridge = 1, Average = 0.5, LargestStep = 3, LeastCurvature = 1e-6;

    /// <returns>The calibration and its mean log-loss on the rows it was fitted on.</returns>
    public static (IntentCalibration Calibration, double Loss) Fit(IReadOnlyList<HeldBack> rows)
    {
        var weights = new double[ReaderModel.IntentNames.Count][];
        var losses = new double[weights.Length];
        Parallel.For(0, weights.Length, i =>
        {
            Example[] examples = [.. rows.Select(row => new Example(IntentCalibration.Inputs((Intent)i, row.Evidence), row.Message.Intents.Contains(ReaderModel.IntentNames[i]), row.Weight))];
            weights[i] = Fit(examples);
            losses[i] = examples.Sum(e => e.Weight * Links.Softplus((e.Came ? -1 : 1) * Dot(e.Inputs, weights[i])));
        });
        return (new(weights), losses.Sum() / (rows.Sum(row => row.Weight) * weights.Length));
    }

    private sealed record Example(double[] Inputs, bool Came, double Weight);

    private static double[] Fit(Example[] examples)
    {
        var prior = new double[examples[0].Inputs.Length];
        prior[1] = prior[2] = Average;
        var weights = (double[])prior.Clone();
        for (var step = 0; step < Steps; step++)
        {
            var change = Newton(examples, weights, prior);
            for (var i = 0; i < weights.Length; i++) weights[i] += Math.Clamp(change[i], -LargestStep, LargestStep);
        }
        weights[IntentCalibration.Rule] = Math.Max(0, weights[IntentCalibration.Rule]);
        return weights;
    }

    private static double[] Newton(Example[] examples, double[] weights, double[] prior)
    {
        var gradient = new double[weights.Length];
        var hessian = new double[weights.Length, weights.Length];
        foreach (var (inputs, came, weight) in examples)
        {
            var p = Links.Sigmoid(Dot(inputs, weights));
            var (error, curvature) = (weight * ((came ? 1 : 0) - p), weight * Math.Max(p * (1 - p), LeastCurvature));
            for (var i = 0; i < inputs.Length; i++)
            {
                gradient[i] += error * inputs[i];
                for (var j = 0; j <= i; j++) hessian[i, j] += curvature * inputs[i] * inputs[j];
            }
        }
        for (var i = 0; i < weights.Length; i++)
        {
            gradient[i] -= Ridge * (weights[i] - prior[i]);
            hessian[i, i] += Ridge;
        }
        return Cholesky.Solve(hessian, gradient);
    }

    private static double Dot(double[] inputs, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += inputs[i] * weights[i];
        return sum;
    }
}
