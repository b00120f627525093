using Dunning.Connectors.Mail.OAuth;

namespace Dunning.Connectors.Mail;

/// <summary>Who signs in to a mail server, and with what. With tokens the user may be a shared mailbox.</summary>
public sealed record MailLogin(string User, string? Password, AccessTokens? Tokens)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(MailLogin);
}
