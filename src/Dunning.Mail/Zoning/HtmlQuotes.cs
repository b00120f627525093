namespace Dunning.Mail.Zoning;

/// <summary>How mail programs mark older mails in HTML.</summary>
internal static class HtmlQuotes
{
    /// <summary>Whether everything inside is quoted. Gmail's container is not asked: answers between quotes stand in it; its blockquotes are.</summary>
    public static bool IsQuote(HtmlToken token)
    {
        var marks = token.Attributes.GetValueOrDefault("class", "") + " " + token.Attributes.GetValueOrDefault("id", "");
        if (token.Name == "blockquote")
        {
            // A bare blockquote without border is the indent button of web mail, not a quote.
            var style = token.Attributes.GetValueOrDefault("style", "").Replace(" ", "", StringComparison.Ordinal);
            return marks.Length > 1 || token.Attributes.ContainsKey("type") || token.Attributes.ContainsKey("cite") || !style.Contains("border:none", StringComparison.OrdinalIgnoreCase);
        }
        return marks.Contains("yahoo_quoted", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an element opens the older mail below an answer, as Outlook does: by id, or by the line drawn above the header block.</summary>
    public static bool StartsOlderMail(HtmlToken token, HtmlStyle style)
    {
        if (token.Name is not ("div" or "span" or "blockquote") || style.Hides)
            return false;
        var id = token.Attributes.GetValueOrDefault("id", "");
        if (id.EndsWith("divRplyFwdMsg", StringComparison.OrdinalIgnoreCase) || id.Equals("OLK_SRC_BODY_SECTION", StringComparison.OrdinalIgnoreCase) || id.Equals("mail-editor-reference-message-container", StringComparison.OrdinalIgnoreCase))
            return true;
        var css = token.Attributes.GetValueOrDefault("style", "").Replace(" ", "", StringComparison.Ordinal);
        return css.Contains("border-top:solid", StringComparison.OrdinalIgnoreCase) && css.Contains("padding:3", StringComparison.OrdinalIgnoreCase);
    }
}
