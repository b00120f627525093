using System.Text.RegularExpressions;
using Dunning.Mail.Wire;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>What a refusal of the token endpoint (RFC 6749 §5.2) means and which setting it is about.</summary>
internal static partial class OAuthErrors
{
    /// <summary>One line for a person. Of the endpoint's own words only the code is taken over; they may hold names and addresses.</summary>
    public static AccessTokenException Describe(OAuthGrant grant, int status, string error, string? description)
    {
        var code = description is not null && MicrosoftCode().Match(description) is { Success: true } match ? match.Value : null;
        var needsPerson = status is < 500 and not 429 && error is not ("temporarily_unavailable" or "server_error" or "slow_down");
        var named = $"the token endpoint {grant.Endpoint.Host} answers {Word().Match(error).Value}{(code is null ? "" : $" ({code})")}";
        return new(needsPerson ? $"{Advice(grant, error, code)}: {named}." : $"No access token at the moment: {named}.", needsPerson, null);
    }

    private static string Advice(OAuthGrant grant, string error, string? code) => (grant, error, code) switch
    {
        (_, _, "AADSTS90002") => "DUNNING_MAIL_OAUTH_TENANT names no tenant",
        (_, _, "AADSTS700016") => "DUNNING_MAIL_OAUTH_CLIENT_ID is not known in the tenant DUNNING_MAIL_OAUTH_TENANT",
        (_, _, "AADSTS7000222") => "DUNNING_MAIL_OAUTH_CLIENT_SECRET has expired",
        (OAuthGrant.GoogleService, "unauthorized_client" or "access_denied", _) =>
            "The service account of DUNNING_MAIL_OAUTH_KEY_FILE may not act for the mailbox: grant it domain-wide delegation for https://mail.google.com/",
        (OAuthGrant.GoogleService, "invalid_grant", _) =>
            "DUNNING_MAIL_OAUTH_KEY_FILE or DUNNING_MAIL_OAUTH_SUBJECT is not accepted: the key is revoked, the mailbox does not exist, or this machine's clock is wrong",
        (OAuthGrant.MicrosoftUser or OAuthGrant.GoogleUser, "invalid_grant" or "interaction_required" or "consent_required", _) =>
            "DUNNING_MAIL_OAUTH_REFRESH_TOKEN is expired or revoked: let the mailbox's owner sign in again and set the new one",
        (_, "invalid_client", _) => "DUNNING_MAIL_OAUTH_CLIENT_SECRET is wrong or does not belong to DUNNING_MAIL_OAUTH_CLIENT_ID",
        (_, "unauthorized_client", _) => "DUNNING_MAIL_OAUTH_CLIENT_ID is not allowed to ask for tokens this way",
        (_, "invalid_scope", _) => "The application of DUNNING_MAIL_OAUTH_CLIENT_ID lacks the permission to read and send mail",
        _ => "The settings DUNNING_MAIL_OAUTH_* are not accepted",
    };

    [GeneratedRegex(@"AADSTS\d{4,9}", RegexOptions.NonBacktracking)]
    private static partial Regex MicrosoftCode();

    [GeneratedRegex("^[a-z_]{0,40}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
