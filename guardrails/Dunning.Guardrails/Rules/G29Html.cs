using System.Text.RegularExpressions;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G29: the HTML part is plain layout, loads nothing, hides nothing, and says what the text part says, word for word
/// and figure for figure, under the creditor's name at most. Anything not on the short list of elements, attributes and
/// styles is refused.
/// </summary>
public static class G29Html
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "title", "meta", "p", "br", "div", "span", "table", "thead", "tbody", "tr", "td", "th", "a", "b", "strong", "em", "i", "ul", "li", "h1", "h2", "h3", "hr", "!doctype",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "href", "style", "class", "align", "valign", "width", "cellpadding", "cellspacing", "border", "role", "lang", "charset", "name", "content", "colspan",
    };

    private static readonly Regex Attribute = new(@"\s([A-Za-z_:@.-][\w:.-]*)\s*(=|$|\s)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Quoted = new(@"""[^""]*""|'[^']*'", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G29", "active or hidden HTML, or HTML that differs from the text", "Two texts in one message are two messages.", Verdict.Block, Judge)
    {
        Vocabulary = string.Join('|', Elements) + string.Join('|', Attributes) + HtmlStyles.Vocabulary,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (draft.Mail.Html is not { } html) return null;
        if (html.Contains("<!--", StringComparison.Ordinal)) return Found("comment");
        foreach (var (tag, _) in HtmlText.Pieces(html))
        {
            if (tag is not null && Refused(tag) is { } refused) return Found(refused);
        }

        if (HtmlText.InHead(html).Length > 0) return Found("words in its head");
        return SameWords.AreSame(HtmlText.Visible(html), draft.Mail.Text, facts.Facts.Creditor) ? null : Found("it does not say what the text says");
    }

    private static string? Refused(string tag)
    {
        var name = HtmlText.NameOf(tag);
        if (!Elements.Contains(name)) return $"element <{name}>";
        // A quote may be followed by an attribute without a blank, and a slash parts attributes as a blank does.
        var bare = Quoted.Replace(tag, "\"\" ");
        if (tag.Contains('<', StringComparison.Ordinal) || bare.Trim('/').Contains('/', StringComparison.Ordinal)) return "broken element";
        if (HtmlStyles.Fault(tag) is { } style) return $"hiding or loading style in <{name}>: {style}";
        foreach (var match in Attribute.EnumerateMatches(bare))
        {
            var attribute = bare.Substring(match.Index, match.Length).Trim().TrimEnd('=', ' ').ToLowerInvariant();
            if (!Attributes.Contains(attribute) && name != "!doctype") return $"attribute {attribute}";
        }

        return name == "meta" && tag.Contains("refresh", StringComparison.OrdinalIgnoreCase) ? "meta refresh" : null;
    }

    private static Finding Found(string evidence) => new("G29", Verdict.Block, $"HTML: {evidence}", null);
}
