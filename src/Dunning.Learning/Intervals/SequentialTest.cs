namespace Dunning.Learning.Intervals;

/// <summary>What a sequential test says so far.</summary>
public enum SequentialVerdict
{
    /// <summary>Neither hypothesis is supported enough; go on.</summary>
    Continue,

    /// <summary>The failure rate is the acceptable one.</summary>
    Acceptable,

    /// <summary>The failure rate is the unacceptable one; stop.</summary>
    Unacceptable,
}

/// <summary>
/// Sequential probability ratio test (Wald 1945) on a failure rate. Unlike a repeated interval it may be asked after every single trial.
/// </summary>
public sealed class SequentialTest
{
    private readonly double perFailure;
    private readonly double perSuccess;

    /// <summary>Sets up the test.</summary>
    /// <param name="acceptable">Failure rate that is fine, above 0.</param>
    /// <param name="unacceptable">Failure rate that is not, above <paramref name="acceptable"/> and below 1.</param>
    /// <param name="falseAlarm">Chance of "unacceptable" although the rate is acceptable, above 0 and below 0.5.</param>
    /// <param name="missed">Chance of "acceptable" although the rate is unacceptable, above 0 and below 0.5.</param>
    public SequentialTest(double acceptable, double unacceptable, double falseAlarm, double missed)
    {
        if (!(acceptable > 0 && acceptable < unacceptable && unacceptable < 1))
            throw new ArgumentException("rates must satisfy 0 < acceptable < unacceptable < 1", nameof(acceptable));
        if (!(falseAlarm is > 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(falseAlarm), falseAlarm, "must be above 0 and below 0.5");
        if (!(missed is > 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(missed), missed, "must be above 0 and below 0.5");
        perFailure = Math.Log(unacceptable / acceptable);
        perSuccess = Math.Log((1 - unacceptable) / (1 - acceptable));
        UpperBound = Math.Log((1 - missed) / falseAlarm);
        LowerBound = Math.Log(missed / (1 - falseAlarm));
    }

    /// <summary>Log-likelihood ratio at which the rate counts as unacceptable.</summary>
    public double UpperBound { get; }

    /// <summary>Log-likelihood ratio at which the rate counts as acceptable.</summary>
    public double LowerBound { get; }

    /// <summary>Log-likelihood ratio of unacceptable against acceptable after these trials.</summary>
    public double Ratio(int failures, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failures, trials);
        return failures * perFailure + (trials - failures) * perSuccess;
    }

    /// <summary>The verdict after these trials.</summary>
    public SequentialVerdict Judge(int failures, int trials)
    {
        var ratio = Ratio(failures, trials);
        if (ratio >= UpperBound) return SequentialVerdict.Unacceptable;
        return ratio <= LowerBound ? SequentialVerdict.Acceptable : SequentialVerdict.Continue;
    }

    /// <summary>The verdict on trials in the order they came; the first bound crossed decides, as Wald's error rates require.</summary>
    /// <param name="failed">One entry per trial, true where it failed.</param>
    public SequentialVerdict Judge(IEnumerable<bool> failed)
    {
        var (failures, trials) = (0, 0);
        foreach (var failure in failed)
        {
            trials++;
            if (failure) failures++;
            var verdict = Judge(failures, trials);
            if (verdict != SequentialVerdict.Continue) return verdict;
        }
        return SequentialVerdict.Continue;
    }
}
