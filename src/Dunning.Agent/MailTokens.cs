using Dunning.Connectors.Mail.OAuth;

namespace Dunning.Agent;

/// <summary>Reads from the environment how access tokens for the mailbox are to be had (DUNNING_MAIL_OAUTH…).</summary>
public static class MailTokens
{
    private const string Prefix = "DUNNING_MAIL_OAUTH";

    // One client for the whole process; it keeps connections and follows no redirect with a secret in the form.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <summary>The tokens for one account; null where passwords are used.</summary>
    /// <exception cref="FailureException">Something needed is missing or malformed; the message names the variable.</exception>
    public static AccessTokens? For(string user, string home)
    {
        OAuthGrant? grant = InstallationEnvironment.Optional(Prefix) switch
        {
            null => null,
            "microsoft" => Microsoft(home),
            "google" => Google(user, home),
            var other => throw new FailureException($"{Prefix} is '{other}'; it must be microsoft or google."),
        };
        return grant is null ? null : new AccessTokens(grant, Http, TimeProvider.System);
    }

    private static OAuthGrant Microsoft(string home)
    {
        var tenant = InstallationEnvironment.Required($"{Prefix}_TENANT");
        if (!tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) throw new FailureException($"{Prefix}_TENANT is '{tenant}'; it must be a tenant id or a domain name.");
        var endpoint = Endpoint($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token");
        var client = InstallationEnvironment.Required($"{Prefix}_CLIENT_ID");
        return RefreshToken(home) is { } token
            ? new OAuthGrant.MicrosoftUser(client, InstallationEnvironment.Secret($"{Prefix}_CLIENT_SECRET"), token) { Endpoint = endpoint }
            : new OAuthGrant.MicrosoftApp(client, InstallationEnvironment.RequiredSecret($"{Prefix}_CLIENT_SECRET")) { Endpoint = endpoint };
    }

    private static OAuthGrant Google(string user, string home)
    {
        const string Usual = "https://oauth2.googleapis.com/token";
        if (InstallationEnvironment.Optional($"{Prefix}_KEY_FILE") is not { } file)
        {
            var token = RefreshToken(home) ?? throw new FailureException($"{Prefix} is google: set {Prefix}_KEY_FILE for a service account, or {Prefix}_REFRESH_TOKEN for a person.");
            return new OAuthGrant.GoogleUser(
                InstallationEnvironment.Required($"{Prefix}_CLIENT_ID"), InstallationEnvironment.RequiredSecret($"{Prefix}_CLIENT_SECRET"), token) { Endpoint = Endpoint(Usual) };
        }

        if (RefreshToken(home) is not null) throw new FailureException($"{Prefix}_KEY_FILE and {Prefix}_REFRESH_TOKEN are both set; only one may be.");
        try
        {
            var key = ServiceAccountKey.Parse(InstallationEnvironment.TextOf(file, $"{Prefix}_KEY_FILE"));
            return new OAuthGrant.GoogleService(key, InstallationEnvironment.Optional($"{Prefix}_SUBJECT") ?? user, key.TokenUri) { Endpoint = Endpoint(key.TokenUri) };
        }
        catch (InvalidDataException wrong)
        {
            throw new FailureException($"{Prefix}_KEY_FILE: {file} cannot be used: {wrong.Message}.");
        }
    }

    private static RefreshTokenFile? RefreshToken(string home) =>
        InstallationEnvironment.Secret($"{Prefix}_REFRESH_TOKEN") is { } token ? new(token, Path.Combine(home, "secrets", "mail-refresh-token")) : null;

    /// <summary>Secrets go out over TLS only, except to this machine.</summary>
    private static Uri Endpoint(string usual)
    {
        var text = InstallationEnvironment.Optional($"{Prefix}_ENDPOINT") ?? usual;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true })
            ? uri : throw new FailureException($"{Prefix}_ENDPOINT is '{text}'; it must be an https address.");
    }
}
