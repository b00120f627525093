namespace Dunning.Learning.Metrics;

/// <summary>Checks and orders forecasts with their outcomes.</summary>
internal static class Pairs
{
    public static void Check<T>(double[] forecasts, T[] outcomes)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (forecasts.Length != outcomes.Length) throw new ArgumentException("as many outcomes as forecasts are needed", nameof(outcomes));
        if (forecasts.Length == 0) throw new ArgumentException("there is nothing to measure", nameof(forecasts));
        if (Array.Exists(forecasts, double.IsNaN)) throw new ArgumentException("a forecast is not a number", nameof(forecasts));
    }

    public static (double[] Scores, bool[] Outcomes) SortedByScore(double[] scores, bool[] outcomes)
    {
        var (p, y) = ((double[])scores.Clone(), (bool[])outcomes.Clone());
        Array.Sort(p, y);
        return (p, y);
    }
}
