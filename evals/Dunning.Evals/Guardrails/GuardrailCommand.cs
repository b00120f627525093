using System.CommandLine;
using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Guardrails;

/// <summary><c>./dunning eval guardrails</c>.</summary>
internal static class GuardrailCommand
{
    public static Command Create(Option<bool> json, Option<string?> report)
    {
        var command = new Command("guardrails", "forbidden sentences and their harmless neighbours through the engine of check, misses by rule and language");
        command.SetAction(result => Run(result.GetValue(json), result.GetValue(report)));
        return command;
    }

    public static int Run(bool json, string? folder)
    {
        var report = GuardrailSuite.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        folder = EvalPaths.Reports(folder);
        File.WriteAllText(Path.Combine(folder, "guardrails.json"), JsonSerializer.Serialize(report, ReadingReport.Shape));
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : report.Text());
        return GateCheck.ExitCode(report.Gates);
    }
}
