using System.Globalization;
using System.Text;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>Writes words of a text into HTML: everything escaped, and links where the text names one of the creditor's own.</summary>
internal sealed class HtmlWords
{
    private const string Wrapping = "word-break:break-word";

    private readonly List<(string Written, string Target)> links = [];

    public HtmlWords(FactSet facts)
    {
        if (facts.PayUrl is { Length: > 0 } pay && (pay.StartsWith("https://", StringComparison.Ordinal) || pay.StartsWith("http://", StringComparison.Ordinal)))
            links.Add((pay, pay));
        if (facts.ReplyTo is { Length: > 0 } reply && reply.Contains('@', StringComparison.Ordinal)) links.Add((reply, "mailto:" + reply));
    }

    /// <summary>One line, escaped, with its links.</summary>
    public string Linked(string line)
    {
        var html = new StringBuilder();
        var at = 0;
        while (Next(line, at) is var (start, written, target))
        {
            html.Append(Escape(line[at..start])).Append("<a href=\"").Append(Escape(target)).Append("\" style=\"").Append(Wrapping).Append("\">").Append(Escape(written)).Append("</a>");
            at = start + written.Length;
        }

        return html.Append(Escape(line[at..])).ToString();
    }

    /// <summary>Characters that mean something to HTML become references (HTML Standard §13.1.4), in text and in attributes alike.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0) return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            html.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => letter.ToString(),
            });
        }

        return html.ToString();
    }

    /// <summary>LF line ends, and no control characters, which HTML does not allow and nobody sees.</summary>
    public static string Tidy(string text) => new(
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n')
            .Select(letter => letter == '\t' ? ' ' : letter).Where(letter => letter == '\n' || !char.IsControl(letter))]);

    // A link ends where its name ends: pay.example is no link inside pay.example.evil.test.
    private (int Start, string Written, string Target)? Next(string line, int from)
    {
        (int Start, string Written, string Target)? first = null;
        foreach (var (written, target) in links)
        {
            for (var at = line.IndexOf(written, from, StringComparison.Ordinal); at >= 0; at = line.IndexOf(written, at + 1, StringComparison.Ordinal))
            {
                if (!IsWhole(line, at, written.Length)) continue;
                if (first is null || at < first.Value.Start) first = (at, written, target);
                break;
            }
        }

        return first;
    }

    private static bool IsWhole(string line, int start, int length)
    {
        if (start > 0 && IsLinkLetter(line[start - 1])) return false;
        var end = start + length;
        while (end < line.Length && ".,;:!?)".Contains(line[end], StringComparison.Ordinal)) end++;
        return end == line.Length || char.IsWhiteSpace(line[end]) || (end == start + length && !IsLinkLetter(line[end]));
    }

    private static bool IsLinkLetter(char letter) =>
        char.IsLetterOrDigit(letter) || "-._~/?#@%&=+$:".Contains(letter, StringComparison.Ordinal) || char.GetUnicodeCategory(letter) == UnicodeCategory.ConnectorPunctuation;
}
