using System.CommandLine;
using System.Text.Json;
using Dunning.Evals.Acts;
using Dunning.Evals.Data;
using Dunning.Evals.Guardrails;
using Dunning.Evals.NewTexts;
using Dunning.Evals.Inbox;
using Dunning.Evals.Injection;
using Dunning.Evals.Payments;
using Dunning.Evals.Reading;
using Dunning.Evals.Timing;
using Dunning.Evals.Training;
using Dunning.Flows.Reading;

namespace Dunning.Evals;

/// <summary>The verbs of <c>./dunning eval</c>.</summary>
internal static class EvalCommands
{
    private const int Seed = 20260;

    public static RootCommand Root()
    {
        var json = new Option<bool>("--json") { Description = "machine output on stdout", Recursive = true };
        var report = new Option<string?>("--report") { Description = "folder for report.json and report.html (default .dunning/eval)", Recursive = true };
        var root = new RootCommand("Evaluation suites with gates; without a suite all run.") { json, report };
        var reading = new Command("reading", "intents, safety recall, calibration and promise dates against the gates in evals/thresholds.json");
        var given = new Option<string?>("--in") { Description = "messages to measure instead of the test splits: lines of {lang, body, intents, subject?, sentences?}" };
        var weights = new Option<string?>("--model") { Description = "reader model to measure instead of the shipped one" };
        reading.Add(given);
        reading.Add(weights);
        reading.SetAction(result => Reading(result.GetValue(json), result.GetValue(report), result.GetValue(given), result.GetValue(weights)));
        var seeds = new Option<int>("--seeds") { Description = "number of simulated worlds of each kind, at least 20 for the gates", DefaultValueFactory = _ => TimingSuite.Seeds };
        var timing = new Command("timing", "learned contact hours against a fixed and a random hour, on simulated debtors") { seeds };
        timing.SetAction(result => Timing(result.GetValue(json), result.GetValue(report), result.GetValue(seeds)));
        var make = new Command("make-replies", "writes evals/datasets/replies/*.jsonl from the phrase books");
        make.SetAction(_ => MakeReplies());
        var train = new Command("train-reader", "trains the embedded reader and writes src/Dunning.Flows/Reading/reader.model");
        train.SetAction(_ => Train());
        root.Add(reading);
        root.Add(timing);
        root.Add(PaymentCommand.Create(json, report));
        root.Add(NewTextCommand.Create(json, report));
        var injection = new Command("injection", "texts that speak to software in every place of a mail, and look-alikes: detection and false alarms against the gates");
        injection.SetAction(result => Injection(result.GetValue(json), result.GetValue(report)));
        root.Add(injection);
        root.Add(GuardrailCommand.Create(json, report));
        root.Add(InboxCommand.Create(json, report));
        root.Add(make);
        root.Add(train);
        root.Add(EndingCommand.Create());
        var acts = new Command("train-acts", "trains the embedded classifier of speech acts and writes guardrails/Dunning.Guardrails/Text/Acts/acts.model");
        acts.SetAction(_ => TrainActs());
        root.Add(acts);
        root.SetAction(async (result, cancellationToken) =>
        {
            var (machine, folder) = (result.GetValue(json), result.GetValue(report));
            int[] codes =
            [
                Reading(machine, folder, null, null), Timing(machine, folder, TimingSuite.Seeds),
                NewTextCommand.Run(machine, folder, null),
                PaymentCommand.Run(machine, folder, null, PaymentSuite.Seed, PaymentSuite.Cases, null), Injection(machine, folder),
                GuardrailCommand.Run(machine, folder), await InboxCommand.RunAsync(machine, folder, cancellationToken),
            ];
            return codes.Max();
        });
        return root;
    }

