using System.Diagnostics;
using System.Text.Json;
using Dunning.Core.Cadence;
using Dunning.Evals.Reading;
using Dunning.Learning.ContactTiming;
using Dunning.Learning.Metrics;
using Dunning.Simulator.Timing;

namespace Dunning.Evals.Timing;

/// <summary>
/// Learned contact hours against a fixed and a random hour, on the same contacts with the same luck, over many seeds and
/// three worlds: with habits, without, and with habits that change half-way.
/// </summary>
internal static class TimingSuite
{
    public const int Seeds = 20;

    private const int Debtors = 240;
    private const int Days = 270;
    private const int Resamples = 4_000;

    private static readonly DateOnly Start = new(2026, 1, 5);

    // One hour of the window each; a model that starts from last week's needs few rounds.
    private static readonly TimingOptions Options = new() { Grid = new(9, 16), Rounds = 3 };

    private sealed record SeedResult(int Contacts, bool Same, double Fixed, double Random, double Learned, double Best, double LateGain, double[] Stated, bool[] Came, int Preferred);

    public static TimingReport Run(int seeds)
    {
        var clock = Stopwatch.StartNew();
        var worlds = Enum.GetValues<TimingWorldKind>().Select(kind => Score(kind, seeds)).ToArray();
        var report = new TimingReport(worlds, Debtors, Days, clock.Elapsed.TotalSeconds, []);
        return report with { Gates = Gates(report) };
    }

    private static TimingWorldScore Score(TimingWorldKind kind, int seeds)
    {
        var results = new SeedResult[seeds];
        Parallel.For(0, seeds, seed => results[seed] = Play(kind, 1 + seed));
        return new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), seeds, results.Sum(r => r.Contacts), results.All(r => r.Same),
            results.Average(r => r.Fixed), results.Average(r => r.Random), results.Average(r => r.Learned), results.Average(r => r.Best),
            Bootstrap([.. results.Select(r => r.Learned - r.Fixed)]), Bootstrap([.. results.Select(r => r.Learned - r.Random)]), Bootstrap([.. results.Select(r => r.LateGain)]),
            CalibrationError.EqualMass([.. results.SelectMany(r => r.Stated)], [.. results.SelectMany(r => r.Came)]),
            results.Sum(r => r.Preferred) / (double)results.Sum(r => r.Contacts));
    }

    private static SeedResult Play(TimingWorldKind kind, int seed)
    {
        var policy = Policy.Default;
        var world = TimingWorld.Make(kind, seed, Debtors, Start, Days, policy);
        IReadOnlyList<TimedContact> Arm(TimingArmKind arm) => new TimingArm(world, arm, seed, policy, Options).Run();
        var (fix, random, learned) = (Arm(TimingArmKind.Fixed), Arm(TimingArmKind.Random), Arm(TimingArmKind.Learned));
        var late = Start.AddDays(Days * 2 / 3);
        var stated = learned.Where(contact => !double.IsNaN(contact.Stated)).ToArray();
        return new(
            fix.Count, SameContacts(fix, learned) && SameContacts(fix, random), Share(fix), Share(random), Share(learned), BestShare(world),
            Share(learned.Where(contact => contact.Planned.Day >= late)) - Share(fix.Where(contact => contact.Planned.Day >= late)),
            [.. stated.Select(contact => contact.Stated)], [.. stated.Select(contact => contact.Answered)], learned.Count(contact => contact.Basis == TimingBasis.Learned));
    }

    /// <summary>The same debtors on the same days, in the same order.</summary>
    private static bool SameContacts(IReadOnlyList<TimedContact> left, IReadOnlyList<TimedContact> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            pair.First.Planned.Debtor == pair.Second.Planned.Debtor && DateOnly.FromDateTime(pair.First.Local) == DateOnly.FromDateTime(pair.Second.Local));

    private static double Share(IEnumerable<TimedContact> contacts) => contacts.Average(contact => contact.Answered ? 1.0 : 0);

    /// <summary>What somebody who knew every habit would reach.</summary>
    private static double BestShare(TimingWorld world) => world.Contacts.Average(contact =>
        Enumerable.Range(9, 8).Max(hour => world.Chance(contact, contact.Day.ToDateTime(new(hour, 0)))));

    private static Gain Bootstrap(double[] gains)
    {
        var random = new Random(7);
        var means = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            for (var j = 0; j < gains.Length; j++) means[i] += gains[random.Next(gains.Length)] / gains.Length;
        Array.Sort(means);
        return new(gains.Average(), means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples)]);
    }

    private static IReadOnlyList<GateResult> Gates(TimingReport report)
    {
        TimingWorldScore Of(string world) => report.Worlds.Single(score => score.World == world);
        var even = Of("no_habits").OverFixed;
        var values = new Dictionary<string, double>
        {
            ["gain_with_habits_lower_min"] = Of("habits").OverFixed.Lower,
            ["gain_with_habits_over_random_lower_min"] = Of("habits").OverRandom.Lower,
            ["gain_after_drift_lower_min"] = Of("drift").LateOverFixed.Lower,
            ["gain_without_habits_away_from_zero_max"] = Math.Max(0, Math.Max(even.Lower, -even.Upper)),
            ["gain_without_habits_bound_max"] = Math.Max(Math.Abs(even.Lower), Math.Abs(even.Upper)),
            ["ece_max"] = report.Worlds.Max(world => world.Ece),
            ["worlds_with_other_contacts_max"] = report.Worlds.Count(world => !world.SameContacts),
            ["seconds_max"] = report.Seconds,
        };
        return GateCheck.Against("timing", values);
    }
}
