using System.Text.Json;
using System.Text.RegularExpressions;
using Dunning.Guardrails;
using Shouldly;
using Xunit.Abstractions;

namespace Dunning.Core.Tests.Guardrails;

public sealed class SentenceTests(ITestOutputHelper output)
{
    private static readonly Rule[] Lexical = [.. Catalog.Rules.Where(static rule => string.CompareOrdinal(rule.Id, "G12") <= 0 || rule.Id is "G19" or "G36")];

    // A near miss of a rule about figures must pass those too; one about words may name a figure this ledger does not hold.
    private static readonly Rule[] WithFigures = [.. Catalog.Rules.Where(static rule => string.CompareOrdinal(rule.Id, "G21") <= 0 || rule.Id is "G36")];

    [Fact]
    public void Every_forbidden_sentence_of_the_shared_set_is_blocked_and_every_harmless_one_passes()
    {
        if (Find("data/guardrail-sentences.jsonl") is not { } file)
        {
            output.WriteLine("Skipped: shared/data/guardrail-sentences.jsonl is not on this machine.");
            return;
        }

        Judge(File.ReadLines(file)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_own_vector_is_judged_as_expected()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "guardrails", "vectors"), "*.jsonl");
        var lines = files.SelectMany(File.ReadLines).ToList();
        lines.Count.ShouldBeGreaterThanOrEqualTo(1500);
        Judge(lines).ShouldBeEmpty();
    }

    private static List<string> Judge(IEnumerable<string> lines)
    {
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            var vector = document.RootElement;
            var names = Regex.Matches(vector.GetProperty("text").GetString()!, @"\{E:([^}]*)\}").Select(static match => match.Groups[1].Value).ToList();
            var text = Regex.Replace(vector.GetProperty("text").GetString()!, @"\{E:([^}]*)\}", "$1");
            var block = vector.GetProperty("expect").GetString() == "block";
            var facts = Sample.Facts with { CustomerName = names.FirstOrDefault() ?? Sample.Facts.CustomerName };
            var verdict = Sample.JudgeSentence(text, vector.GetProperty("lang").GetString()!, block ? Catalog.Rules : Lexical.Any(rule => rule.Id == vector.GetProperty("rule").GetString()) ? Lexical : WithFigures, facts);
            if (block != (verdict.Verdict == Verdict.Block))
                wrong.Add($"{vector.GetProperty("rule").GetString()} {vector.GetProperty("lang").GetString()} {vector.GetProperty("expect").GetString()}: {text} -> {string.Join("; ", verdict.Findings.Select(static finding => $"{finding.Rule} {finding.Evidence}"))}");
        }

        return wrong;
    }

    private static string? Find(string path)
    {
        if (Environment.GetEnvironmentVariable("DUNNING_SHARED") is { Length: > 0 } set) return File.Exists(Path.Combine(set, path)) ? Path.Combine(set, path) : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", path);
        return File.Exists(beside) ? beside : null;
    }
}
