namespace Dunning.Mail.Zoning;

/// <summary>HTML as a reader sees it, and what a reader does not see.</summary>
/// <param name="Text">Visible text; quotes carry "> " marks, so that <see cref="NewText"/> finds them.</param>
/// <param name="HiddenText">Comments, invisible elements, alternative texts and invisible characters, one find a line; empty when there is none.</param>
/// <param name="Cut">Whether the HTML was longer than <see cref="HtmlText.MaxLength"/> and its end was left out.</param>
public sealed record HtmlConversion(string Text, string HiddenText, bool Cut);

/// <summary>Converts HTML of mails to text. Tolerant, linear in its length; nothing is fetched or run.</summary>
public static class HtmlText
{
    /// <summary>Characters of HTML that are looked at.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Converts; never throws for the content.</summary>
    public static HtmlConversion Convert(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var cut = html.Length > MaxLength;
        var walker = new HtmlWalker();
        foreach (var token in HtmlTokens.Read(cut ? html[..MaxLength] : html))
            walker.Take(token);
        var (text, hidden) = walker.Finish();
        return new HtmlConversion(text, hidden, cut);
    }
}
