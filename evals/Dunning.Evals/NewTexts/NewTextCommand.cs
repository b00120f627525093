using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals.NewTexts;

/// <summary>The verb <c>eval newtext</c>.</summary>
internal static class NewTextCommand
{
    public static Command Create(Option<bool> json, Option<string?> report)
    {
        var write = new Option<string?>("--write") { Description = "folder into which every mail is written as .eml with its expected new text beside it" };
        var command = new Command("newtext", "what was newly written, taken out of complete mails of many programs in six languages") { write };
        command.SetAction(result => Run(result.GetValue(json), result.GetValue(report), result.GetValue(write)));
        return command;
    }

    public static int Run(bool json, string? folder, string? write)
    {
        if (write is not null) Write(write);
        var report = NewTextSuite.Run();
        folder = EvalPaths.Reports(folder);
        File.WriteAllText(Path.Combine(folder, "newtext.json"), JsonSerializer.Serialize(report, ReadingReport.Shape));
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(report, ReadingReport.Shape) : Text(report));
        return GateCheck.ExitCode(report.Gates);
    }

    private static string Text(NewTextReport report) => string.Join('\n', new[] { report.Built, report.Heldout }.SelectMany(Lines));

    private static IEnumerable<string> Lines(NewTextSet set)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {set.Exact} of {set.Mails} mails exact ({set.Rate:0.0000}), {set.Layouts} layouts, {set.Lost} with a line lost");
        yield return "  " + string.Join("  ", set.Languages.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Key} {l.Value:0.000}")));
        foreach (var miss in set.Misses)
            yield return $"  {miss.Id}\n    expected: {miss.Expected.ReplaceLineEndings("⏎")}\n    found:    {miss.Found.ReplaceLineEndings("⏎")}";
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var mail in NewTextSuite.Mails(NewTextSuite.Files))
        {
            File.WriteAllBytes(Path.Combine(folder, mail.Id + ".eml"), mail.Raw);
            File.WriteAllText(Path.Combine(folder, mail.Id + ".txt"), mail.Expected);
        }
    }
}
