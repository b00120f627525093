using System.Text;
using System.Text.Json;
using Dunning.Guardrails;
using Dunning.Guardrails.Rules;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

/// <summary>The pages of the rules are written from the code and the vectors (run with <c>DUNNING_WRITE_README=1</c>) and must say what those say.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl"];
    private static readonly string Folder = Path.Combine(Repository.Root, "guardrails", "rules");
    private static readonly IReadOnlyList<Vector> Vectors = [.. Languages.SelectMany(static language => File.ReadLines(Path.Combine(Repository.Root, "guardrails", "vectors", language + ".jsonl"))).Select(Read)];

    private sealed record Vector(string Rule, string Language, bool Block, string Text);

    [Fact]
    public void Every_rule_has_a_page_that_says_what_code_and_vectors_say()
    {
        if (Environment.GetEnvironmentVariable("DUNNING_WRITE_README") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var rule in Catalog.Rules) File.WriteAllText(FileOf(rule), PageOf(rule));
        }

        foreach (var rule in Catalog.Rules) File.ReadAllText(FileOf(rule)).ShouldBe(PageOf(rule), $"run this test with DUNNING_WRITE_README=1 and commit guardrails/rules/{rule.Id}.md");
        Directory.GetFiles(Folder).Length.ShouldBe(Catalog.Rules.Count);
    }

    [Fact]
    public void Every_rule_about_a_sentence_has_forbidden_ones_and_near_misses_in_every_language()
    {
        var lacking = from rule in Vectors.Select(static vector => vector.Rule).Distinct().Order(StringComparer.Ordinal)
                      from language in Languages
                      from block in new[] { true, false }
                      where !Vectors.Any(vector => vector.Rule == rule && vector.Language == language && vector.Block == block)
                      select $"{rule} {language} {(block ? "block" : "pass")}";

        lacking.ShouldBeEmpty();
        SentenceWall.Vocabularies.ShouldAllBe(static each => Vectors.Any(vector => vector.Rule == each.Rule));
    }

    private static string FileOf(Rule rule) => Path.Combine(Folder, rule.Id + ".md");

    private static string PageOf(Rule rule)
    {
        var note = RuleNotes.Of(rule.Id);
        var page = new StringBuilder($"# {rule.Id} {rule.Blocks}\n\n{rule.Why}\n\n");
        page.Append($"- **Severity:** {Meaning(rule)}\n- **Ground:** {note.Ground}\n- **Does not catch:** {note.Misses}\n- **Code:** `guardrails/Dunning.Guardrails/Rules/{SourceOf(rule)}`\n");
        if (SentenceWall.Vocabularies.FirstOrDefault(each => each.Rule == rule.Id).Words is { } words)
        {
            var lines = words.Source.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] is not ('@' or '#')).ToList();
            page.Append($"- **Vocabulary:** {lines.Count(static line => line[0] is not ('~' or '-'))} phrases that block by themselves, {lines.Count(static line => line[0] == '~')} suspicious ones, {lines.Count(static line => line[0] == '-')} harmless ones; the classifier of speech acts reads every sentence besides.\n");
        }

        return page.Append('\n').Append(Examples(rule)).ToString();
    }

    private static string Meaning(Rule rule) => (rule.Severity, rule.PersonDecides) switch
    {
        (Verdict.Block, true) => "block; what it only holds in doubt, the person who approves decides",
        (Verdict.Block, false) => "block",
        (Verdict.Hold, true) => "hold until a person decides",
        (Verdict.Hold, false) => "hold until the reason is gone",
        (Verdict.Pass, _) => "a note",
        var (severity, _) => throw new ArgumentOutOfRangeException(nameof(rule), severity, "unknown severity"),
    };

    private static string SourceOf(Rule rule) => Path.GetFileName(Directory.GetFiles(Path.Combine(Repository.Root, "guardrails", "Dunning.Guardrails", "Rules"), rule.Id + "*.cs").ShouldHaveSingleItem());

    private static string Examples(Rule rule)
    {
        var own = Vectors.Where(vector => vector.Rule == rule.Id).ToList();
        if (own.Count == 0) return "It judges the message as a whole or the state around it, not a sentence: see `CatalogTests`, `SendGateTests` and the fault matrix in `guardrails/faults.md`.\n";
        var table = new StringBuilder("| language | must be blocked | must pass | blocked, for example | passes, for example |\n|---|---|---|---|---|\n");
        foreach (var language in Languages)
        {
            List<Vector> Of(bool block) => [.. own.Where(vector => vector.Language == language && vector.Block == block)];
            table.Append($"| {language} | {Of(true).Count} | {Of(false).Count} | {Quoted(Of(true))} | {Quoted(Of(false))} |\n");
        }

        return table.ToString();
    }

    private static string Quoted(List<Vector> vectors) =>
        vectors.Count == 0 ? "" : vectors[0].Text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static Vector Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        string Field(string name) => document.RootElement.GetProperty(name).GetString()!;
        return new(Field("rule"), Field("lang"), Field("expect") == "block", Field("text"));
    }
}
