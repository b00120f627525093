namespace Dunning.Evals.NewTexts;

/// <summary>The words one language puts into a layout: what people write, and what their mail programs write around it.</summary>
internal sealed class MailWords
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private MailWords(string language) => Language = language;

    public string Language { get; }

    public string this[string key] => _words.TryGetValue(key, out var value) ? value : throw new InvalidDataException($"evals/datasets/newtext/words/{Language}.txt: the word {key} is missing");

    public static MailWords Load(string path)
    {
        var words = new MailWords(Path.GetFileNameWithoutExtension(path));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals <= 0) throw new InvalidDataException($"{path}:{number}: no \"word = text\"");
            words._words[line[..equals]] = line[(equals + 3)..].Replace("\\n", "\n", StringComparison.Ordinal);
        }
        return words;
    }

    /// <summary>The new texts of the language, one of which a mail carries.</summary>
    public IReadOnlyList<string> NewTexts => [.. _words.Where(w => w.Key.StartsWith("new", StringComparison.Ordinal)).Select(w => w.Value)];
}
