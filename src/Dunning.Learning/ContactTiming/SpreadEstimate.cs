namespace Dunning.Learning.ContactTiming;

/// <summary>
/// How much the members of one level differ, estimated from the deviations found (one step of expectation maximisation
/// per round) and held by the assumed spread as if it had been seen on a few members. Where there are no habits it falls
/// towards none, and every hour looks alike.
/// </summary>
internal sealed class SpreadEstimate(TimingGrid grid, TimingSpread assumed, TimingSpread current)
{
    // So many members' worth of the assumption.
    private const double AssumedMembers = 0.3;

    // The step is known to be too short, most of all towards no spread at all; it is lengthened and bounded.
    private const double Lengthening = 4;
    private const double LargestFactor = 3;

    private readonly double[] hourPrecision = LevelPrior.HourPrecision(grid);
    private double members;
    private double levels;
    private double hours;

    /// <summary>Takes in one member's deviation: its mean and covariance, whose first terms are level and hours.</summary>
    public void Add(double[] mean, double[] covariance, int size)
    {
        members++;
        levels += mean[0] * mean[0] + covariance[0];
        for (var i = 0; i < grid.Hours; i++)
            for (var j = Math.Max(0, i - 1); j <= Math.Min(grid.Hours - 1, i + 1); j++)
                hours += hourPrecision[i * grid.Hours + j] * (mean[1 + i] * mean[1 + j] + covariance[(1 + i) * size + 1 + j]);
    }

    /// <summary>
    /// The spread after all members were taken in. That of the level is never set below the assumption: with few contacts
    /// per member this kind of estimate is known to be too small (Breslow and Lin 1995), and chances would be stated too evenly.
    /// </summary>
    public TimingSpread Next() => current with
    {
        Level = Math.Max(assumed.Level, Step(current.Level, assumed.Level, levels)),
        Hour = Step(current.Hour, assumed.Hour, hours / grid.Hours),
    };

    private double Step(double now, double assumption, double squares)
    {
        var found = (squares + AssumedMembers * assumption * assumption) / (members + AssumedMembers);
        var factor = Math.Pow(found / (now * now), Lengthening / 2);
        return now * Math.Clamp(factor, 1 / LargestFactor, LargestFactor);
    }
}
