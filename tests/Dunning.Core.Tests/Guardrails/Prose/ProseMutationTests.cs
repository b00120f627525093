using Dunning.Guardrails;
using Shouldly;
using Xunit.Abstractions;

namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Mails in free human prose, in tables and in lists, and the same with one thing made wrong.</summary>
public sealed class ProseMutationTests(ITestOutputHelper output)
{
    private static readonly Rule[] Figures = [.. Catalog.Rules.Where(static rule => rule.Id is "G13" or "G14" or "G15" or "G16" or "G17" or "G18" or "G19" or "G20" or "G21" or "G22")];

    [Fact]
    public void Every_right_mail_of_a_person_passes_and_every_one_made_wrong_is_stopped()
    {
        var report = Run(Environment.GetEnvironmentVariable("DUNNING_FULL") == "1" ? 20_000 : 2_000, 20_261_125);
        output.WriteLine(report.Summary);
        report.Wrong.Take(12).ShouldBeEmpty(report.Summary);
    }

    internal static (string Summary, List<string> Wrong) Run(int wanted, int seed)
    {
        var random = new Random(seed);
        var (wrong, originals, made, held, escaped) = (new List<string>(), 0, new int[ProseMutants.Kinds.Length], 0, 0);
        for (var round = 0; made.Sum() < wanted; round++)
        {
            var (language, frames) = ProseWriter.Frames.ElementAt(round % ProseWriter.Frames.Count);
            var draft = ProseWriter.Write(random, language, round / ProseWriter.Frames.Count % frames.Length);
            originals++;
            if (Judge(draft, draft.Text) is { Count: > 0 } findings)
            {
                held++;
                wrong.Add($"original {language}: {string.Join("; ", findings)}\n{draft.Text}");
            }

            for (var kind = 0; kind < made.Length; kind++)
            {
                if (ProseMutants.Make(kind, draft, random) is not { } mutant || mutant == draft.Text) continue;
                made[kind]++;
                if (Judge(draft, mutant).Count > 0) continue;
                escaped++;
                wrong.Add($"{ProseMutants.Kinds[kind]} {language}:\n{mutant}\nwas\n{draft.Text}");
            }
        }

        var kinds = string.Join(", ", ProseMutants.Kinds.Zip(made, static (kind, count) => $"{kind} {count}"));
        return ($"{originals} right mails, {held} held; {made.Sum()} mutants, {escaped} escaped ({kinds})", wrong);
    }

    private static List<string> Judge(ProseDraft draft, string text)
    {
        var mail = Sample.Mail with { Language = draft.Language, Subject = "", Text = text };
        var verdict = Catalog.Run(Figures, GatePoint.AfterDrafting, mail, Sample.Send with { Facts = draft.Facts }, standAlone: true);
        return [.. verdict.Findings.Where(static finding => finding.Severity > Verdict.Pass).Select(static finding => $"{finding.Rule} {finding.Evidence}")];
    }
}
