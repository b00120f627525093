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
        if (string.IsNullOrWhiteSpace(message.TextBody))
            return new MailText(html?.Text ?? "", html?.HiddenText ?? "", html is not null);
        var (seen, unseen) = InvisibleCharacters.Split(message.TextBody);
        var hidden = string.Join('\n', new[] { unseen, html?.HiddenText ?? "" }.Where(t => t.Length > 0));
        return new MailText(seen, hidden, false);
    }
}
