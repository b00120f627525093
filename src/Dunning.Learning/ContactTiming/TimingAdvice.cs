namespace Dunning.Learning.ContactTiming;

/// <summary>What an advised hour rests on.</summary>
public enum TimingBasis
{
    /// <summary>Nothing speaks against the default hour, or too little is known.</summary>
    Default,

    /// <summary>Too little is known: the hour is varied, so that it becomes known. This changes no day and no number of contacts.</summary>
    Spread,

    /// <summary>The hour beats the default hour with the asked confidence.</summary>
    Learned,
}

/// <summary>An advised hour.</summary>
/// <param name="Hour">Local hour, 0 to 23.</param>
/// <param name="Chance">Chance of response at that hour.</param>
/// <param name="DefaultChance">Chance of response at the default hour.</param>
/// <param name="LiftLower">Lower bound of the gain over the default hour, in log-odds; above 0 only when learned.</param>
public sealed record TimingAdvice(int Hour, TimingBasis Basis, TimingEstimate Chance, TimingEstimate DefaultChance, double LiftLower)
{
    /// <summary>
    /// Advises an hour of the window for a weekday. The hour with the highest mean is preferred if the one-sided lower
    /// bound of its gain over the default hour is above 0 and the segment has enough contacts. Otherwise, where
    /// spreading is allowed, the hour is the best one of a draw from what is known, the same for the same seed: hours that
    /// may well be good come often, hours known to be bad hardly ever. Otherwise it is the default hour.
    /// </summary>
    /// <param name="hours">The whole hours at which a message may go out, not empty.</param>
    /// <param name="spreadSeed">Seed of the draw; null to spread nothing.</param>
    public static TimingAdvice For(
        TimingPosterior known, double segmentContacts, DayOfWeek weekday, IReadOnlyList<int> hours, int defaultHour, TimingOptions options, int? spreadSeed)
    {
        var best = hours.MaxBy(hour => known.At(weekday, hour).Mean);
        var lower = best == defaultHour ? 0 : known.Lift(weekday, best, defaultHour).LowerBound(options.Confidence);
        var byDefault = known.At(weekday, defaultHour);
        if (best != defaultHour && lower > 0 && segmentContacts >= options.LeastContacts)
            return new(best, TimingBasis.Learned, known.At(weekday, best), byDefault, lower);
        if (spreadSeed is not { } seed) return new(defaultHour, TimingBasis.Default, byDefault, byDefault, 0);

        var drawn = known.Draw(seed, options.Boldness);
        var spread = hours.MaxBy(hour => Dot(known.Grid.Row(weekday, hour), drawn));
        return new(spread, TimingBasis.Spread, known.At(weekday, spread), byDefault, known.Lift(weekday, spread, defaultHour).LowerBound(options.Confidence));
    }

    private static double Dot(double[] row, double[] effects)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += row[i] * effects[i];
        return sum;
    }
}
