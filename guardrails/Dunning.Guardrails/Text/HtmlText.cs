using System.Net;
using System.Text;

namespace Dunning.Guardrails.Text;

/// <summary>
/// Reads the small HTML our layout writes. It is no browser: what is not plainly one of the allowed elements is
/// reported by G29, so nothing has to be guessed here.
/// </summary>
public static class HtmlText
{
    /// <summary>The text a reader sees; rows and list entries become lines starting with a dash.</summary>
    public static string Visible(string html)
    {
        var text = new StringBuilder(html.Length);
        var head = false;
        foreach (var (tag, content) in Pieces(html))
        {
            if (tag is null)
            {
                if (!head) text.Append(WebUtility.HtmlDecode(content).ReplaceLineEndings(" "));
                continue;
            }

            var name = NameOf(tag);
            if (name is "head" or "style" or "script" or "title") head = !IsClosing(tag);
            text.Append(name switch
            {
                "br" => "\n",
                "tr" or "li" => IsClosing(tag) ? "\n" : "\n- ",
                "td" or "th" => IsClosing(tag) ? ", " : "",
                "p" or "div" or "table" or "h1" or "h2" or "h3" or "ul" or "ol" => "\n\n",
                _ => "",
            });
        }

        return Tidy(text.ToString());
    }

    /// <summary>Words between the tags of the head: a browser ends the head there and shows them, or shows them as a title.</summary>
    public static string InHead(string html)
    {
        var words = new StringBuilder();
        var (head, title) = (false, false);
        foreach (var (tag, content) in Pieces(html))
        {
            if (tag is null)
            {
                if (head || title) words.Append(content.Trim());
                continue;
            }

            if (NameOf(tag) == "head") head = !IsClosing(tag);
            if (NameOf(tag) == "title") title = !IsClosing(tag);
        }

        return words.ToString();
    }

    /// <summary>Tags and the text between them, in order. A tag is the part between the angle brackets.</summary>
    public static IEnumerable<(string? Tag, string Content)> Pieces(string html)
    {
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0) open = html.Length;
            if (open > i) yield return (null, html[i..open]);
            if (open == html.Length) yield break;
            var close = html.IndexOf('>', open);
            if (close < 0) close = html.Length - 1;
            yield return (html[(open + 1)..Math.Max(open + 1, close)], "");
            i = close + 1;
        }
    }

    /// <summary>The element's name in lower case.</summary>
    public static string NameOf(string tag)
    {
        var start = IsClosing(tag) ? 1 : 0;
        var end = start;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] is '!' or '-')) end++;
        return tag[start..end].ToLowerInvariant();
    }

    /// <summary>Whether this is an end tag.</summary>
    public static bool IsClosing(string tag) => tag.StartsWith('/');

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var gap = 0;
        foreach (var line in text.Split('\n').Select(static line => line.Trim().TrimEnd(',')))
        {
            if (line is "" or "-")
            {
                gap++;
                continue;
            }

            if (tidy.Length > 0) tidy.Append(gap > 0 && !line.StartsWith("- ", StringComparison.Ordinal) ? "\n\n" : "\n");
            tidy.Append(line);
            gap = 0;
        }

        return tidy.ToString();
    }
}
