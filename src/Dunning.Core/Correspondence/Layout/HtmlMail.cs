using System.Text;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>
/// The HTML part of a mail: a pure function of its finished text, its facts and the creditor's brand. It shows the words
/// of the text in their order, under the creditor's name; only invoice lines become a table. Links are the registered
/// payment page and the reply address, where the text has them. Nothing is loaded, nothing runs, styles are inline, and
/// no colours are set but those of the bar, so that a reader's dark mode stays what it is.
/// </summary>
public static class HtmlMail
{
    /// <summary>Widest layout, in CSS pixels.</summary>
    public const int Width = 640;

    /// <summary>Largest HTML part, in UTF-16 code units; some readers cut longer mails off.</summary>
    public const int Largest = 100_000;

    private const string Head =
        """<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">""";

    private const string Letters = "font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";

    /// <summary>Renders the text; null when the brand wants text only or the page would be longer than <see cref="Largest"/>.</summary>
    /// <param name="text">The approved text, any line ends.</param>
    public static string? Render(string text, FactSet facts, Brand brand)
    {
        if (brand.TextOnly || text.Length > Largest) return null;
        var formats = LocaleFormats.For(LocaleFormats.Languages.Contains(facts.Language) ? facts.Language : "en");
        var words = new HtmlWords(facts);
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(HtmlWords.Escape(facts.Language)).Append("\"><head>").Append(Head).Append("</head>\n")
            .Append("<body style=\"margin:0;padding:0\">\n<div style=\"max-width:").Append(Width).Append("px;margin:0 auto;padding:16px;").Append(Letters).Append("\">\n");
        Heading(page, facts.Creditor, brand.Accent);
        var blocks = TextBlock.Of(HtmlWords.Tidy(text), formats);
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case TextBlock.Statement statement:
                    HtmlTable.Write(page, statement.Rows, words);
                    break;
                case TextBlock.Paragraph paragraph:
                    Paragraph(page, paragraph.Lines, words, isFooter: i == blocks.Count - 1 && brand.Footer.Count > 0 && paragraph.Lines.SequenceEqual(brand.Footer));
                    break;
            }
        }

        page.Append("</div>\n</body></html>\n");
        return page.Length > Largest ? null : page.ToString();
    }

    private static void Heading(StringBuilder page, string creditor, Colour? accent)
    {
        var style = accent is { } colour
            ? $"background-color:{colour};color:{Colour.White};padding:14px 18px;border-radius:6px"
            : "border-bottom:2px solid #808080;padding:0 0 8px 0";
        page.Append("<div style=\"").Append(style).Append(";margin:0 0 20px 0;font-size:18px;font-weight:bold\">")
            .Append(HtmlWords.Escape(HtmlWords.Tidy(creditor))).Append("</div>\n");
    }

    private static void Paragraph(StringBuilder page, IReadOnlyList<string> lines, HtmlWords words, bool isFooter)
    {
        page.Append(isFooter ? "<p style=\"margin:24px 0 0 0;padding:12px 0 0 0;border-top:1px solid #808080;font-size:13px\">" : "<p style=\"margin:0 0 16px 0\">")
            .AppendJoin("<br>\n", lines.Select(words.Linked)).Append("</p>\n");
    }
}
