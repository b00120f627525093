using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dunning.Connectors.Mail.OAuth;
using Dunning.Mail.Wire;

namespace Dunning.Flows.Tests.Mailbox;

public sealed class AccessTokensTests : IDisposable
{
    private readonly HttpClient http = new();
    private readonly TestClock clock = new();

    public void Dispose() => http.Dispose();

    private AccessTokens Tokens(OAuthGrant grant) => new(grant, http, clock, TimeSpan.FromMilliseconds(5));

    private static OAuthGrant.MicrosoftApp App(TokenServer server) => new("client-1", "hidden-secret") { Endpoint = server.Endpoint };

    private static RefreshTokenFile Refresh(string configured, string? file = null) =>
        new(configured, file ?? Path.Combine(Directory.CreateTempSubdirectory("dunning-token").FullName, "secrets", "token"));

    [Fact]
    public async Task An_application_asks_once_for_all_who_need_a_token_and_again_shortly_before_it_expires()
    {
        await using var server = new TokenServer((form, n) => form["grant_type"] == "client_credentials" && form["scope"] == "https://outlook.office365.com/.default"
            && form["client_id"] == "client-1" && form["client_secret"] == "hidden-secret" ? (200, TokenServer.Token($"t{n}", 3600)) : (400, "{}")) { Delay = TimeSpan.FromMilliseconds(100) };
        var tokens = Tokens(App(server));
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(default)))).Distinct().ShouldBe(["t1"]);
        clock.Now += TimeSpan.FromMinutes(54);
        (await tokens.GetAsync(default)).ShouldBe("t1");
        clock.Now += TimeSpan.FromMinutes(2);
        (await tokens.GetAsync(default)).ShouldBe("t2");
        tokens.Forget("t1");
        (await tokens.GetAsync(default)).ShouldBe("t2", "only the refused token is forgotten");
        tokens.Forget("t2");
        (await tokens.GetAsync(default)).ShouldBe("t3");
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_take_the_token_away_from_the_others()
    {
        await using var server = new TokenServer((_, n) => (200, TokenServer.Token($"t{n}"))) { Delay = TimeSpan.FromMilliseconds(300) };
        var tokens = Tokens(App(server));
        using var brief = new CancellationTokenSource(50);
        var first = tokens.GetAsync(brief.Token);
        var second = tokens.GetAsync(default);
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).ShouldBe("t1");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_passes_is_tried_again_and_what_a_person_must_mend_is_not()
    {
        await using var shaky = new TokenServer((_, n) => n switch
        {
            1 => (503, "<html>busy</html>"),
            2 => (429, """{"error":"temporarily_unavailable"}"""),
            _ => (200, TokenServer.Token("t")),
        });
        (await Tokens(App(shaky)).GetAsync(default)).ShouldBe("t");
        shaky.Requests.Count.ShouldBe(3);

        await using var wrong = new TokenServer((_, _) => (401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided for hidden-secret of anna@firm.example."}"""));
        var tokens = Tokens(App(wrong));
        var failure = await Should.ThrowAsync<AccessTokenException>(() => tokens.GetAsync(default));
        failure.NeedsPerson.ShouldBeTrue();
        failure.Message.ShouldBe("DUNNING_MAIL_OAUTH_CLIENT_SECRET is wrong or does not belong to DUNNING_MAIL_OAUTH_CLIENT_ID: the token endpoint 127.0.0.1 answers invalid_client (AADSTS7000215).");
        await Should.ThrowAsync<AccessTokenException>(() => tokens.GetAsync(default));
        wrong.Requests.Count.ShouldBe(1, "a lasting refusal is not asked for again at once");
        clock.Now += TimeSpan.FromMinutes(6);
        await Should.ThrowAsync<AccessTokenException>(() => tokens.GetAsync(default));
        wrong.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(200, "{\"access_token\":\"a b\"}", false)]
    [InlineData(200, "[]", false)]
    [InlineData(200, "{\"access_token\":7}", false)]
    [InlineData(302, "", true)]
    [InlineData(404, "not here", true)]
    [InlineData(500, "{\"error\":\"server_error\"}", false)]
    public async Task Whatever_the_endpoint_answers_ends_in_one_line_without_a_secret(int status, string body, bool needsPerson)
    {
        await using var server = new TokenServer((_, _) => (status, body));
        var failure = await Should.ThrowAsync<AccessTokenException>(() => Tokens(App(server)).GetAsync(default));
        failure.NeedsPerson.ShouldBe(needsPerson);
        failure.Message.ShouldNotContain("hidden-secret");
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Nobody_listening_is_a_failure_that_passes()
    {
        var failure = await Should.ThrowAsync<AccessTokenException>(() => Tokens(new OAuthGrant.MicrosoftApp("c", "hidden-secret") { Endpoint = new("http://127.0.0.1:9/token") }).GetAsync(default));
        (failure.NeedsPerson, failure.Message.Contains("cannot be reached", StringComparison.Ordinal)).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_refresh_token_that_is_replaced_survives_a_restart_and_gives_way_to_a_newly_configured_one()
    {
        await using var server = new TokenServer((form, n) => (200, TokenServer.Token($"for-{form["refresh_token"]}", 10, $",\"refresh_token\":\"r{n}\"")));
        var file = Path.Combine(Directory.CreateTempSubdirectory("dunning-token").FullName, "secrets", "mail-refresh-token");
        OAuthGrant Grant(string configured) => new OAuthGrant.MicrosoftUser("c", null, Refresh(configured, file)) { Endpoint = server.Endpoint };
        (await Tokens(Grant("r0")).GetAsync(default)).ShouldBe("for-r0");
        (await Tokens(Grant("r0")).GetAsync(default)).ShouldBe("for-r1");
        (await Tokens(Grant("other")).GetAsync(default)).ShouldBe("for-other");
        server.Requests[0].Keys.ShouldNotContain("client_secret");
        server.Requests[0]["scope"].ShouldContain("offline_access");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task An_expired_refresh_token_names_its_setting()
    {
        await using var server = new TokenServer((_, _) => (400, """{"error":"invalid_grant","error_description":"Token has been expired or revoked."}"""));
        var grant = new OAuthGrant.GoogleUser("c", "hidden-secret", Refresh("hidden-refresh")) { Endpoint = server.Endpoint };
        (await Should.ThrowAsync<AccessTokenException>(() => Tokens(grant).GetAsync(default))).Message
            .ShouldStartWith("DUNNING_MAIL_OAUTH_REFRESH_TOKEN is expired or revoked");
        server.Requests[0].ShouldBe(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = "c", ["client_secret"] = "hidden-secret", ["refresh_token"] = "hidden-refresh" }, ignoreOrder: true);
        grant.ToString().ShouldNotContain("hidden");
    }

    [Fact]
    public async Task A_service_account_signs_an_assertion_for_the_mailbox_it_acts_for()
    {
        using var rsa = RSA.Create(2048);
        var json = JsonSerializer.Serialize(new { type = "service_account", client_email = "agent@project.example", private_key_id = "k1", private_key = rsa.ExportPkcs8PrivateKeyPem(), token_uri = "https://oauth2.googleapis.com/token" });
        await using var server = new TokenServer((_, _) => (200, TokenServer.Token("t")));
        var key = ServiceAccountKey.Parse(json);
        await Tokens(new OAuthGrant.GoogleService(key, "billing@firm.example", key.TokenUri) { Endpoint = server.Endpoint }).GetAsync(default);
        server.Requests[0]["grant_type"].ShouldBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
        var parts = server.Requests[0]["assertion"].Split('.');
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        (header.RootElement.GetProperty("alg").GetString(), header.RootElement.GetProperty("kid").GetString()).ShouldBe(("RS256", "k1"));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        string? Claim(string name) => claims.RootElement.GetProperty(name).ToString();
        (Claim("iss"), Claim("sub"), Claim("aud"), Claim("scope")).ShouldBe(("agent@project.example", "billing@firm.example", "https://oauth2.googleapis.com/token", "https://mail.google.com/"));
        (long.Parse(Claim("exp")!, System.Globalization.CultureInfo.InvariantCulture) - clock.Now.ToUnixTimeSeconds()).ShouldBe(3600);
    }

    [Theory]
    [InlineData("no json", "JSON key file")]
    [InlineData("[]", "client_email")]
    [InlineData("{\"client_email\":\"a\",\"private_key_id\":\"b\",\"private_key\":\"hidden\",\"token_uri\":\"c\"}", "private_key holds no RSA key")]
    public void A_wrong_key_file_is_refused_with_its_field_and_without_its_content(string json, string cause)
    {
        var message = Should.Throw<InvalidDataException>(() => ServiceAccountKey.Parse(json)).Message;
        message.ShouldContain(cause);
        message.ShouldNotContain("hidden");
    }

    /// <summary>A clock a test moves; waiting is real.</summary>
    private sealed class TestClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
