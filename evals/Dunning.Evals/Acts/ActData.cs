using System.Text.Json;
using System.Text.RegularExpressions;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Acts;

/// <summary>Everything the classifier learns from: the written sentences, the reviewed clauses and the vectors of the rules.</summary>
internal static class ActData
{
    private static readonly Regex Variant = new(@"^\s+[a-z]: ""(?<text>.+)""\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking);
    private static readonly Regex Choice = new(@"\{[a-z_]+\|(?<one>[^|}]*)\|[^}]*\}", RegexOptions.NonBacktracking);
    private static readonly Regex Slot = new(@"\{(?<name>[a-z_]+)\}", RegexOptions.NonBacktracking);
    private static readonly Regex Entity = new(@"\{E:([^}]*)\}", RegexOptions.NonBacktracking);

    /// <summary>All of it, below the root of the repository.</summary>
    public static IReadOnlyList<ActSentence> Load(string root)
    {
        var written = ActSentence.Load(Path.Combine(root, "evals", "datasets", "acts"));
        // What is kept out of training is so wherever else it stands: the wall has to judge those vectors unseen.
        var unseen = written.Where(static row => row.Unseen).Select(static row => (row.Language, row.Text)).ToHashSet();
        return [.. written.Where(row => row.Unseen || !unseen.Contains((row.Language, row.Text))), .. Clauses(Path.Combine(root, "prompts", "clauses")),
            .. Vectors(Path.Combine(root, "guardrails", "vectors")).Where(row => !unseen.Contains((row.Language, row.Text)))];
    }

    // A reviewed clause is harmless by definition; its slots are filled with what stands there in a mail. Thanks for a payment
    // are harmless only beside the fact of that payment, which a sentence does not show.
    private static IEnumerable<ActSentence> Clauses(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileName(Path.GetDirectoryName(file)!);
            var number = 0;
            foreach (Match match in Variant.Matches(File.ReadAllText(file)))
            {
                var text = Slot.Replace(Choice.Replace(match.Groups["text"].Value, "${one}"), static slot => Filling(slot.Groups["name"].Value)).Replace("\\n", "\n", StringComparison.Ordinal);
                if (!ActTrainer.Mentions(text, "G07")) yield return new(language, ActModel.Harmless, text, number++ / ActSentence.GroupSize, ActSource.Clause, Unseen: false);
            }
        }
    }

    private static string Filling(string slot) => slot switch
    {
        "contact" => "Jane Doe",
        "creditor" or "customer" => "Example Supplies Ltd",
        "start" => "",
        _ when slot.Contains("amount", StringComparison.Ordinal) || slot.Contains("total", StringComparison.Ordinal) => "1,234.56 EUR",
        _ when slot.Contains("date", StringComparison.Ordinal) => "5.3.2026",
        _ => "1001",
    };

    private static IEnumerable<ActSentence> Vectors(string folder)
    {
        var rules = SentenceWall.Vocabularies.Select(static each => each.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file).Where(static line => !string.IsNullOrWhiteSpace(line)))
            {
                using var document = JsonDocument.Parse(line);
                string Field(string name) => document.RootElement.GetProperty(name).GetString()!;
                var act = Field("expect") == "pass" ? ActModel.Harmless : Field("rule");
                if (act == ActModel.Harmless || rules.Contains(act))
                    yield return new(Field("lang"), act, Entity.Replace(Field("text"), "Example Supplies Ltd"), number++ / ActSentence.GroupSize, ActSource.Vector, Unseen: false);
            }
        }
    }
}
