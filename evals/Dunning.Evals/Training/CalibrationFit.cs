using Dunning.Flows.Reading;
using Dunning.Learning.Calibration;

namespace Dunning.Evals.Training;

/// <summary>
/// Fits <see cref="IntentCalibration"/>: logistic regression by Newton steps with weights shared by all intents and a
/// shrunken deviation of constant and rule bonus per intent.
/// </summary>
internal static class CalibrationFit
{
    private const int Steps = 25, Shared = 4;
    private const double Ridge = 1;

    /// <returns>The calibration and its mean log-loss on the rows it was fitted on.</returns>
    public static (IntentCalibration Calibration, double Loss) Fit(IReadOnlyList<HeldBack> rows)
    {
        var intents = ReaderModel.IntentNames.Count;
        var w = new double[Shared + 2 * intents];
        (w[1], w[2]) = (0.5, 0.5);
        var examples = rows.SelectMany(row => Enumerable.Range(0, intents).Select(i => Of(row, i))).ToArray();
        for (var step = 0; step < Steps; step++) Newton(examples, w);
        var loss = examples.Sum(e => e.Weight * Links.Softplus((e.Came ? -1 : 1) * Dot(e, w))) / examples.Sum(e => e.Weight);
        return (new(w[1], w[2], [.. Enumerable.Range(0, intents).Select(i => w[0] + w[Shared + i])], [.. Enumerable.Range(0, intents).Select(i => Math.Max(0, w[3] + w[Shared + intents + i]))]), loss);
    }

    private sealed record Example((int Column, double Value)[] Inputs, bool Came, double Weight);

    private static Example Of(HeldBack row, int intent)
    {
        var (e, intents) = (row.Evidence, ReaderModel.IntentNames.Count);
        List<(int, double)> inputs = [(0, 1), (1, Links.Logit(e.Sentence[intent])), (2, Links.Logit(e.Message[intent])), (Shared + intent, 1)];
        if (e.Ruled[intent]) inputs.AddRange([(3, 1), (Shared + intents + intent, 1)]);
        return new([.. inputs], row.Message.Intents.Contains(ReaderModel.IntentNames[intent]), row.Weight);
    }

    private static double Dot(Example example, double[] w)
    {
        var sum = 0.0;
        foreach (var (column, value) in example.Inputs) sum += value * w[column];
        return sum;
    }

    private static void Newton(Example[] examples, double[] w)
    {
        var gradient = new double[w.Length];
        var hessian = new double[w.Length, w.Length];
        foreach (var example in examples)
        {
            var p = Links.Sigmoid(Dot(example, w));
            foreach (var (i, x) in example.Inputs)
            {
                gradient[i] += example.Weight * ((example.Came ? 1 : 0) - p) * x;
                foreach (var (j, z) in example.Inputs) hessian[i, j] += example.Weight * p * (1 - p) * x * z;
            }
        }
        for (var i = 0; i < w.Length; i++)
        {
            var ridge = i < Shared ? 1e-3 : Ridge;
            gradient[i] -= ridge * w[i];
            hessian[i, i] += ridge;
        }
        var step = Solve(hessian, gradient);
        for (var i = 0; i < w.Length; i++) w[i] += step[i];
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
            for (var i = k + 1; i < n; i++)
            {
                var f = a[i, k] / a[k, k];
                for (var j = k; j < n; j++) a[i, j] -= f * a[k, j];
                b[i] -= f * b[k];
            }
        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            x[i] = b[i];
            for (var j = i + 1; j < n; j++) x[i] -= a[i, j] * x[j];
            x[i] /= a[i, i];
        }
        return x;
    }
}
