namespace Dunning.Mail.Zoning;

/// <summary>The rules of style elements that mails use to hide text: selectors of one tag, class or id.</summary>
internal sealed class StyleSheet
{
    private const int MostRules = 2000;
    private readonly Dictionary<string, string> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a style element; at-rules are skipped, because they depend on the reader's device.</summary>
    public void Add(string css)
    {
        var at = 0;
        while (at < css.Length && _rules.Count < MostRules)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
                return;
            var selectors = css[at..open];
            if (selectors.Contains('@', StringComparison.Ordinal))
            {
                at = SkipBlock(css, open);
                continue;
            }
            var close = css.IndexOf('}', open);
            if (close < 0)
                close = css.Length;
            AddRule(selectors, css[(open + 1)..close]);
            at = close + 1;
        }
    }

    /// <summary>The declarations that apply to an element, its own style attribute last.</summary>
    public string For(string tag, IReadOnlyDictionary<string, string> attributes)
    {
        var own = attributes.GetValueOrDefault("style", "");
        if (_rules.Count == 0)
            return own;
        var found = new List<string>();
        Take(tag, found);
        foreach (var name in attributes.GetValueOrDefault("class", "").Split(' ', 20, StringSplitOptions.RemoveEmptyEntries))
        {
            Take("." + name, found);
            Take(tag + "." + name, found);
        }
        if (attributes.TryGetValue("id", out var id))
        {
            Take("#" + id, found);
            Take(tag + "#" + id, found);
        }
        return found.Count == 0 ? own : string.Join(';', found.Append(own));
    }

    private void Take(string selector, List<string> found)
    {
        if (_rules.TryGetValue(selector, out var declarations))
            found.Add(declarations);
    }

    private void AddRule(string selectors, string declarations)
    {
        if (declarations.Length > 4000)
            return;
        foreach (var selector in RemoveComments(selectors).Split(',').Select(s => s.Trim()))
        {
            if (selector.Length is > 0 and < 100 && !selector.Contains(' ', StringComparison.Ordinal) && !selector.Contains(':', StringComparison.Ordinal) && !selector.Contains('>', StringComparison.Ordinal))
                _rules[selector] = _rules.TryGetValue(selector, out var earlier) && earlier.Length < 4000 ? $"{earlier};{declarations}" : declarations;
        }
    }

    private static string RemoveComments(string text)
    {
        var end = text.LastIndexOf("*/", StringComparison.Ordinal);
        if (end >= 0)
            text = text[(end + 2)..];
        return text.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
    }

    private static int SkipBlock(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            if (css[i] == '{')
                depth++;
            else if (css[i] == '}' && --depth == 0)
                return i + 1;
        }
        return css.Length;
    }
}
