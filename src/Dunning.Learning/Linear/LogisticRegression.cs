using Dunning.Learning.Calibration;
using Dunning.Learning.Storage;

namespace Dunning.Learning.Linear;

/// <summary>
/// Logistic regression with an L2 penalty on standardised columns. A missing value takes the column's mean and switches an indicator on.
/// Strong where rows are few, and its contributions are exact.
/// </summary>
public sealed class LogisticRegression
{
    private readonly double[] means;
    private readonly double[] scales;
    private readonly double[] weights;

    private LogisticRegression(double[] means, double[] scales, double[] weights) => (this.means, this.scales, this.weights) = (means, scales, weights);

    private int Columns => means.Length;

    /// <summary>Fits by Newton's method.</summary>
    /// <param name="rows">Rows of equal length; NaN means missing.</param>
    /// <param name="outcomes">One per row.</param>
    /// <param name="penalty">L2 penalty on standardised weights, above 0; the intercept is free.</param>
    public static LogisticRegression Fit(double[][] rows, bool[] outcomes, double penalty = 1)
    {
        if (rows.Length == 0 || rows.Length != outcomes.Length) throw new ArgumentException("rows and outcomes must be as many, and not none", nameof(rows));
        if (!(penalty > 0)) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "must be above 0");
        var (means, scales) = Standards(rows);
        var model = new LogisticRegression(means, scales, new double[2 * means.Length + 1]);
        var inputs = Array.ConvertAll(rows, model.Inputs);
        for (var round = 0; round < 25; round++)
        {
            var step = model.NewtonStep(inputs, outcomes, penalty);
            for (var i = 0; i < step.Length; i++) model.weights[i] -= step[i];
            if (step.Max(Math.Abs) < 1e-8) break;
        }
        return model;
    }

    /// <summary>Log-odds of a row.</summary>
    public double Raw(double[] row) => Dot(Inputs(row));

    /// <summary>What each column moves the log-odds by against a row of mean values.</summary>
    public double[] Contributions(double[] row)
    {
        var inputs = Inputs(row);
        var contributions = new double[Columns];
        for (var c = 0; c < Columns; c++) contributions[c] = inputs[c] * weights[c] + inputs[Columns + c] * weights[Columns + c];
        return contributions;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Columns);
        foreach (var value in means.Concat(scales).Concat(weights)) writer.Write(value);
    }

    internal static LogisticRegression Read(BinaryReader reader)
    {
        var columns = reader.ReadCount("logistic columns", 100_000);
        double[] Block(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadDouble())];
        return new LogisticRegression(Block(columns), Block(columns), Block(2 * columns + 1));
    }

    private static (double[] Means, double[] Scales) Standards(double[][] rows)
    {
        var columns = rows[0].Length;
        var (means, scales) = (new double[columns], new double[columns]);
        for (var c = 0; c < columns; c++)
        {
            double sum = 0, squares = 0;
            var count = 0;
            foreach (var row in rows)
            {
                if (double.IsNaN(row[c])) continue;
                (sum, count) = (sum + row[c], count + 1);
            }
            means[c] = count > 0 ? sum / count : 0;
            foreach (var row in rows)
                if (!double.IsNaN(row[c])) squares += (row[c] - means[c]) * (row[c] - means[c]);
            var deviation = count > 0 ? Math.Sqrt(squares / count) : 0;
            scales[c] = deviation > 1e-9 ? deviation : 1;
        }
        return (means, scales);
    }

    // Standardised values, then one indicator per column, then the constant. Outliers are cut at eight deviations.
    private double[] Inputs(double[] row)
    {
        var inputs = new double[2 * Columns + 1];
        for (var c = 0; c < Columns; c++)
        {
            if (double.IsNaN(row[c])) inputs[Columns + c] = 1;
            else inputs[c] = Math.Clamp((row[c] - means[c]) / scales[c], -8, 8);
        }
        inputs[^1] = 1;
        return inputs;
    }

    private double Dot(double[] inputs)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += inputs[i] * weights[i];
        return sum;
    }

    private double[] NewtonStep(double[][] inputs, bool[] outcomes, double penalty)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var hessian = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            var ridge = i == size - 1 ? 1e-9 : penalty;
            gradient[i] = ridge * weights[i];
            hessian[i, i] = ridge;
        }
        var used = new int[size];
        for (var row = 0; row < inputs.Length; row++)
        {
            var (x, count) = (inputs[row], 0);
            for (var i = 0; i < size; i++)
                if (x[i] != 0) used[count++] = i;
            var p = Links.Sigmoid(Dot(x));
            var (error, curvature) = (p - (outcomes[row] ? 1 : 0), Math.Max(p * (1 - p), 1e-6));
            for (var a = 0; a < count; a++)
            {
                gradient[used[a]] += error * x[used[a]];
                var product = curvature * x[used[a]];
                for (var b = 0; b <= a; b++) hessian[used[a], used[b]] += product * x[used[b]];
            }
        }
        return Cholesky.Solve(hessian, gradient);
    }
}
