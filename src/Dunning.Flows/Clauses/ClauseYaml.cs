using System.Text;
using Dunning.Core;
using Dunning.Core.Correspondence;

namespace Dunning.Flows.Clauses;

/// <summary>One clause in the form of the clause files, as it is kept in the database.</summary>
public static class ClauseYaml
{
    /// <summary>The clause as a file with this one entry.</summary>
    public static string Write(Clause clause)
    {
        var text = new StringBuilder();
        void Line(string field, string value) => text.Append(text.Length == 0 ? "- " : "  ").Append(field).Append(": ").Append(value).Append('\n');
        void Several(string field, IEnumerable<string> values, bool always = false)
        {
            var list = values.ToList();
            if (always || list.Count > 0) Line(field, $"[{string.Join(", ", list)}]");
        }

        Line("id", clause.Id);
        Line("act", Wire.Name(clause.Act));
        Several("purposes", clause.Purposes.Select(Wire.Name), always: true);
        Several("stages", clause.Stages.Select(Wire.Name));
        Several("tones", clause.Tones.Select(Wire.Name), always: true);
        Several("requires", clause.Requires.Select(Wire.Name));
        Several("slots", clause.Slots);
        Several("companions", clause.Companions);
        Line("version", clause.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Line("variants", "");
        foreach (var variant in clause.Variants) text.Append("    ").Append(KeyOf(variant)).Append(": ").Append(Quoted(variant.Template.Source)).Append('\n');
        return text.ToString();
    }

    /// <summary>The clause of a stored version.</summary>
    /// <param name="content">What <see cref="Write"/> made.</param>
    /// <param name="named">What the version is called in errors.</param>
    /// <exception cref="ClauseException">It is not one clause.</exception>
    public static Clause Read(string content, string language, string named)
    {
        List<ClauseProblem> problems = [];
        var clauses = ClauseFiles.Read(named, language, content, problems);
        if (problems.Count == 0 && clauses.Count != 1) problems.Add(new(new(named, 1, 1), "file", $"holds {clauses.Count} clauses instead of one"));
        return problems.Count > 0 ? throw new ClauseException(problems) : clauses[0];
    }

    /// <summary>The short key of a wording within its clause.</summary>
    public static string KeyOf(ClauseVariant variant) => variant.Id[(variant.Id.LastIndexOf('/') + 1)..];

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
}
