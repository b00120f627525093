namespace Dunning.Learning.Intervals;

/// <summary>The few special functions the intervals need.</summary>
public static class SpecialFunctions
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) for x above 0 (Lanczos approximation, g = 7); about 1e-14 relative.</summary>
    public static double LogGamma(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (x - 1 + i);
        var t = x + 6.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>Regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) variable is at most x.</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double IncompleteBeta(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (!(x is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(x), x, "must be 0 to 1");
        if (x is 0 or 1) return x;
        // The continued fraction converges quickly only below the mean; above it the mirrored one is taken.
        if (x > (a + 1) / (a + b + 2)) return 1 - IncompleteBeta(1 - x, b, a);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return front * Fraction(x, a, b) / a;
    }

    /// <summary>The x with I_x(a, b) = p, by bisection to the last bit that matters.</summary>
    public static double InverseIncompleteBeta(double p, double a, double b)
    {
        double low = 0, high = 1;
        for (var round = 0; round < 200 && high - low > 1e-16; round++)
        {
            var middle = (low + high) / 2;
            if (IncompleteBeta(middle, a, b) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Quantile of the standard normal distribution, by bisection on its distribution function.</summary>
    /// <param name="p">Above 0 and below 1.</param>
    public static double NormalQuantile(double p)
    {
        if (!(p is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "must be above 0 and below 1");
        if (p < 0.5) return -NormalQuantile(1 - p);
        double low = 0, high = 40;
        for (var round = 0; round < 200 && high - low > 1e-15; round++)
        {
            var middle = (low + high) / 2;
            if (UpperTail(middle) > 1 - p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    // P(Z > z) for z ≥ 0: Taylor series of the centre below 3, continued fraction of Mills' ratio above.
    private static double UpperTail(double z)
    {
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z < 3)
        {
            double term = z, sum = z;
            for (var k = 1; Math.Abs(term) > 1e-18 * sum; k++) sum += term *= z * z / (2 * k + 1);
            return 0.5 - density * sum;
        }
        var fraction = z;
        for (var k = 120; k > 0; k--) fraction = z + k / fraction;
        return density / fraction;
    }

    // Lentz's method; terms of DLMF 8.17.22.
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double value = 1, c = 1, d = 0;
        for (var i = 0; i <= 20_000; i++)
        {
            var m = i / 2;
            var numerator = i == 0 ? 1
                : i % 2 == 0 ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 + numerator * d;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1 + numerator / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            value *= c * d;
            if (i > 0 && Math.Abs(1 - c * d) < 1e-16) break;
        }
        return value - 1;
    }
}
