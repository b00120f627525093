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
    private const string Seen = "test_seen", Unseen = "test_unseen", All = "all";
    private static readonly DateTimeOffset Received = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    /// <param name="file">Messages by others; null measures the test splits of the data set.</param>
    public static ReadingReport Run(ReplyReader reader, string? file)
    {
        LabelledReply[] rows = file is null
            ? [.. ReplyDataset.Load(EvalPaths.Replies).Where(r => r.Split != "train")]
            : [.. ReplyDataset.LoadFile(file).Select(r => r with { Split = Unseen, Subject = r.Subject ?? "" })];
        if (rows.Length == 0) throw new InvalidDataException($"{file}: no messages");
        var clock = Stopwatch.StartNew();
        var judged = rows.Select(r => new Judged(r, reader.Read(new ReplyInput(new UntrustedText(r.Subject), new UntrustedText(r.Body), null, MessageKind.Human, r.Lang, Received)))).ToArray();
        var perMessage = clock.Elapsed.TotalMilliseconds / rows.Length;
        var splits = judged.GroupBy(j => (j.Truth.Split, j.Truth.Lang)).Select(g => Score(g.Key.Split, g.Key.Lang, [.. g]))
            .Concat(judged.GroupBy(j => j.Truth.Split).Select(g => Score(g.Key, All, [.. g])))
            .OrderBy(s => s.Split, StringComparer.Ordinal).ThenBy(s => s.Lang, StringComparer.Ordinal).ToArray();
        var recall = Safety.ToDictionary(s => s, s => Recall(judged, s));
        var needless = judged.Where(j => !j.Truth.Intents.Any(i => Safety.Contains(i))).ToArray();
        var toPeople = needless.Count(j => j.Listed.Any(i => Safety.Contains(i)) || j.Reading.Why.Contains(PersonReason.SafetySuspected)) / (double)needless.Length;
        var (coverage, error) = Coverage(judged);
        var (dates, fresh, amounts) = (DateSuite.Run(reader, EvalPaths.Dates), DateSuite.Run(reader, EvalPaths.FreshDates), AmountSuite.Run());
        var report = new ReadingReport(splits, recall, toPeople, coverage, error, Ece(judged, Unseen), Ece(judged, Seen),
            judged.Count(j => j.Reading.Language == j.Truth.Lang) / (double)judged.Length, dates.Count + fresh.Count, dates.Exact, dates.SilentlyWrong + fresh.SilentlyWrong, [.. dates.Misses, .. fresh.Misses], perMessage, [], [.. judged.Where(j => !j.Listed.ToHashSet().SetEquals(j.Truth.Intents)).Select(Misread)]) 
        {
            HandledWithoutPerson = judged.Count(j => !j.Reading.NeedsPerson) / (double)judged.Length, DatesExactExtraction = dates.ExtractionExact, DatesFreshExact = fresh.ExtractionExact,
            AmountPhrases = amounts.Count, AmountsExact = amounts.Exact, AmountsSilentlyWrong = amounts.SilentlyWrong, AmountMisses = amounts.Misses,
        };
        return report with { Gates = Gates(report) };
    }

    private static Misread Misread(Judged judged) => new(judged.Truth.Id ?? "", judged.Truth.Lang, judged.Truth.Body, judged.Truth.Intents,
        judged.Reading.Intents.ToDictionary(i => ReaderModel.IntentNames[(int)i.Intent], i => Math.Round(i.Probability, 3)));

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
        return real.Length == 0 ? 1 : real.Count(j => j.Listed.Contains(intent) || j.Reading.NeedsPerson) / (double)real.Length;
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
        if (stated.Length == 0) return 0;
        return CalibrationError.EqualMass([.. stated.Select(s => s.Probability)], [.. stated.Select(s => s.Came)]);
    }

    private static IReadOnlyList<GateResult> Gates(ReadingReport report)
    {
        var limits = JsonDocument.Parse(File.ReadAllText(EvalPaths.Thresholds)).RootElement.GetProperty("reading");
        SplitScore[] Of(string split) => [.. report.Splits.Where(s => s.Split == split)];
        double? Mission(string split) => Of(split).FirstOrDefault(s => s.Lang == All)?.MacroF1Mission;
        var values = new Dictionary<string, double?>
        {
            ["macro_f1_mission_seen_min"] = Mission(Seen),
            ["macro_f1_mission_unseen_min"] = Mission(Unseen),
            ["macro_f1_mission_seen_weakest_language_min"] = Of(Seen).Length == 0 ? null : Of(Seen).Min(s => s.MacroF1Mission),
            ["dispute_recall_min"] = report.SafetyRecall["dispute"],
            ["opt_out_recall_min"] = report.SafetyRecall["opt_out"],
            ["insolvency_recall_min"] = report.SafetyRecall["hardship_or_insolvency"],
            ["safety_to_people_max"] = report.SafetyToPeople,
            ["coverage_at_1_percent_error_min"] = report.Coverage,
            ["ece_max"] = report.EceUnseen,
            ["dates_exact_min"] = report.DatesExactExtraction,
            ["dates_exact_whole_reader_min"] = report.DatesExact,
            ["dates_silently_wrong_max"] = report.DatesSilentlyWrong,
            ["dates_fresh_exact_min"] = report.DatesFreshExact,
            ["amounts_exact_min"] = report.AmountsExact,
            ["amounts_silently_wrong_max"] = report.AmountsSilentlyWrong,
        };
        return [.. limits.EnumerateObject().Where(l => !values.TryGetValue(l.Name, out var value) || value is not null).Select(l => values.TryGetValue(l.Name, out var value)
            ? Gate(l.Name, value!.Value, l.Value.GetDouble())
            : throw new InvalidDataException($"{EvalPaths.Thresholds}: reading.{l.Name} is not a figure of this suite"))];
    }

    private static GateResult Gate(string name, double value, double limit)
    {
        var atLeast = name.EndsWith("_min", StringComparison.Ordinal);
        return new GateResult(name, value, limit, atLeast, atLeast ? value >= limit : value <= limit);
    }
}
