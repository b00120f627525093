using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Inbox;

/// <summary>The verb <c>eval inbox</c>.</summary>
internal static class InboxCommand
{
    public static Command Create(Option<bool> json, Option<string?> report)
    {
        var command = new Command("inbox", "whole mails with signature and quotes, read from end to end: intents, new text, promise days, what goes to people");
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(json), result.GetValue(report), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(bool json, string? folder, CancellationToken cancellationToken)
    {
        var report = await InboxSuite.RunAsync(cancellationToken);
        folder = EvalPaths.Reports(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "inbox.json"), JsonSerializer.Serialize(report, ReadingReport.Shape), cancellationToken);
        await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : string.Join('\n', report.Sets.Select(Text)));
        return GateCheck.ExitCode(report.Gates);
    }

    private static string Text(InboxFigures f) => string.Create(
        CultureInfo.InvariantCulture,
        $"{f.Set,-8} {f.Mails} mails: F1 four {f.FourF1:0.000}, all {f.AllF1:0.000}; disputes seen {f.DisputesSeen:0.000}; new text {f.NewTextExact:0.000}; handled {f.Handled:0.000} (wrong {f.HandledWrong:0.000}), plain ones to a person {f.NeedlesslyToPerson:0.000}; promise days exact {f.DatesExact:0.000}, sure and wrong {f.DatesWrong}");
}
