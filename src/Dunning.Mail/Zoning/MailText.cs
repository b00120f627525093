using Dunning.Mail.Mime;

namespace Dunning.Mail.Zoning;

/// <summary>The body of a mail as plain text, whatever form it came in.</summary>
/// <param name="Text">What a reader sees; input of <see cref="NewText.Extract"/>.</param>
/// <param name="HiddenText">What the HTML part holds and a reader does not see; for the injection scan only. Empty when there is none.</param>
/// <param name="FromHtml">Whether the text was taken from the HTML part, because the mail has no usable plain text.</param>
public sealed record MailText(string Text, string HiddenText, bool FromHtml)
{
    /// <summary>Reads a message: its plain text when it has one, otherwise its HTML converted. Hidden text is collected in both cases.</summary>
    public static MailText Of(MimeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var html = message.HtmlBody is { } source ? HtmlText.Convert(source) : null;
        if (string.IsNullOrWhiteSpace(message.TextBody) || html is not null && IsStub(message.TextBody, html.Text))
            return new MailText(html?.Text ?? "", html?.HiddenText ?? "", html is not null);
        var (seen, unseen) = InvisibleCharacters.Split(message.TextBody);
        // A reader of the HTML sees what the plain text does not say: that is hidden from whoever reads the plain text.
        var unlike = html is not null && !SaysTheSame(seen, html.Text) ? html.Text : "";
        var hidden = string.Join('\n', new[] { unseen, html?.HiddenText ?? "", unlike }.Where(t => t.Length > 0));
        return new MailText(seen, hidden, false);
    }

    /// <summary>"Your program does not show HTML": a plain part that only points to the other one.</summary>
    private static bool IsStub(string text, string html) =>
        text.Length < 300 && html.Length > 20 && text.Contains("html", StringComparison.OrdinalIgnoreCase) && !SaysTheSame(text, html);

    private static bool SaysTheSame(string text, string html)
    {
        const int Looked = 20_000;
        const double Alike = 0.5;
        var said = Words(text, Looked);
        var shown = Words(html, Looked);
        return shown.Count == 0 || shown.Count(said.Contains) >= shown.Count * Alike;
    }

    private static HashSet<string> Words(string text, int most) =>
        new(text[..Math.Min(text.Length, most)].Split([' ', '\n', '\t', '>', '<', ',', '.', ':', ';', '*', '"', '(', ')', '\u00A0'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
