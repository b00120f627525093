using System.CommandLine;
using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Payments;

/// <summary><c>eval payments</c>: cash application against generated payments, or against a set of one's own.</summary>
internal static class PaymentCommand
{
    public static Command Create(Option<bool> json, Option<string?> report)
    {
        var file = new Option<string?>("--in") { Description = "JSON lines with payment, items and truth instead of the generated payments (docs/cash-application.md)" };
        var output = new Option<string?>("--out") { Description = "file for the decision on every payment, with its reasons, as JSON lines" };
        var seed = new Option<int>("--seed") { Description = "seed of the generator", DefaultValueFactory = _ => PaymentSuite.Seed };
        var count = new Option<int>("--cases") { Description = "number of generated payments", DefaultValueFactory = _ => PaymentSuite.Cases };
        var command = new Command("payments", "precision and coverage of cash application against the gates in evals/thresholds.json") { file, output, seed, count };
        command.SetAction(result => Run(result.GetValue(json), result.GetValue(report), result.GetValue(file), result.GetValue(seed), result.GetValue(count), result.GetValue(output)));
        return command;
    }

    public static int Run(bool json, string? folder, string? file, int seed, int count, string? output)
    {
        PaymentReport report;
        List<string> lines = [];
        try
        {
            report = PaymentSuite.Run(file, seed, count, output is null ? null : lines.Add);
        }
        catch (FormatException unreadable)
        {
            // A set that cannot be read is a mistake of the caller: one line says which line and field.
            Console.Error.WriteLine(unreadable.Message);
            return 1;
        }

        folder = EvalPaths.Reports(folder);
        if (output is not null) File.WriteAllLines(output, lines);
        File.WriteAllText(Path.Combine(folder, "payments.json"), JsonSerializer.Serialize(report, ReadingReport.Shape));
        File.WriteAllText(Path.Combine(folder, "payments.html"), report.Html());
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : report.Text());
        return GateCheck.ExitCode(report.Gates);
    }
}
