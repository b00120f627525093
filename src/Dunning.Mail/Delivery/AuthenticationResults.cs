using Dunning.Mail.Mime;

namespace Dunning.Mail.Delivery;

/// <summary>Whether the sender shown in From is proven.</summary>
public enum AuthenticationVerdict
{
    /// <summary>A method passed for a domain aligned with From.</summary>
    Verified,
    /// <summary>The border says that the sender is not who From claims.</summary>
    Failed,
    /// <summary>Our border said nothing that proves or refutes it.</summary>
    None,
}

/// <summary>One method's result.</summary>
/// <param name="Method">Such as <c>spf</c>, <c>dkim</c>, <c>dmarc</c>, <c>auth</c>; lower case.</param>
/// <param name="Result">Such as <c>pass</c>, <c>fail</c>, <c>none</c>; lower case.</param>
/// <param name="Properties">Properties such as <c>header.from</c>; names in lower case.</param>
public sealed record AuthenticationMethod(string Method, string Result, IReadOnlyDictionary<string, string> Properties);

/// <summary>What our own border found out about a sender (RFC 8601).</summary>
/// <param name="Verdict">The conclusion.</param>
/// <param name="Domain">The aligned domain that was proven; null unless verified.</param>
/// <param name="Methods">All results of our border, in order.</param>
public sealed record AuthenticationResults(AuthenticationVerdict Verdict, string? Domain, IReadOnlyList<AuthenticationMethod> Methods)
{
    /// <summary>
    /// Reads the fields whose authserv-id equals that of our own border; all others could have been written by the sender.
    /// The border must remove incoming fields that carry its own id (RFC 8601 §5), otherwise they could be forged.
    /// </summary>
    /// <param name="message">The message as delivered.</param>
    /// <param name="ownAuthservId">The id our border stamps; empty gives <see cref="AuthenticationVerdict.None"/>.</param>
    public static AuthenticationResults Read(MimeMessage message, string ownAuthservId)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(ownAuthservId);
        var methods = new List<AuthenticationMethod>();
        if (ownAuthservId.Length > 0)
        {
            foreach (var raw in OfBorder(message.Headers, ownAuthservId))
                methods.AddRange(AuthenticationResultsParser.Parse(raw, ownAuthservId));
        }
        // More than one author, or none, is nobody who could be proven.
        if (message.From.Count != 1 || message.Headers.All("From").Skip(1).Any())
            return new AuthenticationResults(methods.Exists(IsFailure) ? AuthenticationVerdict.Failed : AuthenticationVerdict.None, null, methods);
        var from = message.From[0].Domain;
        var refuted = methods.Exists(m => m.Method == "dmarc" && m.Result == "fail");
        var proven = methods.Where(m => m.Result == "pass").Select(ProvenDomain).FirstOrDefault(d => d is not null && AreAligned(d, from));
        if (!refuted && proven is not null)
            return new AuthenticationResults(AuthenticationVerdict.Verified, proven, methods);
        return new AuthenticationResults(refuted || methods.Exists(IsFailure) ? AuthenticationVerdict.Failed : AuthenticationVerdict.None, null, methods);
    }

    /// <summary>
    /// The results our border stamped. It writes above what the message brought along, so a field with its id below a trace field
    /// that stands under a genuine one came with the message and is forged, should the border ever fail to remove it.
    /// </summary>
    private static IEnumerable<string> OfBorder(MimeHeaders headers, string ownAuthservId)
    {
        var found = false;
        foreach (var header in headers)
        {
            if (found && header.Name.Equals("Received", StringComparison.OrdinalIgnoreCase))
                yield break;
            if (!header.Name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase))
                continue;
            found |= AuthenticationResultsParser.IsFrom(header.Raw, ownAuthservId);
            yield return header.Raw;
        }
    }

    /// <summary>The same organisational domain (relaxed alignment, RFC 7489 §3.1).</summary>
    internal static bool AreAligned(string one, string other) => OrganisationalDomain.AreSame(one, other);

    private static bool IsFailure(AuthenticationMethod method) => method.Result is "fail" or "hardfail" or "softfail" or "permerror";

    private static string? ProvenDomain(AuthenticationMethod method)
    {
        var value = method.Method switch
        {
            "dmarc" => method.Properties.GetValueOrDefault("header.from"),
            "dkim" => method.Properties.GetValueOrDefault("header.d") ?? method.Properties.GetValueOrDefault("header.i"),
            "spf" => method.Properties.GetValueOrDefault("smtp.mailfrom"),
            "auth" => method.Properties.GetValueOrDefault("smtp.auth"),
            _ => null,
        };
        return value is null ? null : value[(value.LastIndexOf('@') + 1)..].Trim('>', ' ', '.').ToLowerInvariant();
    }
}
