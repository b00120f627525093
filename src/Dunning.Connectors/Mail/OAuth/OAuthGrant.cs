using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>How an access token for a mailbox is asked for. The shapes hold secrets, so none of them shows its content.</summary>
public abstract record OAuthGrant
{
    private OAuthGrant() { }

    /// <summary>The token endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <inheritdoc/>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The form to post (RFC 6749 §4.4.2, §6; RFC 7523 §2.1).</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, string>> Form(DateTimeOffset now);

    /// <summary>Microsoft 365, the application itself: client credentials. The application needs IMAP.AccessAsApp and SMTP.SendAsApp and access to the mailbox.</summary>
    public sealed record MicrosoftApp(string ClientId, string ClientSecret) : OAuthGrant
    {
        internal override IReadOnlyList<KeyValuePair<string, string>> Form(DateTimeOffset now) =>
        [
            new("grant_type", "client_credentials"), new("client_id", ClientId), new("client_secret", ClientSecret),
            new("scope", "https://outlook.office365.com/.default"),
        ];
    }

    /// <summary>Microsoft 365, a person who consented once: refresh token. A public client has no secret.</summary>
    public sealed record MicrosoftUser(string ClientId, string? ClientSecret, RefreshTokenFile RefreshToken) : OAuthGrant
    {
        internal override IReadOnlyList<KeyValuePair<string, string>> Form(DateTimeOffset now) =>
        [
            new("grant_type", "refresh_token"), new("client_id", ClientId), .. ClientSecret is null ? [] : new[] { new KeyValuePair<string, string>("client_secret", ClientSecret) },
            new("refresh_token", RefreshToken.Current),
            new("scope", "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"),
        ];
    }

    /// <summary>Google, a person who consented once: refresh token with the scope https://mail.google.com/.</summary>
    public sealed record GoogleUser(string ClientId, string ClientSecret, RefreshTokenFile RefreshToken) : OAuthGrant
    {
        internal override IReadOnlyList<KeyValuePair<string, string>> Form(DateTimeOffset now) =>
            [new("grant_type", "refresh_token"), new("client_id", ClientId), new("client_secret", ClientSecret), new("refresh_token", RefreshToken.Current)];
    }

    /// <summary>Google Workspace, a service account that acts for a mailbox (domain-wide delegation): a signed assertion.</summary>
    /// <param name="Subject">The mailbox acted for.</param>
    /// <param name="Audience">The token endpoint as the key file names it.</param>
    public sealed record GoogleService(ServiceAccountKey Key, string Subject, string Audience) : OAuthGrant
    {
        private const string Scope = "https://mail.google.com/";
        private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

        internal override IReadOnlyList<KeyValuePair<string, string>> Form(DateTimeOffset now) =>
            [new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", Assertion(now))];

        /// <summary>The assertion (RFC 7515, RFC 7523 §3), signed with RS256.</summary>
        private string Assertion(DateTimeOffset now)
        {
            var header = Part(new Dictionary<string, object> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Key.KeyId });
            var claims = Part(new Dictionary<string, object>
            {
                ["iss"] = Key.ClientEmail, ["scope"] = Scope, ["aud"] = Audience, ["sub"] = Subject,
                ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = (now + Validity).ToUnixTimeSeconds(),
            });
            using var rsa = RSA.Create();
            rsa.ImportFromPem(Key.PrivateKeyPem);
            var signature = rsa.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return string.Create(CultureInfo.InvariantCulture, $"{header}.{claims}.{Base64Url.EncodeToString(signature)}");
        }

        private static string Part(Dictionary<string, object> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));
    }
}
