using System.Reflection;

namespace Dunning.Simulator.Debtors;

/// <summary>What debtors write, per language and occasion: one wording a line, with placeholders in braces.</summary>
public sealed class Wordings
{
    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    private Wordings(string text)
    {
        List<string> current = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) sections[line[3..]] = current = [];
            else current.Add(line);
        }
    }

    /// <summary>Debtors write English or German; whoever speaks something else writes English to a creditor abroad.</summary>
    public static Wordings English { get; } = Load("en");

    public static Wordings German { get; } = Load("de");

    /// <summary>The occasions there are wordings for.</summary>
    public IReadOnlyCollection<string> Sections => sections.Keys;

    /// <summary>All wordings of an occasion.</summary>
    public IReadOnlyList<string> Of(string section) => sections[section];

    private static Wordings Load(string language)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"wordings.{language}.txt")!);
        return new(reader.ReadToEnd());
    }
}
