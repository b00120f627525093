namespace Dunning.Mail.Zoning;

/// <summary>The rules of style elements that mails use to hide text: selectors of one tag, class or id.</summary>
internal sealed class StyleSheet
{
    private const int MostRules = 2000;
    private const int MostCached = 1000;
    private const int LongestValue = 200;

    /// <summary>Per selector, the last value of each declaration that can hide text: bounded however long the sheet is.</summary>
    private readonly Dictionary<string, Dictionary<string, string>> _rules = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _cache = new(StringComparer.Ordinal);

    /// <summary>Reads a style element; at-rules are skipped, because they depend on the reader's device.</summary>
    public void Add(string css)
    {
        var at = 0;
        _cache.Clear();
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
        var key = $"{tag}\n{attributes.GetValueOrDefault("id", "")}\n{attributes.GetValueOrDefault("class", "")}";
        if (!_cache.TryGetValue(key, out var declarations))
        {
            declarations = Collect(tag, attributes);
            if (_cache.Count < MostCached && key.Length < 200)
                _cache[key] = declarations;
        }
        return declarations.Length == 0 ? own : $"{declarations};{own}";
    }

    private string Collect(string tag, IReadOnlyDictionary<string, string> attributes)
    {
        var found = new Dictionary<string, string>();
        Take(tag, found);
        foreach (var name in attributes.GetValueOrDefault("class", "").Split([' ', '\t', '\n'], 20, StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            Take("." + name, found);
            Take(tag + "." + name, found);
        }
        if (attributes.TryGetValue("id", out var id))
        {
            Take("#" + id, found);
            Take(tag + "#" + id, found);
        }
        return string.Join(';', found.Select(d => $"{d.Key}:{d.Value}"));
    }

    private void Take(string selector, Dictionary<string, string> found)
    {
        if (!_rules.TryGetValue(selector, out var declarations))
            return;
        foreach (var (name, value) in declarations)
            found[name] = value;
    }

    private void AddRule(string selectors, string declarations)
    {
        var relevant = new Dictionary<string, string>();
        foreach (var declaration in declarations.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var name = colon > 0 ? declaration[..colon].Trim().ToLowerInvariant() : "";
            if (HtmlStyle.Properties.Contains(name) && declaration.Length - colon < LongestValue)
                relevant[name] = declaration[(colon + 1)..].Trim();
        }
        if (relevant.Count == 0)
            return;
        foreach (var selector in RemoveComments(selectors).Split(',').Select(s => WithoutPlainAncestors(s.Trim())).Where(s => s.Length is > 0 and < 100 && s.AsSpan().IndexOfAny(" :>+~") < 0))
        {
            if (_rules.Count >= MostRules)
                return;
            if (!_rules.TryGetValue(selector, out var known))
                _rules[selector] = known = [];
            foreach (var (name, value) in relevant)
                known[name] = value;
        }
    }

    /// <summary>"body table .x" applies to every ".x" of a mail.</summary>
    private static string WithoutPlainAncestors(string selector)
    {
        while (selector.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && selector[..blank] is "*" or "html" or "body" or "div" or "table" or "tbody" or "tr" or "td" or "center")
            selector = selector[(blank + 1)..].TrimStart();
        return selector;
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
