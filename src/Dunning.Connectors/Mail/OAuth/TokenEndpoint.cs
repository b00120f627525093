using System.Net;
using System.Text.Json;
using Dunning.Mail.Wire;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>An access token and how long it lives.</summary>
internal sealed record TokenReply(string AccessToken, TimeSpan ExpiresIn, string? RefreshToken)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TokenReply);
}

/// <summary>Asks a token endpoint (RFC 6749 §5); what passes by itself is tried again, each time after a longer wait.</summary>
internal sealed class TokenEndpoint(HttpClient http, TimeProvider clock, TimeSpan firstWait)
{
    private const int Attempts = 4;
    private const int MostReplyBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>A token.</summary>
    /// <exception cref="AccessTokenException">There is none; the message says why.</exception>
    public async Task<TokenReply> AskAsync(OAuthGrant grant, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(firstWait, LongestWait);
        while (true)
        {
            var (reply, failure, retryAfter) = await TryAsync(grant, cancellationToken);
            if (reply is not null) return reply;
            if (failure!.NeedsPerson || backoff.Failures + 1 >= Attempts) throw failure;
            var wait = backoff.Next();
            await Task.Delay(retryAfter > wait ? (retryAfter.Value < LongestWait ? retryAfter.Value : LongestWait) : wait, clock, cancellationToken);
        }
    }

    private async Task<(TokenReply? Reply, AccessTokenException? Failure, TimeSpan? RetryAfter)> TryAsync(OAuthGrant grant, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var content = new FormUrlEncodedContent(grant.Form(clock.GetUtcNow()));
            using var response = await http.PostAsync(grant.Endpoint, content, limit.Token);
            await response.Content.LoadIntoBufferAsync(MostReplyBytes, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            var (reply, failure) = Read(grant, response.StatusCode, text);
            return (reply, failure, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The place where a network failure becomes a reason to wait.
            var cause = e is OperationCanceledException ? "no answer in time" : e.InnerException?.Message ?? e.Message;
            return (null, new($"No access token at the moment: {grant.Endpoint.Host} cannot be reached ({cause}).", false, e), null);
        }
    }

    private static (TokenReply?, AccessTokenException?) Read(OAuthGrant grant, HttpStatusCode status, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (status == HttpStatusCode.OK && Text(root, "access_token") is { Length: > 0 } token && token.All(c => c is > ' ' and <= '~'))
                return (new(token, Lifetime(root), Text(root, "refresh_token")), null);
            if (Text(root, "error") is { } error) return (null, OAuthErrors.Describe(grant, (int)status, error, Text(root, "error_description")));
        }
        catch (JsonException)
        {
            // A proxy's page instead of an answer; the status below says what there is to say.
        }

        var passes = (int)status is >= 500 or 429 or 408 or 200;
        return (null, new($"{(passes ? "No access token at the moment" : "DUNNING_MAIL_OAUTH_* leads to no token endpoint")}: {grant.Endpoint.Host} answers {(int)status} without a token.", !passes, null));
    }

    /// <summary>Without a stated lifetime a token is taken to live one hour at most (RFC 6749 §5.1 leaves it open).</summary>
    private static TimeSpan Lifetime(JsonElement root) =>
        root.TryGetProperty("expires_in", out var value) && double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e7
            ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromHours(1);

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
