using System.Diagnostics;
using System.Text.Json;
using Dunning.Core.Ledger.CashApplication;
using Dunning.Evals.Reading;
using Dunning.Learning.Intervals;

namespace Dunning.Evals.Payments;

/// <summary>Runs the matcher over payments with a known truth and holds it against the gates.</summary>
internal static class PaymentSuite
{
    public const int Seed = 20260;
    public const int Cases = 6000;
    private const int ShownMisses = 25;

    public static PaymentReport Run(string? file, int seed, int count, Action<string>? decided)
    {
        List<PaymentCase> cases = [.. file is null ? new PaymentGenerator(seed).Generate(count) : PaymentFile.Read(file)];
        if (cases.Count == 0) throw new FormatException($"{file}: holds no payments.");
        var clock = Stopwatch.StartNew();
        var matches = cases.ConvertAll(one => CashMatcher.Match(one.Payment, one.Items, CashTolerance.Default));
        var each = clock.Elapsed.TotalMicroseconds / cases.Count;
        var judged = cases.Zip(matches).Select(pair => (Case: pair.First, Match: pair.Second, Right: IsRight(pair.First, pair.Second))).ToList();
        if (decided is not null) foreach (var (one, match, _) in judged) decided(Line(one, match));
        var (applied, right, decidable) = (judged.Count(one => Touches(one.Match)), judged.Count(one => Touches(one.Match) && one.Right), judged.Count(one => one.Case.Truth.Count > 0));
        var covered = judged.Count(one => one.Case.Truth.Count > 0 && Touches(one.Match));
        var (precision, coverage) = (Proportion.ClopperPearson(right, applied), Proportion.ClopperPearson(covered, decidable));
        var report = new PaymentReport(
            file is null ? $"generated, seed {seed}" : Path.GetFileName(file), cases.Count, decidable, applied, right, Share(right, applied), precision.Lower, precision.Upper, Share(covered, decidable), coverage.Lower, coverage.Upper,
            Share(applied, cases.Count), each,
            [.. judged.GroupBy(one => one.Case.Type).Select(group => new PaymentScore(group.Key, group.Count(), group.Count(one => one.Case.Truth.Count > 0), group.Count(one => Touches(one.Match)), group.Count(one => Touches(one.Match) && one.Right)))],
            [.. judged.Where(one => Touches(one.Match) && !one.Right).Take(ShownMisses).Select(one => new PaymentMiss(one.Case.Id, one.Case.Type, one.Case.Payment.Text + " | " + one.Case.Payment.Reference, Written(one.Case, Parts(one.Match)), Written(one.Case, one.Case.Truth)))], []);
        return report with { Gates = Gates(report) };
    }

    private static bool Touches(CashMatch match) => match.Applications.Count > 0;

    private static bool IsRight(PaymentCase one, CashMatch match) =>
        Parts(match) is var parts && parts.Count == one.Truth.Count && parts.All(part => one.Truth.TryGetValue(part.Key, out var amount) && amount == part.Value);

    private static Dictionary<long, decimal> Parts(CashMatch match) => match.Applications.ToDictionary(part => part.ItemId, part => part.Amount);

    private static string Written(PaymentCase one, IReadOnlyDictionary<long, decimal> parts) =>
        parts.Count == 0 ? "a person" : string.Join(" + ", parts.OrderBy(part => part.Key).Select(part => $"{one.Items[(int)part.Key].Number}:{part.Value}"));

    private static string Line(PaymentCase one, CashMatch match) => JsonSerializer.Serialize(new
    {
        id = one.Id, type = one.Type, decision = match.GetType().Name, why = match.Why,
        applied = match.Applications.Select(part => new { id = one.Ids[(int)part.ItemId], amount = part.Amount, method = part.Method.ToString(), reason = part.Reason }),
        truth = one.Truth.Select(part => new { id = one.Ids[(int)part.Key], amount = part.Value }), right = IsRight(one, match),
    });

    private static double Share(int part, int all) => all == 0 ? 0 : part / (double)all;

    private static IReadOnlyList<GateResult> Gates(PaymentReport report)
    {
        var limits = JsonDocument.Parse(File.ReadAllText(EvalPaths.Thresholds)).RootElement.GetProperty("payments");
        return [Gate("precision", report.Precision, "precision_min"), Gate("coverage", report.Coverage, "coverage_min")];
        GateResult Gate(string name, double value, string key) => limits.GetProperty(key).GetDouble() is var limit ? new(name, value, limit, true, value >= limit) : throw new UnreachableException();
    }
}
