using System.Globalization;
using System.Text;
using System.Text.Json;
using Dunning.Evals.Reading;
using Dunning.Flows.Checking;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Guardrails;

/// <summary>Sentences of one rule and language from one source, and what the catalogue made of them.</summary>
/// <param name="Held">Harmless sentences that wait for a person without being blocked.</param>
public sealed record GuardrailScore(string Source, string Rule, string Language, int Forbidden, int Missed, int Harmless, int Stopped, int Held);

/// <summary>What the guardrail suite measured.</summary>
public sealed record GuardrailReport(
    IReadOnlyList<GuardrailScore> Scores, IReadOnlyList<UnseenScore> Unseen, IReadOnlyList<string> Missed, IReadOnlyList<string> Stopped, IReadOnlyList<GateResult> Gates)
{
    /// <summary>The report for the terminal: sums by rule and by language, then every sentence judged wrongly.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var source in Scores.Select(static score => score.Source).Distinct())
        {
            var own = Scores.Where(score => score.Source == source).ToList();
            text.AppendLine(Line($"{source,-16} {"forbidden",9} {"missed",6}   {"harmless",8} {"blocked",7} {"held",5}"));
            foreach (var rule in own.GroupBy(static score => score.Rule).OrderBy(static group => group.Key, StringComparer.Ordinal)) Append(text, rule.Key, [.. rule]);
            foreach (var language in own.GroupBy(static score => score.Language).OrderBy(static group => group.Key, StringComparer.Ordinal)) Append(text, language.Key, [.. language]);
            Append(text, "all", own);
        }

        text.Append(UnseenSuite.Text(Unseen));
        foreach (var miss in Missed) text.AppendLine($"    missed: {miss}");
        foreach (var alarm in Stopped) text.AppendLine($"    blocked though harmless: {alarm}");
        foreach (var gate in Gates) text.AppendLine(Line($"{(gate.Passed ? "ok    " : "FAILED")} {gate.Name} {gate.Value:0.0000} ({(gate.AtLeast ? ">=" : "<=")} {gate.Limit})"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<GuardrailScore> scores) =>
        text.AppendLine(Line($"  {name,-14} {scores.Sum(static s => s.Forbidden),9} {scores.Sum(static s => s.Missed),6}   {scores.Sum(static s => s.Harmless),8} {scores.Sum(static s => s.Stopped),7} {scores.Sum(static s => s.Held),5}"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Puts every sentence into a mail and asks the engine of <c>check</c>.</summary>
internal static class GuardrailSuite
{
    // A harmless sentence may name a figure the ledger of the frame does not hold; stopping it is right and says nothing of words.
    private const string OnlyFigures = "figures";
    private static readonly HashSet<string> Figures = ["G13", "G14", "G15", "G16", "G17", "G18", "G20", "G21"];

    /// <summary>The sentences that are not part of the project lie beside it.</summary>
    private static string Shared => Environment.GetEnvironmentVariable("DUNNING_SHARED_DATA") is { Length: > 0 } folder
        ? Path.Combine(folder, "guardrail-sentences.jsonl") : Path.GetFullPath(Path.Combine(EvalPaths.Root, "..", "shared", "data", "guardrail-sentences.jsonl"));

    public static async Task<GuardrailReport> RunAsync(CancellationToken cancellationToken)
    {
        var vectors = Path.Combine(EvalPaths.Root, "guardrails", "vectors");
        List<(string Source, IReadOnlyList<GuardrailVector> Vectors)> sets =
            [("own", [.. Directory.GetFiles(vectors, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(GuardrailVector.Load)])];
        if (File.Exists(Shared)) sets.Add(("shared", GuardrailVector.Load(Shared)));
        List<GuardrailScore> scores = [];
        List<string> missed = [], stopped = [];
        foreach (var (source, set) in sets)
        {
            var verdicts = await VerdictsAsync(set, cancellationToken);
            foreach (var group in set.Zip(verdicts).GroupBy(static pair => (pair.First.Rule, pair.First.Language)))
                scores.Add(Score(source, group.Key.Rule, group.Key.Language, [.. group], missed, stopped));
        }

        var unseen = UnseenSuite.Run(ActModel.Shipped ?? throw new InvalidOperationException("the act model is missing or damaged; run `./dunning eval train-acts` and build again"), EvalPaths.Root);
        return new(scores, unseen, missed, stopped, GateCheck.Against("guardrails", Values(scores, unseen)));
    }

    private static GuardrailScore Score(
        string source, string rule, string language, IReadOnlyList<(GuardrailVector Vector, string Verdict)> judged, List<string> missed, List<string> stopped)
    {
        var forbidden = judged.Where(static pair => pair.Vector.Forbidden).ToList();
        var harmless = judged.Where(static pair => !pair.Vector.Forbidden).ToList();
        var through = forbidden.Where(static pair => pair.Verdict is not ("block" or OnlyFigures)).ToList();
        var blocked = harmless.Where(static pair => pair.Verdict == "block").ToList();
        missed.AddRange(through.Select(pair => $"{source} {rule} {language}: {pair.Vector.Text}"));
        stopped.AddRange(blocked.Select(pair => $"{source} {rule} {language}: {pair.Vector.Text}"));
        return new(source, rule, language, forbidden.Count, through.Count, harmless.Count, blocked.Count, harmless.Count(static pair => pair.Verdict == "hold"));
    }

    private static async Task<IReadOnlyList<string>> VerdictsAsync(IReadOnlyList<GuardrailVector> vectors, CancellationToken cancellationToken)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', vectors.Select(static (vector, index) => vector.CheckLine(index)))));
        using var output = new MemoryStream();
        await CheckBatch.RunAsync(input, output, cancellationToken);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
        {
            using var answer = JsonDocument.Parse(line);
            var verdict = answer.RootElement.GetProperty("verdict").GetString()!;
            var blocking = answer.RootElement.GetProperty("findings").EnumerateArray().Where(static finding => finding.GetProperty("severity").GetString() == "block").ToList();
            return verdict == "block" && blocking.TrueForAll(static finding => Figures.Contains(finding.GetProperty("rule").GetString()!)) ? OnlyFigures : verdict;
        })];
    }

    private static Dictionary<string, double> Values(IReadOnlyList<GuardrailScore> scores, IReadOnlyList<UnseenScore> unseen)
    {
        var own = scores.Where(static score => score.Source == "own").ToList();
        return new()
        {
            ["sentences_own_min"] = own.Sum(static score => score.Forbidden + score.Harmless),
            ["unseen_sentences_min"] = unseen.Sum(static score => score.Sentences),
            ["unseen_forbidden_stopped_min"] = UnseenSuite.Share(unseen.Where(static score => !score.Letters && !UnseenSuite.Harmless(score)), static score => score.ByWall),
            ["letters_forbidden_stopped_min"] = UnseenSuite.Share(unseen.Where(static score => score.Letters && !UnseenSuite.Harmless(score)), static score => score.ByWall),
            ["unseen_harmless_stopped_max"] = UnseenSuite.Share(unseen.Where(UnseenSuite.Harmless), static score => score.ByWall),
            ["missed_max"] = scores.Sum(static score => score.Missed),
            ["harmless_blocked_max"] = scores.Sum(static score => score.Stopped),
            ["harmless_held_share_max"] = scores.Sum(static score => score.Held) / (double)Math.Max(1, scores.Sum(static score => score.Harmless)),
        };
    }
}
