namespace Dunning.Evals.NewTexts;

/// <summary>Which bodies a layout has.</summary>
internal enum LayoutKind { Text, Html, Both }

/// <summary>How one mail program lays out an answer; the words are still to be filled in.</summary>
/// <param name="Text">Lines of the plain part; those with a plus are new.</param>
/// <param name="Html">The HTML part, or empty.</param>
/// <param name="New">The expected lines where no line bears a plus.</param>
internal sealed record MailLayout(string Id, LayoutKind Kind, IReadOnlyDictionary<string, string> Options, string Text, string Html, string New)
{
    public static IEnumerable<MailLayout> Load(string path)
    {
        var (number, head, body) = (0, "", new List<string>());
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("@ ", StringComparison.Ordinal))
            {
                if (head.Length > 0) yield return Parse(path, head, body);
                (head, body) = (line[2..], []);
            }
            else if (head.Length > 0) body.Add(line);
            else if (line.Length > 0 && line[0] != '#') throw new InvalidDataException($"{path}:{number}: text before the first layout");
        }
        if (head.Length > 0) yield return Parse(path, head, body);
    }

    private static MailLayout Parse(string path, string head, List<string> body)
    {
        var words = Words(head);
        if (words.Count < 2 || !Enum.TryParse<LayoutKind>(words[1], ignoreCase: true, out var kind)) throw new InvalidDataException($"{path}: @ {head}: needs an id and text, html or both");
        var options = words.Skip(2).Select(w => w.Split('=', 2)).ToDictionary(w => w[0], w => w.Length > 1 ? w[1] : "yes", StringComparer.Ordinal);
        var (html, fresh) = (body.IndexOf("---- html"), body.IndexOf("---- new"));
        string Lines(int start, int end) => start >= end ? "" : string.Join('\n', body[start..end]).TrimEnd('\n');
        return kind switch
        {
            LayoutKind.Text => new(words[0], kind, options, Lines(0, body.Count), "", ""),
            LayoutKind.Html when fresh > 0 => new(words[0], kind, options, "", Lines(0, fresh), Lines(fresh + 1, body.Count)),
            LayoutKind.Both when html > 0 && fresh > html => new(words[0], kind, options, Lines(0, html), Lines(html + 1, fresh), Lines(fresh + 1, body.Count)),
            _ => throw new InvalidDataException($"{path}: @ {words[0]}: the section ---- new (and ---- html) is missing"),
        };
    }

    /// <summary>Words of the head; quotation marks keep blanks together.</summary>
    private static List<string> Words(string head)
    {
        List<string> words = [""];
        var quoted = false;
        foreach (var c in head)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ' ' && !quoted) words.Add("");
            else words[^1] += c;
        }
        return [.. words.Where(w => w.Length > 0)];
    }
}
