using System.CommandLine;
using System.Globalization;
using Dunning.Mail.Zoning;

namespace Dunning.Evals.NewTexts;

/// <summary>The verb <c>eval train-endings</c>.</summary>
internal static class EndingCommand
{
    private const int Seed = 20261;

    public static Command Create()
    {
        var cross = new Option<bool>("--cross") { Description = "write nothing; measure each batch of mails with weights fitted without it" };
        var only = new Option<string?>("--only") { Description = "with --cross: leave out only this file of evals/datasets/newtext" };
        var command = new Command("train-endings", "fits the weights that tell signatures from content and writes src/Dunning.Mail/Zoning/endings.model") { cross, only };
        command.SetAction(result => result.GetValue(cross) ? Cross(result.GetValue(only)) : Train());
        return command;
    }

    private static int Train()
    {
        EndingTrainer.Fit([.. EndingExamples.Batches(NewTextSuite.Files), .. EndingExamples.Replies(Seed)], out var file);
        File.WriteAllText(EvalPaths.Endings, file);
        Console.Out.WriteLine($"{EvalPaths.Endings}: {file.Count(c => c == '\n')} weights; build again to use them");
        return 0;
    }

    private static int Cross(string? only)
    {
        List<EndingExample> replies = [.. EndingExamples.Replies(Seed)], batches = [.. EndingExamples.Batches(NewTextSuite.Files)];
        foreach (var left in batches.GroupBy(e => e.Batch).Where(g => only is null || g.Key == only))
        {
            var model = EndingTrainer.Fit([.. batches.Where(e => e.Batch != left.Key), .. replies], out _);
            Report(left.Key, [.. left], model);
        }
        if (only is not null) return 0;
        var known = EndingTrainer.Fit([.. batches.Where(e => e.Fold > 0), .. replies.Where(e => e.Fold > 0)], out _);
        foreach (var batch in replies.Where(e => e.Fold == 0 && !e.OnlyWords).GroupBy(e => e.Batch))
            Report(batch.Key, [.. batch.Select(e => e with { Expected = MailAssembly.Normal(e.Expected) })], known);
        return 0;
    }

    private static void Report(string name, List<EndingExample> mails, EndModel model)
    {
        foreach (var named in mails.GroupBy(m => m.Sender.Length > 0))
            Report(named.Key ? name : name + " without the sender's name", named, model);
    }

    private static void Report(string name, IEnumerable<EndingExample> mails, EndModel model)
    {
        var read = mails.Select(m => (Mail: m, Rules: Found(m, EndModel.RulesOnly), Found: Found(m, model))).ToList();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {read.Count} mails, exact by rules alone {read.Count(r => r.Rules == r.Mail.Expected)}, with weights fitted without it {read.Count(r => r.Found == r.Mail.Expected)}, {read.Count(r => NewTextSuite.Loses(r.Mail.Expected, r.Found))} with a line lost"));
        foreach (var (mail, _, found) in read.Where(r => r.Found != r.Mail.Expected))
            Console.Out.WriteLine($"  {(NewTextSuite.Loses(mail.Expected, found) ? "LOST" : "left")} {mail.Id}\n    expected: {Tail(mail.Expected)}\n    found:    {Tail(found)}");
    }

    private static string Found(EndingExample mail, EndModel model) => MailAssembly.Normal(NewText.ExtractWith(mail.Text, mail.Sender, model).NewText);

    private static string Tail(string text) => (text.Length > 160 ? "…" + text[^160..] : text).ReplaceLineEndings("⏎");
}
