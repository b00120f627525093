namespace Dunning.Mail.Zoning;

/// <summary>How mail programs mark older mails and signatures in HTML.</summary>
internal static class HtmlQuotes
{
    private static readonly string[] OlderMailIds = ["divrplyfwdmsg", "olk_src_body_section", "mail-editor-reference-message-container", "appendonsend_quote", "zwchr"];
    private static readonly string[] SignatureMarks = ["gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "applemailsignature", "apple-signature", "protonmail_signature_block", "zmail_signature", "yahoo_mail_signature", "ydpsignature"];

    /// <summary>Whether everything inside is quoted. Gmail's container is not asked: answers between quotes stand in it; its blockquotes are.</summary>
    public static bool IsQuote(HtmlToken token)
    {
        if (token.Name is not ("blockquote" or "div"))
            return false;
        var marks = token.Attributes.GetValueOrDefault("class", "") + " " + token.Attributes.GetValueOrDefault("id", "");
        var style = Css(token);
        if (token.Name == "blockquote")
        {
            // A bare blockquote without border is the indent button of web mail, not a quote.
            return marks.Length > 1 || token.Attributes.ContainsKey("type") || token.Attributes.ContainsKey("cite") || !style.Contains("border:none", StringComparison.OrdinalIgnoreCase);
        }
        // GMX and web.de name their quote; others draw a line at its left and indent it.
        var named = token.Attributes.GetValueOrDefault("name", "") is "quote";
        var drawn = style.Contains("border-left:", StringComparison.OrdinalIgnoreCase) && !style.Contains("border-left:none", StringComparison.OrdinalIgnoreCase) && !style.Contains("border-left:0", StringComparison.OrdinalIgnoreCase)
            && style.Contains("solid", StringComparison.OrdinalIgnoreCase) && style.Contains("padding", StringComparison.OrdinalIgnoreCase);
        return named || drawn || marks.Contains("yahoo_quoted", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an element opens the older mail below an answer, as Outlook does: by id, or by the line drawn above the header block.</summary>
    public static bool StartsOlderMail(HtmlToken token, HtmlStyle style)
    {
        if (token.Name is not ("div" or "span" or "blockquote" or "hr") || style.Hides)
            return false;
        var id = token.Attributes.GetValueOrDefault("id", "");
        if (id.Length > 0 && Array.Exists(OlderMailIds, known => id.EndsWith(known, StringComparison.OrdinalIgnoreCase)))
            return true;
        var css = Css(token);
        var top = css.IndexOf("border-top:", StringComparison.OrdinalIgnoreCase);
        if (top < 0 || token.Name != "div" || !css.Contains("padding", StringComparison.OrdinalIgnoreCase))
            return false;
        var end = css.IndexOf(';', top);
        var line = css[top..(end < 0 ? css.Length : end)];
        // Outlook writes the three parts in the order of its version: "solid #E1E1E1 1.0pt" or "1pt solid rgb(181, 196, 223)".
        return line.Contains("solid", StringComparison.OrdinalIgnoreCase) && line.Contains("pt", StringComparison.OrdinalIgnoreCase)
            && (css.Contains("padding:3", StringComparison.OrdinalIgnoreCase) || css.Contains("padding-top:3", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether an element holds the signature that the program adds.</summary>
    public static bool IsSignature(HtmlToken token)
    {
        if (token.Name is not ("div" or "span" or "pre" or "p" or "table" or "td"))
            return false;
        var marks = token.Attributes.GetValueOrDefault("class", "") + " " + token.Attributes.GetValueOrDefault("id", "");
        if (marks.Length < 2 || marks.Contains("prefix", StringComparison.OrdinalIgnoreCase))
            return false;
        return Array.Exists(SignatureMarks, m => marks.Contains(m, StringComparison.OrdinalIgnoreCase)) || marks.EndsWith(" Signature", StringComparison.Ordinal) || marks.EndsWith(" x_Signature", StringComparison.Ordinal);
    }

    /// <summary>Whether paragraphs of this element stand without a gap, as Outlook's do.</summary>
    public static bool IsTight(HtmlToken token)
    {
        if (token.Name != "p")
            return false;
        if (token.Attributes.GetValueOrDefault("class", "").StartsWith("Mso", StringComparison.OrdinalIgnoreCase) || token.Attributes.GetValueOrDefault("class", "").StartsWith("x_Mso", StringComparison.OrdinalIgnoreCase))
            return true;
        var css = Css(token);
        return css.Contains("margin:0", StringComparison.OrdinalIgnoreCase) || css.Contains("margin-top:0", StringComparison.OrdinalIgnoreCase) && css.Contains("margin-bottom:0", StringComparison.OrdinalIgnoreCase);
    }

    private static string Css(HtmlToken token) => token.Attributes.GetValueOrDefault("style", "").Replace(" ", "", StringComparison.Ordinal);
}
