namespace Dunning.Mail.Wire;

/// <summary>No OAuth 2 access token could be had. A token callback throws it; the message names the cause and never holds a secret.</summary>
/// <param name="message">The cause in one line.</param>
/// <param name="needsPerson">Whether trying again is useless until somebody changes a setting.</param>
/// <param name="inner">What happened, or null.</param>
public sealed class AccessTokenException(string message, bool needsPerson, Exception? inner) : Exception(message, inner)
{
    /// <summary>Whether trying again is useless until somebody changes a setting.</summary>
    public bool NeedsPerson { get; } = needsPerson;
}
