using System.Text;
using System.Text.Json;

namespace Dunning.Mail.Wire;

/// <summary>
/// The XOAUTH2 mechanism as Google and Microsoft document it ("IMAP, POP, and SMTP: the SASL XOAUTH2 mechanism"): one response with
/// user and token; a refusal comes as a challenge in JSON, is answered with an empty line, and only then does the server say no.
/// </summary>
internal static class Xoauth2
{
    /// <summary>The response. The user may be another mailbox than the token's owner, such as a shared one.</summary>
    public static string Response(string user, string token) => $"user={user}\u0001auth=Bearer {token}\u0001\u0001";

    /// <summary>The status inside a challenge, such as 401, or null when it holds none. Anything else of the challenge is dropped.</summary>
    public static string? StatusOf(string challenge)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(challenge.Trim())));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("status", out var status)
                && status.ToString() is { Length: > 0 and <= 20 } text && text.All(char.IsAsciiLetterOrDigit) ? text : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // The challenge is only an explanation; a server that cannot write it refuses all the same.
            return null;
        }
    }
}
