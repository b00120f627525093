using System.Diagnostics;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Evals.Data;
using Dunning.Evals.Dates;
using Dunning.Flows.Reading;
using Dunning.Learning.Metrics;

namespace Dunning.Evals.Reading;

/// <summary>A message with what the reader made of it.</summary>
internal sealed record Judged(LabelledReply Truth, ReplyReading Reading)
{
    public IEnumerable<string> Listed => Reading.Intents.Select(i => ReaderModel.IntentNames[(int)i.Intent]);
}

/// <summary>Runs the shipped reader over the test splits and the date phrases and holds it against the gates.</summary>
internal static class ReadingSuite
{
    private static readonly string[] Mission = ["promise_to_pay", "dispute", "payment_confirmation", "document_request"];
    private static readonly string[] Safety = ["dispute", "opt_out", "hardship_or_insolvency", "legal_representation", "bank_change_or_fraud_attempt"];
    private static readonly DateTimeOffset Received = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    public static ReadingReport Run()
    {
        var reader = ReplyReader.Shipped();
        var rows = ReplyDataset.Load(EvalPaths.Replies).Where(r => r.Split != "train").ToArray();
        var clock = Stopwatch.StartNew();
        var judged = rows.Select(r => new Judged(r, reader.Read(new ReplyInput(new UntrustedText(r.Subject), new UntrustedText(r.Body), null, MessageKind.Human, r.Lang, Received)))).ToArray();
        var perMessage = clock.Elapsed.TotalMilliseconds / rows.Length;
        var splits = judged.GroupBy(j => (j.Truth.Split, j.Truth.Lang)).Select(g => Score(g.Key.Split, g.Key.Lang, [.. g]))
            .Concat(judged.GroupBy(j => j.Truth.Split).Select(g => Score(g.Key, "all", [.. g])))
            .Concat(judged.Where(j => j.Truth.Lang is "en" or "de").GroupBy(j => j.Truth.Split).Select(g => Score(g.Key, "en+de", [.. g])))
            .OrderBy(s => s.Split, StringComparer.Ordinal).ThenBy(s => s.Lang, StringComparer.Ordinal).ToArray();
        var recall = Safety.ToDictionary(s => s, s => Recall(judged, s));
        var needless = judged.Where(j => !j.Truth.Intents.Any(i => Safety.Contains(i))).ToArray();
        var toPeople = needless.Count(j => j.Listed.Any(i => Safety.Contains(i))) / (double)needless.Length;
        var (coverage, error) = Coverage(judged);
        var dates = DateSuite.Run(reader);
        var report = new ReadingReport(splits, recall, toPeople, coverage, error, Ece(judged, "test_unseen"), Ece(judged, "test_seen"),
            judged.Count(j => j.Reading.Language == j.Truth.Lang) / (double)judged.Length, dates.Count, dates.Exact, dates.SilentlyWrong, dates.Misses, perMessage, []) { DatesExactExtraction = dates.ExtractionExact };
        return report with { Gates = Gates(report) };
    }

    private static SplitScore Score(string split, string lang, IReadOnlyList<Judged> judged)
    {
        var scores = ReaderModel.IntentNames.Select(intent =>
        {
            var (hit, said, real) = (judged.Count(j => j.Listed.Contains(intent) && j.Truth.Intents.Contains(intent)), judged.Count(j => j.Listed.Contains(intent)), judged.Count(j => j.Truth.Intents.Contains(intent)));
            var (p, r) = (said == 0 ? 0 : (double)hit / said, real == 0 ? 0 : (double)hit / real);
            return new IntentScore(intent, real, p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
        }).Where(s => s.Support > 0).ToArray();
        return new SplitScore(split, lang, judged.Count, scores.Where(s => Mission.Contains(s.Intent)).Select(s => s.F1).DefaultIfEmpty().Average(), scores.Average(s => s.F1), scores);
    }

    // Caught means: listed, or on the way to a person for another reason.
    private static double Recall(Judged[] judged, string intent)
    {
        var real = judged.Where(j => j.Truth.Intents.Contains(intent)).ToArray();
        return real.Count(j => j.Listed.Contains(intent) || j.Reading.NeedsPerson) / (double)real.Length;
    }

    /// <summary>Largest share of messages whose strongest intent is right 99 times in 100, most confident first.</summary>
    private static (double Coverage, double Error) Coverage(Judged[] judged)
    {
        var ranked = judged.Where(j => j.Reading.Intents.Count > 0).Select(j => (j.Reading.Intents[0].Probability, Right: j.Truth.Intents.Contains(j.Listed.First())))
            .OrderByDescending(x => x.Probability).ToArray();
        var (wrong, best, bestError) = (0, 0, 0.0);
        for (var i = 0; i < ranked.Length; i++)
        {
            if (!ranked[i].Right) wrong++;
            if (wrong <= 0.01 * (i + 1)) (best, bestError) = (i + 1, wrong / (double)(i + 1));
        }
        return (best / (double)judged.Length, bestError);
    }

    private static double Ece(Judged[] judged, string split)
    {
        var stated = judged.Where(j => j.Truth.Split == split).SelectMany(j => j.Reading.Intents.Select(i => (i.Probability, Came: j.Truth.Intents.Contains(ReaderModel.IntentNames[(int)i.Intent])))).ToArray();
        return CalibrationError.EqualMass([.. stated.Select(s => s.Probability)], [.. stated.Select(s => s.Came)]);
    }

    private static IReadOnlyList<GateResult> Gates(ReadingReport report)
    {
        var limits = JsonDocument.Parse(File.ReadAllText(EvalPaths.Thresholds)).RootElement.GetProperty("reading");
        SplitScore Of(string split) => report.Splits.First(s => s.Split == split && s.Lang == "en+de");
        var values = new Dictionary<string, double>
        {
            ["macro_f1_mission_seen_min"] = Of("test_seen").MacroF1Mission,
            ["macro_f1_mission_unseen_min"] = Of("test_unseen").MacroF1Mission,
            ["dispute_recall_min"] = report.SafetyRecall["dispute"],
            ["opt_out_recall_min"] = report.SafetyRecall["opt_out"],
            ["insolvency_recall_min"] = report.SafetyRecall["hardship_or_insolvency"],
            ["safety_to_people_max"] = report.SafetyToPeople,
            ["coverage_at_1_percent_error_min"] = report.Coverage,
            ["dates_exact_min"] = report.DatesExactExtraction,
            ["dates_exact_whole_reader_min"] = report.DatesExact,
            ["dates_silently_wrong_max"] = report.DatesSilentlyWrong,
        };
        return [.. limits.EnumerateObject().Select(l => values.TryGetValue(l.Name, out var value)
            ? new GateResult(l.Name, value, l.Value.GetDouble(), l.Name.EndsWith("_min", StringComparison.Ordinal), l.Name.EndsWith("_min", StringComparison.Ordinal) ? value >= l.Value.GetDouble() : value <= l.Value.GetDouble())
            : throw new InvalidDataException($"{EvalPaths.Thresholds}: reading.{l.Name} is not a figure of this suite"))];
    }
}
