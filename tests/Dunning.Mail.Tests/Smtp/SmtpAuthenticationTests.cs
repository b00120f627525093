using System.Text;
using Dunning.Mail.Smtp;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Smtp;

public sealed class SmtpAuthenticationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A server that offers what is given and answers the lines of the AUTH dialogue in turn.</summary>
    private static ScriptedServer Server(string offers, params string[] answers) => new(async c =>
    {
        await c.SendAsync("220 x\r\n");
        await c.LineAsync();
        await c.SendAsync($"250-x\r\n{offers}\r\n250 8BITMIME\r\n");
        foreach (var answer in answers)
        {
            await c.LineAsync();
            await c.SendAsync(answer + "\r\n");
        }
        await c.LineAsync();
        await c.SendAsync("451 4.3.0 enough\r\n");
    });

    private static SmtpOptions Options(ScriptedServer server) =>
        SmtpScript.Options(server.Port) with { User = "u", Password = "p", AllowPlaintextAuthentication = true };

    private static async Task<SmtpOutcome> PrepareAsync(SmtpOptions options)
    {
        await using var client = new SmtpClient(options);
        return (await client.PrepareAsync(Some.Envelope(), None)).ShouldBeOfType<SmtpPreparation.Failed>().Outcome;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("250-AUTH=LOGIN\r\n250-AUTH PLAIN", "235 2.7.0 ok", "AUTH PLAIN AHUAcA==")]
    [InlineData("250-AUTH PLAIN\r\n250-AUTH=LOGIN", "235 2.7.0 ok", "AUTH PLAIN AHUAcA==")]
    [InlineData("250-auth login plain", "235 2.7.0 ok", "AUTH PLAIN AHUAcA==")]
    [InlineData("250-AUTH  CRAM-MD5   PLAIN ", "235 2.7.0 ok", "AUTH PLAIN AHUAcA==")]
    [InlineData("250-AUTH PLAIN", "501 5.5.4 no initial response|334 |235 ok", "AUTH PLAIN AHUAcA==|AUTH PLAIN|AHUAcA==")]
    [InlineData("250-AUTH PLAIN", "334 |235 ok", "AUTH PLAIN AHUAcA==|AHUAcA==")]
    [InlineData("250-AUTH PLAIN LOGIN", "504 5.5.4 not now|334 VXNlcm5hbWU6|334 UGFzc3dvcmQ6|235 ok", "AUTH PLAIN AHUAcA==|AUTH LOGIN|dQ==|cA==")]
    [InlineData("250-AUTH LOGIN", "334 VXNlcm5hbWU6|334 UGFzc3dvcmQ6|235 ok", "AUTH LOGIN|dQ==|cA==")]
    public async Task Whatever_form_a_server_gives_its_offer_the_dialogue_gets_through(string offers, string answers, string said)
    {
        await using var server = Server(offers, answers.Split('|'));
        (await PrepareAsync(Options(server))).ShouldBeOfType<SmtpOutcome.RejectedTransient>().Stage.ShouldBe(SmtpStage.MailFrom);
        server.Received[1..^1].ShouldBe(said.Split('|'));
    }

    [Theory]
    [InlineData("535 5.7.8 bad credentials", "5.7.8", true)]
    [InlineData("454 4.7.0 try later", "4.7.0", false)]
    [InlineData("421 4.7.0 too many", "4.7.0", false)]
    public async Task A_wrong_password_is_offered_once_and_its_refusal_keeps_the_codes(string answer, string enhanced, bool lasting)
    {
        await using var server = Server("250-AUTH PLAIN LOGIN", answer);
        var outcome = await PrepareAsync(Options(server));
        (outcome switch
        {
            SmtpOutcome.RejectedPermanent refused => (refused.Stage, refused.EnhancedCode, true),
            SmtpOutcome.RejectedTransient refused => (refused.Stage, refused.EnhancedCode, false),
            _ => (SmtpStage.Data, null, false),
        }).ShouldBe((SmtpStage.Authenticate, enhanced, lasting));
        server.Received.Count(line => line.StartsWith("AUTH", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_token_is_answered_with_an_empty_line_reported_with_its_status_and_not_offered_again()
    {
        var challenge = Base64("""{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}""");
        await using var server = Server("250-AUTH PLAIN XOAUTH2", $"334 {challenge}", "535 5.7.8 Username and Password not accepted");
        List<string> refusedTokens = [];
        var refused = (await PrepareAsync(Options(server) with { AccessToken = _ => Task.FromResult("tok"), AccessTokenRefused = refusedTokens.Add })).ShouldBeOfType<SmtpOutcome.RejectedPermanent>();
        (refused.Stage, refused.Code, refused.EnhancedCode).ShouldBe((SmtpStage.Authenticate, 535, "5.7.8"));
        refused.Text.ShouldEndWith("(token status 401)");
        refusedTokens.ShouldBe(["tok"]);
        server.Received[2].ShouldBe("");
        server.Received.ShouldNotContain(line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal), "a token is never replaced by a password");
    }

    [Fact]
    public async Task A_long_token_is_sent_without_initial_response()
    {
        var token = new string('t', 3000);
        await using var server = Server("250-AUTH XOAUTH2", "334 ", "235 2.7.0 ok");
        await PrepareAsync(Options(server) with { User = "shared@firm.example", AccessToken = _ => Task.FromResult(token) });
        server.Received[1].ShouldBe("AUTH XOAUTH2");
        server.Received[2].ShouldBe(Base64($"user=shared@firm.example\u0001auth=Bearer {token}\u0001\u0001"));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_cause_is_named()
    {
        await using var server = Server("250-AUTH XOAUTH2");
        var options = Options(server) with { AccessToken = _ => throw new AccessTokenException("DUNNING_X is no longer valid", true, null) };
        (await PrepareAsync(options)).ShouldBe(new SmtpOutcome.NotSent(SmtpStage.Authenticate, "DUNNING_X is no longer valid"));
        await using var other = Server("250-AUTH PLAIN LOGIN");
        (await PrepareAsync(Options(other) with { AccessToken = _ => Task.FromResult("t") })).ShouldBeOfType<SmtpOutcome.NotSent>().Reason.ShouldContain("no authentication");
    }

    [Theory]
    [InlineData("eyJzdGF0dXMiOiI0MDAifQ==", "400")]
    [InlineData("eyJzdGF0dXMiOjQwMH0=", "400")]
    [InlineData("bm8ganNvbg==", null)]
    [InlineData("%%%", null)]
    [InlineData("WzFd", null)]
    [InlineData("", null)]
    public void Only_the_status_of_a_challenge_is_taken_over(string challenge, string? status) => Xoauth2.StatusOf(challenge).ShouldBe(status);
}
