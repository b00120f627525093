using Dunning.Learning.Calibration;
using Dunning.Learning.Intervals;

namespace Dunning.Learning.ContactTiming;

/// <summary>A chance of response with its uncertainty, on the log-odds scale.</summary>
/// <param name="Mean">Log-odds.</param>
/// <param name="Deviation">Standard deviation of the log-odds.</param>
public readonly record struct TimingEstimate(double Mean, double Deviation)
{
    /// <summary>The chance of response, 0 to 1, averaged over the uncertainty (MacKay 1992).</summary>
    public double Probability => Links.Sigmoid(Mean / Math.Sqrt(1 + Math.PI * Deviation * Deviation / 8));

    /// <summary>Two-sided interval of the chance.</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    public ProportionInterval Interval(double confidence = 0.9)
    {
        var reach = SpecialFunctions.NormalQuantile((1 + confidence) / 2) * Deviation;
        return new(Links.Sigmoid(Mean - reach), Links.Sigmoid(Mean + reach));
    }

    /// <summary>Lower bound, one-sided, of the log-odds.</summary>
    public double LowerBound(double confidence) => Mean - SpecialFunctions.NormalQuantile(confidence) * Deviation;
}

/// <summary>What is known about when one account, or an account nothing is known of, responds.</summary>
/// <param name="Contacts">The account's own contacts, faded with age.</param>
/// <param name="Responses">Those of them that were answered.</param>
public sealed record TimingPosterior(TimingGrid Grid, double Contacts, double Responses)
{
    internal double[] Mean { get; init; } = [];

    internal double[] Covariance { get; init; } = [];

    /// <summary>The chance of response to a contact on that weekday at that hour.</summary>
    public TimingEstimate At(DayOfWeek weekday, int hour) => Of(Grid.Row(weekday, hour));

    /// <summary>How much better an hour is than another, as a difference of log-odds.</summary>
    public TimingEstimate Lift(DayOfWeek weekday, int hour, int over)
    {
        var row = Grid.Row(weekday, hour);
        Square.Add(row, Grid.Row(weekday, over), -1);
        return Of(row);
    }

    /// <summary>The effects drawn at random from what is known; the same seed draws the same.</summary>
    internal double[] Draw(int seed, double boldness)
    {
        var random = new Random(seed);
        var n = Mean.Length;
        var factor = Square.Factor(Covariance, n);
        var noise = new double[n];
        for (var i = 0; i < n; i++) noise[i] = boldness * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var drawn = Square.Times(factor, noise);
        Square.Add(drawn, Mean);
        return drawn;
    }

    private TimingEstimate Of(double[] row)
    {
        var mean = 0.0;
        for (var i = 0; i < row.Length; i++) mean += row[i] * Mean[i];
        return new(mean, Math.Sqrt(Math.Max(0, Square.Form(Covariance, row, row))));
    }
}
