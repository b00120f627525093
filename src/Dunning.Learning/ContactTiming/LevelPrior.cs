namespace Dunning.Learning.ContactTiming;

/// <summary>How far one level (an account) differs from the one above (its segment), as standard deviations on the log-odds scale.</summary>
/// <param name="Level">Of the level of response.</param>
/// <param name="Hour">Of the effect of an hour.</param>
/// <param name="Weekday">Of the effect of a weekday.</param>
/// <param name="Slope">Of a weekday's slope over the day.</param>
public sealed record TimingSpread(double Level, double Hour, double Weekday, double Slope);

/// <summary>
/// A Gaussian prior of deviations, as a precision. Neighbouring hours move together: their correlation falls by a factor
/// e over 1.5 hours.
/// </summary>
internal static class LevelPrior
{
    private const double HoursOfMemory = 1.5;

    /// <summary>Of all terms, or with <paramref name="size"/> of the first ones.</summary>
    public static double[] Precision(TimingGrid grid, TimingSpread spread, int size)
    {
        var precision = new double[size * size];
        precision[0] = 1 / (spread.Level * spread.Level);
        var hours = HourPrecision(grid);
        for (var i = 0; i < grid.Hours; i++)
            for (var j = 0; j < grid.Hours; j++) precision[(1 + i) * size + 1 + j] = hours[i * grid.Hours + j] / (spread.Hour * spread.Hour);
        for (var term = 1 + grid.Hours; term < size; term++)
        {
            var deviation = term < grid.SlopesAt ? spread.Weekday : spread.Slope;
            precision[term * (size + 1)] = 1 / (deviation * deviation);
        }
        return precision;
    }

    /// <summary>The precision of hour effects of unit variance.</summary>
    public static double[] HourPrecision(TimingGrid grid)
    {
        var n = grid.Hours;
        var correlation = new double[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) correlation[i * n + j] = Math.Exp(-Math.Abs(i - j) / HoursOfMemory);
        return Square.Inverse(correlation, n);
    }
}
