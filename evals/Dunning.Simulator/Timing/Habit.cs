namespace Dunning.Simulator.Timing;

/// <summary>How a debtor answers, hidden from the learner: a level, a favourite time of day, weekdays it likes less.</summary>
/// <param name="Level">Log-odds of an answer at an average hour.</param>
/// <param name="Peak">Favourite local time in hours.</param>
/// <param name="Pull">How much the favourite time adds, in log-odds; 0 for a debtor to whom every hour is the same.</param>
/// <param name="Width">Hours from the peak to where the pull has fallen to 61 %.</param>
/// <param name="Weekdays">Log-odds added per weekday, Sunday first.</param>
/// <param name="EarlyFriday">On Fridays the favourite time is so many hours earlier.</param>
internal sealed record Habit(double Level, double Peak, double Pull, double Width, double[] Weekdays, double EarlyFriday)
{
    /// <summary>The chance of an answer within two days to a contact at that local time.</summary>
    public double Chance(DateTime local)
    {
        var peak = local.DayOfWeek == DayOfWeek.Friday ? Peak - EarlyFriday : Peak;
        var away = (local.TimeOfDay.TotalHours + 0.5 - peak) / Width;
        var logit = Level + Pull * (2 * Math.Exp(-away * away / 2) - 1) + Weekdays[(int)local.DayOfWeek];
        return 1 / (1 + Math.Exp(-logit));
    }
}

/// <summary>Draws habits. Segments share one, and a part of their debtors has its own; both vary in strength.</summary>
internal sealed class Habits(Random chance, bool any)
{
    private readonly Dictionary<string, (double Peak, double Pull)> segments = [];

    public Habit Draw(string segment)
    {
        if (!segments.TryGetValue(segment, out var shared)) segments[segment] = shared = (8.5 + 8.5 * chance.NextDouble(), 1.6 * chance.NextDouble());
        var own = chance.NextDouble() < 0.4;
        var peak = own ? 8.5 + 8.5 * chance.NextDouble() : shared.Peak + Noise(0.7);
        var pull = own ? 2 * chance.NextDouble() : shared.Pull * (0.5 + chance.NextDouble());
        double[] weekdays = [0, .. Enumerable.Range(0, 5).Select(_ => any ? Noise(0.3) : 0), 0];
        return new(-0.8 + Noise(0.7), peak, any ? pull : 0, 1 + 1.5 * chance.NextDouble(), weekdays, any && chance.NextDouble() < 0.3 ? 3 : 0);
    }

    private double Noise(double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
