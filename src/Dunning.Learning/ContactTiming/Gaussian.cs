namespace Dunning.Learning.ContactTiming;

/// <summary>What is known of a level's effects.</summary>
internal readonly record struct Gaussian(double[] Mean, double[] Covariance);

/// <summary>
/// What contacts say about a level's effects, in information form: precision, and precision times mean. Independent
/// sources add up.
/// </summary>
internal readonly record struct Evidence(double[] Precision, double[] Information)
{
    public int Size => Information.Length;

    public static Evidence None(int size) => new(new double[size * size], new double[size]);

    public void Take(Evidence other)
    {
        Square.Add(Precision, other.Precision);
        Square.Add(Information, other.Information);
    }
}

/// <summary>
/// The step between a member and the level above, θ_member = θ_above + d with d ~ N(0, Q⁻¹) in the first
/// <c>own</c> terms. Everything follows from d given θ_above, which is Gaussian with covariance M = (Λ + Q)⁻¹ and mean
/// M (η − Λ θ_above).
/// </summary>
internal readonly struct Step
{
    private readonly Evidence evidence;
    private readonly int own;
    private readonly double[] m;
    private readonly double[] mRows;

    public Step(Evidence evidence, double[] prior, int own)
    {
        (this.evidence, this.own) = (evidence, own);
        var n = evidence.Size;
        var precision = new double[own * own];
        for (var i = 0; i < own; i++)
            for (var j = 0; j < own; j++) precision[i * own + j] = evidence.Precision[i * n + j] + prior[i * own + j];
        m = Square.Inverse(precision, own);
        mRows = Square.Times(m, evidence.Precision[..(own * n)], own, own, n);
    }

    /// <summary>What the member's contacts say about the level above: Λ − Λ M Λ and η − Λ M η.</summary>
    public Evidence Upward()
    {
        var n = evidence.Size;
        var up = new Evidence((double[])evidence.Precision.Clone(), (double[])evidence.Information.Clone());
        for (var k = 0; k < own; k++)
            for (var i = 0; i < n; i++)
            {
                var left = evidence.Precision[k * n + i];
                if (left == 0) continue;
                for (var j = 0; j < n; j++) up.Precision[i * n + j] -= left * mRows[k * n + j];
            }
        for (var k = 0; k < own; k++)
            for (var i = 0; i < n; i++) up.Information[i] -= mRows[k * n + i] * evidence.Information[k];
        return up;
    }

    /// <summary>The expected deviation when the level above is at its mean, which is also the expectation over it.</summary>
    public double[] Deviation(double[] above)
    {
        var deviation = new double[own];
        for (var i = 0; i < own; i++)
        {
            for (var k = 0; k < own; k++) deviation[i] += m[i * own + k] * evidence.Information[k];
            for (var j = 0; j < evidence.Size; j++) deviation[i] -= mRows[i * evidence.Size + j] * above[j];
        }
        return deviation;
    }

    /// <summary>The member's mean.</summary>
    public double[] Mean(double[] above)
    {
        var mean = (double[])above.Clone();
        var deviation = Deviation(above);
        for (var i = 0; i < own; i++) mean[i] += deviation[i];
        return mean;
    }

    /// <summary>Covariance of the deviation: M + M Λ Σ Λ M.</summary>
    public double[] DeviationCovariance(Gaussian above)
    {
        var n = evidence.Size;
        var half = Square.Times(mRows, above.Covariance, own, n, n);
        var covariance = Square.Times(half, Square.Transpose(mRows, own, n), own, n, own);
        Square.Add(covariance, m);
        return covariance;
    }

    /// <summary>What is known of the member: with B = I − M Λ its covariance is B Σ Bᵀ + M.</summary>
    public Gaussian Member(Gaussian above)
    {
        var n = evidence.Size;
        var b = new double[n * n];
        for (var i = 0; i < n; i++) b[i * (n + 1)] = 1;
        for (var i = 0; i < own * n; i++) b[i] -= mRows[i];
        var covariance = Square.Times(Square.Times(b, above.Covariance, n, n, n), Square.Transpose(b, n, n), n, n, n);
        for (var i = 0; i < own; i++)
            for (var j = 0; j < own; j++) covariance[i * n + j] += m[i * own + j];
        return new(Mean(above.Mean), covariance);
    }
}