    private static int Reading(bool json, string? folder, string? given, string? model)
    {
        var report = ReadingSuite.Run(model is null ? ReplyReader.Shipped() : Load(model), given);
        folder = EvalPaths.Reports(folder);
        File.WriteAllText(Path.Combine(folder, "reading.json"), JsonSerializer.Serialize(report, ReadingReport.Shape));
        File.WriteAllText(Path.Combine(folder, "reading.html"), ReadingPage.Render(report));
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : ReadingPage.Text(report));
        return GateCheck.ExitCode(report.Gates);
    }

    private static ReplyReader Load(string model)
    {
        using var stream = File.OpenRead(model);
        return new(ReaderModel.Load(stream));
    }

    private static int Timing(bool json, string? folder, int seeds)
    {
        if (seeds < 2) throw new ArgumentOutOfRangeException(nameof(seeds), seeds, "--seeds: at least 2 are needed for an interval");
        var report = TimingSuite.Run(seeds);
        folder = EvalPaths.Reports(folder);
        File.WriteAllText(Path.Combine(folder, "timing.json"), JsonSerializer.Serialize(report, TimingReport.Shape));
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, TimingReport.Shape) : TimingPage.Text(report));
        return GateCheck.ExitCode(report.Gates);
    }

    private static int Injection(bool json, string? folder)
    {
        var report = InjectionSuite.Run();
        folder = EvalPaths.Reports(folder);
        File.WriteAllText(Path.Combine(folder, "injection.json"), JsonSerializer.Serialize(report, ReadingReport.Shape));
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : report.Text());
        return GateCheck.ExitCode(report.Gates);
    }

    private static int MakeReplies()
    {
        Directory.CreateDirectory(EvalPaths.Replies);
        foreach (var language in ReplyDataset.Languages)
        {
            var book = PhraseBook.Parse(language, File.ReadAllText(Path.Combine(EvalPaths.Phrases, language + ".txt")));
            var labels = ReaderModel.IntentNames.ToHashSet();
            var mails = MailBook.Read(language, Path.Combine(EvalPaths.Phrases, language + ".mails.txt"), labels);
            var everyday = MailBook.Read(language, Path.Combine(EvalPaths.Phrases, language + ".everyday.txt"), labels).Select(mail => mail with { Style = LabelledReply.Everyday + mail.Style });
            LabelledReply[] rows = [.. new ReplyGenerator(book, Seed).Generate(), .. ReplyGenerator.Number(mails.Concat(everyday), language)];
            ReplyDataset.Save(Path.Combine(EvalPaths.Replies, language + ".jsonl"), rows);
            Console.Error.WriteLine($"{language}: {rows.Length} messages ({string.Join(", ", rows.GroupBy(r => r.Split).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))})");
        }
        return 0;
    }

    private static int TrainActs()
    {
        var model = ActTrainer.Train(EvalPaths.Root);
        using var stream = File.Create(EvalPaths.ActModel);
        model.Save(stream);
        Console.Error.WriteLine($"acts.model: {stream.Length} bytes, {model.Info.Sentences} sentences, data {model.Info.DataHash[..12]}, {string.Join(", ", model.Info.Figures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value:0.####}"))}");
        foreach (var (rule, limits) in model.Info.Limits) Console.Error.WriteLine($"  {rule}: with a suspicious word from {limits.Word:0.000}, held from {limits.Hold:0.000}, blocked from {limits.Block:0.000}");
        return 0;
    }

    private static int Train()
    {
        var model = ReaderTrainer.Train(EvalPaths.Replies);
        using var stream = File.Create(EvalPaths.Model);
        model.Save(stream);
        Console.Error.WriteLine($"reader.model: {stream.Length} bytes, {model.Info.Messages} messages, {model.Info.Sentences} texts, data {model.Info.DataHash[..12]}, {string.Join(", ", model.Info.Figures.Select(f => $"{f.Key} {f.Value:0.####}"))}");
        foreach (var (intent, t) in ReaderModel.IntentNames.Zip(model.Info.Thresholds)) Console.Error.WriteLine($"  {intent,-30} watched from {t.Watch:0.000}, listed from {t.List:0.000}, acted on from {t.Act:0.000} (errors at most {t.Risk:0.0000})");
        return 0;
    }
}
