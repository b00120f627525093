namespace Dunning.Evals.NewTexts;

/// <summary>The words of one language from which signatures are put together, and short last lines that are content.</summary>
internal sealed class EndingWords
{
    private static readonly string[] Sections = ["given", "family", "firms", "units", "roles", "closings", "notes", "content"];

    private readonly Dictionary<string, string[]> _sections = new(StringComparer.Ordinal);

    private EndingWords(string language) => Language = language;

    public string Language { get; }

    /// <summary>A section's entries of one fold; the folds share none, so that a name is as unknown to the other four as a stranger's.</summary>
    public IReadOnlyList<string> Of(string section, int fold) => [.. _sections[section].Where((_, i) => i % EndingExamples.Folds == fold)];

    public static EndingWords Load(string path)
    {
        var words = new EndingWords(Path.GetFileNameWithoutExtension(path));
        var (number, section) = (0, "");
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') section = line.Trim('[', ']');
            else if (Array.IndexOf(Sections, section) < 0) throw new InvalidDataException($"{path}:{number}: unknown section \"{section}\"; one of {string.Join(", ", Sections)} is expected");
            // Firms and lines can hold commas.
            else words._sections[section] = line.Split(section is "notes" or "content" ? " | " : Separator(section), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        if (Sections.FirstOrDefault(s => !words._sections.ContainsKey(s)) is { } missing) throw new InvalidDataException($"{path}: section [{missing}] is missing");
        return words;
    }

    private static string Separator(string section) => section == "firms" ? "; " : ", ";
}
