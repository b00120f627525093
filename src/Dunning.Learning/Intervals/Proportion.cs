namespace Dunning.Learning.Intervals;

/// <summary>An interval of a proportion, 0 to 1.</summary>
public readonly record struct ProportionInterval(double Lower, double Upper);

/// <summary>Intervals of a proportion seen as <c>successes</c> of <c>trials</c>. Without trials every interval is 0 to 1.</summary>
public static class Proportion
{
    /// <summary>Wilson score interval (Wilson 1927), two-sided.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="confidence">Above 0 and below 1, for example 0.95.</param>
    public static ProportionInterval Wilson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        return new(WilsonLower(successes, trials, (1 + confidence) / 2), WilsonUpper(successes, trials, (1 + confidence) / 2));
    }

    /// <summary>One-sided Wilson lower bound: with this confidence the true proportion is not below it.</summary>
    public static double WilsonLower(int successes, int trials, double confidence)
    {
        Check(successes, trials, confidence);
        return trials == 0 || successes == 0 ? 0 : Math.Max(0, WilsonEdge(successes, trials, confidence, -1));
    }

    /// <summary>One-sided Wilson upper bound: with this confidence the true proportion is not above it.</summary>
    public static double WilsonUpper(int successes, int trials, double confidence)
    {
        Check(successes, trials, confidence);
        return trials == 0 || successes == trials ? 1 : Math.Min(1, WilsonEdge(successes, trials, confidence, 1));
    }

    /// <summary>Exact interval of Clopper and Pearson (1934), two-sided; covers at least <paramref name="confidence"/> whatever the truth.</summary>
    public static ProportionInterval ClopperPearson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        return new(ClopperPearsonLower(successes, trials, (1 + confidence) / 2), ClopperPearsonUpper(successes, trials, (1 + confidence) / 2));
    }

    /// <summary>One-sided exact lower bound.</summary>
    public static double ClopperPearsonLower(int successes, int trials, double confidence)
    {
        Check(successes, trials, confidence);
        return successes == 0 ? 0 : SpecialFunctions.InverseIncompleteBeta(1 - confidence, successes, trials - successes + 1);
    }

    /// <summary>One-sided exact upper bound; with no event in n trials it is 1 − (1 − confidence)^(1/n).</summary>
    public static double ClopperPearsonUpper(int successes, int trials, double confidence)
    {
        Check(successes, trials, confidence);
        return successes == trials ? 1 : SpecialFunctions.InverseIncompleteBeta(confidence, successes + 1, trials - successes);
    }

    private static double WilsonEdge(double successes, double trials, double confidence, int side)
    {
        var z = SpecialFunctions.NormalQuantile(confidence);
        var p = successes / trials;
        var spread = z * Math.Sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials));
        return (p + z * z / (2 * trials) + side * spread) / (1 + z * z / trials);
    }

    private static void Check(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "must be above 0 and below 1");
    }
}
