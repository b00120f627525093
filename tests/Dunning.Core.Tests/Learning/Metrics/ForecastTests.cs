using Dunning.Learning.Calibration;
using Dunning.Learning.Metrics;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Metrics;

public sealed class ForecastTests
{
    [Fact]
    public void Errors_match_their_definitions()
    {
        double[] p = [0.9, 0.2, 0.5];
        bool[] y = [true, false, false];
        ForecastErrors.LogLoss(p, y).ShouldBe(-(Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.5)) / 3, 1e-9);
        ForecastErrors.Brier(p, y).ShouldBe((0.01 + 0.04 + 0.25) / 3, 1e-12);
        ForecastErrors.MeanAbsolute([1, -2, 3], [0, 0, 0]).ShouldBe(2);
        double.IsFinite(ForecastErrors.LogLoss([0, 1], [true, false])).ShouldBeTrue();
    }

    [Fact]
    public void The_calibration_error_is_small_for_an_honest_forecaster_and_finds_a_boaster()
    {
        var (p, y) = Draw(20_000, 1);
        CalibrationError.EqualMass(p, y).ShouldBeLessThan(0.01);
        CalibrationError.EqualMass(p, y, debias: false).ShouldBeGreaterThan(CalibrationError.EqualMass(p, y));
        CalibrationError.EqualMass(Array.ConvertAll(p, x => Math.Min(1, x + 0.1)), y).ShouldBe(0.1, 0.03);
        CalibrationError.EqualMass([1, 1, 1, 1], [false, false, false, false]).ShouldBe(1);
    }

    [Fact]
    public void The_calibration_error_does_not_depend_on_the_order_of_the_rows()
    {
        var (p, y) = Draw(500, 2);
        var rounded = Array.ConvertAll(p, x => Math.Round(x, 1));
        var order = Enumerable.Range(0, p.Length).ToArray();
        new Random(3).Shuffle(order);
        CalibrationError.EqualMass(Array.ConvertAll(order, i => rounded[i]), Array.ConvertAll(order, i => y[i])).ShouldBe(CalibrationError.EqualMass(rounded, y), 1e-12);
    }

    [Fact]
    public void Platt_finds_the_curve_that_drew_the_outcomes()
    {
        var random = new Random(5);
        var scores = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble() * 8 - 4).ToArray();
        var outcomes = Array.ConvertAll(scores, s => random.NextDouble() < Links.Sigmoid(0.7 * s - 1));
        var fitted = PlattScaling.Fit(scores, outcomes);
        fitted.Slope.ShouldBe(0.7, 0.04);
        fitted.Intercept.ShouldBe(-1, 0.06);
        double.IsFinite(PlattScaling.Fit([-1, 1], [false, true]).Slope).ShouldBeTrue();
    }

    [Fact]
    public void A_temperature_undoes_overconfidence_and_keeps_the_order()
    {
        var random = new Random(6);
        var logits = new List<float[]>();
        var targets = new List<int>();
        for (var i = 0; i < 4000; i++)
        {
            float[] honest = [(float)random.NextDouble() * 4, (float)random.NextDouble() * 4, 0];
            var chances = (float[])honest.Clone();
            Links.Softmax(chances);
            var draw = random.NextDouble();
            targets.Add(draw < chances[0] ? 0 : draw < chances[0] + chances[1] ? 1 : 2);
            logits.Add(Array.ConvertAll(honest, x => x * 3));
        }
        TemperatureScaling.FitSoftmax(logits, targets).ShouldBe(3f, 0.25f);
    }

    [Fact]
    public void Isotonic_levels_never_fall_and_no_monotone_step_curve_of_a_grid_fits_better()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 30; trial++)
        {
            var scores = Enumerable.Range(0, 6).Select(_ => random.Next(5) / 4.0).ToArray();
            var outcomes = Array.ConvertAll(scores, s => random.NextDouble() < s);
            var fitted = IsotonicCalibration.Fit(scores, outcomes);
            fitted.Levels.ShouldBe(fitted.Levels.Order());
            var own = Squares(scores, outcomes, fitted.Apply);
            foreach (var curve in MonotoneGrids(5)) own.ShouldBeLessThanOrEqualTo(Squares(scores, outcomes, s => curve[(int)Math.Round(s * 4)]) + 1e-9);
        }
    }

    private static double Squares(double[] scores, bool[] outcomes, Func<double, double> curve) =>
        scores.Zip(outcomes, (s, y) => Math.Pow(curve(s) - (y ? 1 : 0), 2)).Sum();

    private static IEnumerable<double[]> MonotoneGrids(int length) => length == 0
        ? [[]]
        : MonotoneGrids(length - 1).SelectMany(head => Enumerable.Range(0, 7).Select(k => k / 6.0)
            .Where(level => head.Length == 0 || level >= head[^1]).Select(level => (double[])[.. head, level]));

    private static (double[] P, bool[] Y) Draw(int count, int seed)
    {
        var random = new Random(seed);
        var p = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToArray();
        return (p, Array.ConvertAll(p, x => random.NextDouble() < x));
    }
}
