using System.Text.RegularExpressions;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G29: the HTML part is plain layout, loads nothing, hides nothing, and says what the text part says. Anything not on
/// the short list of elements and attributes is refused.
/// </summary>
public static class G29Html
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "title", "meta", "p", "br", "div", "span", "table", "thead", "tbody", "tr", "td", "th", "a", "b", "strong", "em", "i", "ul", "ol", "li", "h1", "h2", "h3", "hr", "!doctype",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "href", "style", "class", "align", "valign", "width", "cellpadding", "cellspacing", "border", "role", "lang", "charset", "name", "content", "colspan", "dir",
    };

    private static readonly Regex Attribute = new(@"\s([A-Za-z_:@.-][\w:.-]*)\s*(=|$|\s)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Quoted = new(@"""[^""]*""|'[^']*'", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Hiding = new(
        @"display\s*:|visibility|opacity|font-size\s*:\s*[0-6](\.\d+)?(px|pt|em|rem|%)?\s*(;|$|"")|position|clip|overflow|text-indent|max-height|line-height\s*:\s*0|(^|[;""'\s])(height|width)\s*:\s*[01](px)?\b|" +
        @"transform|url\s*\(|expression|@import|content\s*:|color\s*:\s*(#fff(fff)?|white|transparent)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G29", "active or hidden HTML, or HTML that differs from the text", "Two texts in one message are two messages.", Verdict.Block, Judge)
    {
        Vocabulary = string.Join('|', Elements) + string.Join('|', Attributes) + Hiding,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (draft.Mail.Html is not { } html) return null;
        if (html.Contains("<!--", StringComparison.Ordinal)) return Found("comment");
        foreach (var (tag, _) in HtmlText.Pieces(html))
        {
            if (tag is not null && Refused(tag) is { } refused) return Found(refused);
        }

        return Words(HtmlText.Visible(html)).SequenceEqual(Words(draft.Mail.Text)) ? null : Found("it does not say what the text says");
    }

    private static string? Refused(string tag)
    {
        var name = HtmlText.NameOf(tag);
        if (!Elements.Contains(name)) return $"element <{name}>";
        if (tag.Contains('<', StringComparison.Ordinal)) return "broken element";
        if (Hiding.IsMatch(tag)) return $"hiding or loading style in <{name}>";
        var bare = Quoted.Replace(tag, "\"\"");
        foreach (var match in Attribute.EnumerateMatches(bare))
        {
            var attribute = bare.Substring(match.Index, match.Length).Trim().TrimEnd('=', ' ').ToLowerInvariant();
            if (!Attributes.Contains(attribute) && name != "!doctype") return $"attribute {attribute}";
        }

        return name == "meta" && tag.Contains("refresh", StringComparison.OrdinalIgnoreCase) ? "meta refresh" : null;
    }

    // Words and figures in order; punctuation and layout may differ between the two parts.
    private static List<string> Words(string text)
    {
        var clean = CleanText.From(text).Text;
        return [.. clean.Split([' ', '\n', ',', '-', '*', '|', '\u2022', ':', ';', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.ToLowerInvariant())];
    }

    private static Finding Found(string evidence) => new("G29", Verdict.Block, $"HTML: {evidence}", null);
}
