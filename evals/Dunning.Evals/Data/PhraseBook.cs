using System.Text.RegularExpressions;

namespace Dunning.Evals.Data;

/// <summary>The hand-written sentences of one language: sections headed <c>@style kind</c>, one template a line.</summary>
public sealed partial class PhraseBook
{
    private readonly Dictionary<(string Style, string Kind), List<string>> sections = [];

    public required string Language { get; init; }

    public IEnumerable<(string Style, string Kind)> Sections => sections.Keys.Order();

    public static PhraseBook Parse(string language, string text)
    {
        var book = new PhraseBook { Language = language };
        List<string>? current = null;
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' && !line.StartsWith("###", StringComparison.Ordinal)) continue;
            if (line[0] == '@')
            {
                var head = line[1..].Split(' ', 2);
                if (head.Length != 2) throw new FormatException($"{language}.txt line {number}: a heading is \"@style kind\"");
                if (!book.sections.TryGetValue((head[0], head[1]), out current)) book.sections[(head[0], head[1])] = current = [];
                continue;
            }
            (current ?? throw new FormatException($"{language}.txt line {number}: a sentence before the first heading")).Add(line);
        }
        return book;
    }

    /// <summary>Templates of a style; those of style <c>*</c> serve every style.</summary>
    public IReadOnlyList<string> Of(string style, string kind) =>
        sections.TryGetValue((style, kind), out var own) ? own : sections.TryGetValue(("*", kind), out var shared) ? shared : [];

    /// <summary>Chooses among alternatives and fills slots; slots may be templates of style <c>*</c> themselves.</summary>
    public string Expand(string template, Random random)
    {
        var chosen = Alternative().Replace(template, m => Pick(m.Groups[1].Value.Split('|'), random));
        return Slot().Replace(chosen, m =>
            SlotValues.Fill(m.Groups[1].Value, random) ?? Expand(Pick(Of("*", m.Groups[1].Value), random), random));
    }

    internal static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];

    [GeneratedRegex(@"\[([^\]\n]*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
