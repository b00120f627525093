using System.Net;

namespace Dunning.Mail.Zoning;

/// <summary>What a piece of HTML is.</summary>
internal enum HtmlTokenKind { Text, Open, Close, Comment, Raw }

/// <summary>A piece of HTML: text (decoded), a tag with its attributes, a comment, or the content of script, style and the like.</summary>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, string Name, string Text, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Splits HTML as browsers do where mails need it; every character is looked at a bounded number of times.</summary>
internal static class HtmlTokens
{
    private static readonly Dictionary<string, string> None = [];
    private static readonly string[] RawElements = ["script", "style", "title", "textarea", "noscript", "xmp", "template"];

    public static IEnumerable<HtmlToken> Read(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            if (open > at)
                yield return new HtmlToken(HtmlTokenKind.Text, "", WebUtility.HtmlDecode(html[at..open]), None);
            if (open == html.Length)
                yield break;
            var token = Markup(html, open, out at);
            yield return token;
            if (token.Kind != HtmlTokenKind.Open || !RawElements.Contains(token.Name))
                continue;
            var end = CloseTag(html, at, token.Name);
            yield return new HtmlToken(HtmlTokenKind.Raw, token.Name, html[at..end], None);
            at = end;
        }
    }

    private static HtmlToken Markup(string html, int at, out int next)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            // An unclosed comment runs to the end, as in browsers.
            var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            next = end < 0 ? html.Length : end + 3;
            return new HtmlToken(HtmlTokenKind.Comment, "", html[(at + 4)..(end < 0 ? html.Length : end)], None);
        }
        var second = at + 1 < html.Length ? html[at + 1] : ' ';
        if (second is '!' or '?')
        {
            var end = html.IndexOf('>', at);
            next = end < 0 ? html.Length : end + 1;
            return new HtmlToken(HtmlTokenKind.Comment, "", "", None);
        }
        var closing = second == '/';
        var start = at + (closing ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            next = at + 1;
            return new HtmlToken(HtmlTokenKind.Text, "", "<", None);
        }
        var nameEnd = start;
        while (nameEnd < html.Length && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not ('>' or '/'))
            nameEnd++;
        var name = html[start..Math.Min(nameEnd, start + 40)].ToLowerInvariant();
        var attributes = ReadAttributes(html, nameEnd, out next);
        return new HtmlToken(closing ? HtmlTokenKind.Close : HtmlTokenKind.Open, name, "", attributes);
    }

    private static Dictionary<string, string> ReadAttributes(string html, int at, out int next)
    {
        const int Most = 100;
        Dictionary<string, string>? found = null;
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }
            var start = at++;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/'))
                at++;
            var name = html[start..Math.Min(at, start + 60)].ToLowerInvariant();
            var value = ReadValue(html, ref at);
            found ??= [];
            if (found.Count < Most)
                found.TryAdd(name, value);
        }
        next = Math.Min(at + 1, html.Length);
        return found ?? None;
    }

    private static string ReadValue(string html, ref int at)
    {
        var look = at;
        while (look < html.Length && char.IsWhiteSpace(html[look]))
            look++;
        if (look >= html.Length || html[look] != '=')
            return "";
        look++;
        while (look < html.Length && char.IsWhiteSpace(html[look]))
            look++;
        at = look;
        if (at >= html.Length)
            return "";
        if (html[at] is '"' or '\'')
        {
            var end = html.IndexOf(html[at], at + 1);
            if (end < 0)
                end = html.Length;
            var quoted = html[(at + 1)..end];
            at = Math.Min(end + 1, html.Length);
            return WebUtility.HtmlDecode(quoted);
        }
        var start = at;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>')
            at++;
        return WebUtility.HtmlDecode(html[start..at]);
    }

    private static int CloseTag(string html, int at, string name)
    {
        var end = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }
}
