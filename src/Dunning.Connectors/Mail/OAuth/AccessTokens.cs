using Dunning.Mail.Wire;

namespace Dunning.Connectors.Mail.OAuth;

/// <summary>
/// The access token of one grant: kept until shortly before it expires, asked for once however many need it, and not asked for
/// again for a while after a refusal only a person can mend.
/// </summary>
public sealed class AccessTokens
{
    private static readonly TimeSpan RefusalRest = TimeSpan.FromMinutes(5);
    private readonly Lock guard = new();
    private readonly OAuthGrant grant;
    private readonly TokenEndpoint endpoint;
    private readonly TimeProvider clock;
    private (string Token, DateTimeOffset Until)? kept;
    private (AccessTokenException Failure, DateTimeOffset Until)? refused;
    private Task<string>? asking;

    /// <summary>Asks through the given client; the clock must be the real one, because the endpoint compares it with its own.</summary>
    public AccessTokens(OAuthGrant grant, HttpClient http, TimeProvider clock) : this(grant, http, clock, TimeSpan.FromSeconds(1)) { }

    internal AccessTokens(OAuthGrant grant, HttpClient http, TimeProvider clock, TimeSpan firstWait)
    {
        this.grant = grant;
        this.clock = clock;
        endpoint = new TokenEndpoint(http, clock, firstWait);
    }

    /// <summary>A token that is valid now.</summary>
    /// <exception cref="AccessTokenException">There is none; the message names the setting or the cause.</exception>
    public Task<string> GetAsync(CancellationToken cancellationToken)
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();
            if (kept is { } token && now < token.Until) return Task.FromResult(token.Token);
            if (refused is { } earlier && now < earlier.Until) return Task.FromException<string>(new AccessTokenException(earlier.Failure.Message, true, earlier.Failure));
            // A caller that gives up must not take the answer away from the others, so the request has no caller's token.
            asking ??= Task.Run(AskAsync, CancellationToken.None);
            return asking.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A mail server did not take this token; it is not used again.</summary>
    public void Forget(string token)
    {
        lock (guard)
        {
            if (kept is { } known && known.Token == token) kept = null;
        }
    }

    private async Task<string> AskAsync()
    {
        try
        {
            var reply = await endpoint.AskAsync(grant, CancellationToken.None);
            if (reply.RefreshToken is { Length: > 0 } next) Replace(next);
            // Early enough that a token does not expire between login and use: five minutes, or a tenth of a short life.
            var margin = TimeSpan.FromSeconds(Math.Min(300, reply.ExpiresIn.TotalSeconds / 10));
            lock (guard) (kept, refused) = ((reply.AccessToken, clock.GetUtcNow() + reply.ExpiresIn - margin), null);
            return reply.AccessToken;
        }
        catch (AccessTokenException failure) when (failure.NeedsPerson)
        {
            lock (guard) refused = (failure, clock.GetUtcNow() + RefusalRest);
            throw;
        }
        finally
        {
            lock (guard) asking = null;
        }
    }

    private void Replace(string refreshToken)
    {
        var file = grant switch
        {
            OAuthGrant.MicrosoftUser user => user.RefreshToken,
            OAuthGrant.GoogleUser user => user.RefreshToken,
            _ => null, // The other grants have none.
        };
        try
        {
            file?.Replace(refreshToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The new token is in use; where it cannot be kept, the old one serves after a restart for as long as the endpoint lets it.
        }
    }
}
