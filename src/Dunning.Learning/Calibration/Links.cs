namespace Dunning.Learning.Calibration;

/// <summary>From real-valued scores to probabilities and back, without overflow.</summary>
public static class Links
{
    /// <summary>Replaces scores by probabilities that sum to 1.</summary>
    public static void Softmax(Span<float> scores)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores) largest = MathF.Max(largest, score);
        var sum = 0f;
        foreach (ref var score in scores) sum += score = MathF.Exp(score - largest);
        foreach (ref var score in scores) score /= sum;
    }

    /// <summary>Replaces each score by its logistic probability.</summary>
    public static void Sigmoid(Span<float> scores)
    {
        foreach (ref var score in scores) score = (float)Sigmoid((double)score);
    }

    /// <summary>1 / (1 + e^−x).</summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0) return 1 / (1 + Math.Exp(-x));
        var e = Math.Exp(x);
        return e / (1 + e);
    }

    /// <summary>ln(p / (1 − p)), with p held away from 0 and 1 by 1e-12.</summary>
    public static double Logit(double p)
    {
        p = Math.Clamp(p, 1e-12, 1 - 1e-12);
        return Math.Log(p / (1 - p));
    }

    /// <summary>ln(1 + e^x): the log-loss of a logistic score whose label is 0.</summary>
    public static double Softplus(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}
