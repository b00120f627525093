namespace Dunning.Mail.Zoning;

/// <summary>Follows the open elements of a document and sorts text into visible and hidden.</summary>
internal sealed class HtmlWalker
{
    private const int Deepest = 512;

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    private static readonly HashSet<string> Blocks = ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"];
    private static readonly HashSet<string> Spaced = ["p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre"];
    private static readonly HashSet<string> Invisible = ["head", "script", "style", "title", "template", "noscript", "object", "svg", "map", "audio", "video", "select", "datalist", "iframe", "noframes", "canvas", "dialog"];

    private static readonly string[] Spoken = ["alt", "title", "aria-label", "placeholder", "value", "data-text"];

    private readonly record struct Element(string Name, HtmlStyle Style, int Quotes, bool Preformatted, bool Tight);

    private readonly Stack<Element> _open = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly StyleSheet _sheet = new();
    private readonly TextCollector _visible = new();
    private readonly TextCollector _hidden = new();
    private Element _current = new("", HtmlStyle.Page, 0, false, false);

    public void Take(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                AddText(token.Text);
                break;
            case HtmlTokenKind.Open:
                Open(token);
                break;
            case HtmlTokenKind.Close:
                Close(token.Name);
                break;
            case HtmlTokenKind.Comment:
                Hide(CommentText(token.Text));
                break;
            case HtmlTokenKind.Raw when token.Name == "style":
                _sheet.Add(token.Text);
                break;
            case HtmlTokenKind.Raw:
                Hide(token.Text);
                break;
        }
    }

    public (string Text, string Hidden) Finish() => (_visible.Finish(), _hidden.Finish());

    private void AddText(string text)
    {
        var (seen, unseen) = InvisibleCharacters.Split(text);
        if (unseen.Length > 0)
            Hide(unseen);
        if (_current.Style.Hides)
            _hidden.Add(seen, 0, preformatted: false);
        else
            _visible.Add(seen, _current.Quotes, _current.Preformatted);
    }

    /// <summary>Conditional comments of Outlook hold markup; only the text in them could say something.</summary>
    private static string CommentText(string comment) =>
        comment.StartsWith('[') || comment.StartsWith("<![", StringComparison.Ordinal)
            ? string.Join(' ', HtmlTokens.Read(comment[(comment.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('>')).Where(t => t.Kind == HtmlTokenKind.Text).Select(t => t.Text))
            : comment;

    private void Hide(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        _hidden.Break(1);
        _hidden.Add(text, 0, preformatted: false);
        _hidden.Break(1);
    }

    private void Open(HtmlToken token)
    {
        var name = token.Name;
        foreach (var spoken in token.Attributes.Count == 0 ? [] : Spoken)
            Hide(token.Attributes.GetValueOrDefault(spoken, ""));
        CloseImplied(name);
        if (name == "br")
            _visible.LineBreak(_current.Quotes);
        if (name is "td" or "th")
            _visible.Add(" ", _current.Quotes, preformatted: false);
        var style = Style(token);
        if (style.Hides != _current.Style.Hides)
            _hidden.Break(1);
        var tight = HtmlQuotes.IsTight(token);
        Break(name, style, tight);
        if (HtmlQuotes.StartsOlderMail(token, style))
            _visible.Line(Separators.FromHtml, _current.Quotes);
        else if (!style.Hides && HtmlQuotes.IsSignature(token))
            _visible.Line("-- ", _current.Quotes);
        if (Void.Contains(name))
            return;
        var quotes = _current.Quotes + (HtmlQuotes.IsQuote(token) && _current.Quotes < 20 ? 1 : 0);
        if (_open.Count >= Deepest)
            return;
        _open.Push(_current);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        _current = new Element(name, style, quotes, _current.Preformatted || name == "pre", tight);
        if (name == "li")
            AddText("- ");
    }

    private HtmlStyle Style(HtmlToken token)
    {
        var style = _current.Style;
        var attributes = token.Attributes;
        if (attributes.TryGetValue("bgcolor", out var back) && HtmlStyle.ParseColor(back) is >= 0 and var color)
            style = style with { Background = color };
        if (attributes.ContainsKey("background"))
            style = style with { Background = null };
        if (token.Name == "font" && attributes.TryGetValue("color", out var text))
            style = style with { Color = HtmlStyle.ParseColor(text) ?? style.Color };
        style = style.With(_sheet.For(token.Name, attributes));
        var hidden = attributes.ContainsKey("hidden") || Invisible.Contains(token.Name) || attributes.GetValueOrDefault("aria-hidden", "").Equals("true", StringComparison.OrdinalIgnoreCase)
            || token.Name == "font" && attributes.GetValueOrDefault("size", "") is "0";
        return hidden ? style with { Gone = true } : style;
    }

    private void Close(string name)
    {
        if (!_counts.TryGetValue(name, out var count) || count == 0)
        {
            if (name == "p")
                Break(name, _current.Style, tight: false);
            return;
        }
        while (_current.Name != name)
            Pop();
        var (style, tight) = (_current.Style, _current.Tight);
        Pop();
        Break(name, style, tight);
        if (style.Hides != _current.Style.Hides)
            _hidden.Break(1);
    }

    private void Pop()
    {
        _counts[_current.Name]--;
        _current = _open.Pop();
    }

    /// <summary>HTML lets authors leave out these end tags; without closing them here their style would leak onwards.</summary>
    private void CloseImplied(string opened)
    {
        var closes = _current.Name switch
        {
            "p" => Blocks.Contains(opened),
            "li" => opened == "li",
            "td" or "th" => opened is "td" or "th" or "tr",
            "tr" => opened == "tr",
            "head" => opened == "body",
            "option" => opened == "option",
            _ => false,
        };
        if (closes)
            Close(_current.Name);
    }

    private void Break(string name, HtmlStyle style, bool tight)
    {
        if (Blocks.Contains(name) && !style.Hides)
            _visible.Break(Spaced.Contains(name) && !tight ? 2 : 1);
    }
}
