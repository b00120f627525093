using System.Globalization;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G24: header values are single lines, hold one address each, and smuggle nothing (RFC 5322 §2.2: a CR or LF inside
/// a value starts a new header field; RFC 2047: an encoded word hides what a reader will see).
/// </summary>
public static class G24HeaderInjection
{
    private const int LongestSubject = 250;
    private static readonly HashSet<string> HarmlessHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "List-Unsubscribe", "X-Auto-Response-Suppress",
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G24", "header injection, hidden recipients, malformed addresses",
        "A line break in a header value adds recipients or content nobody approved.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var mail = draft.Mail;
        foreach (var (name, value) in Headers(mail))
        {
            if (!HarmlessHeaders.Contains(name)) return Found($"header {Shown(name)} is not one a message may carry");
            if (value.Any(IsUnsafe)) return Found($"{name} holds a control or direction character");
            if (value.Contains("=?", StringComparison.Ordinal) && value.Contains("?=", StringComparison.Ordinal))
                return Found($"{name} holds an encoded word");
        }

        if (mail.Subject.Length > LongestSubject) return Found("the subject is too long");
        if (mail.FromName.AsSpan().IndexOfAny("@<>\"") >= 0) return Found("the sender's name looks like an address");
        return NotOneAddress("To", mail.To) ?? NotOneAddress("Reply-To", mail.ReplyTo) ?? NotOneAddress("From", mail.FromAddress);
    }

    private static IEnumerable<(string Name, string Value)> Headers(CandidateMail mail)
    {
        yield return ("Subject", mail.Subject);
        yield return ("From", mail.FromName);
        yield return ("From", mail.FromAddress);
        yield return ("To", mail.To);
        yield return ("Reply-To", mail.ReplyTo);
        yield return ("Message-ID", mail.MessageId ?? "");
        yield return ("In-Reply-To", mail.InReplyTo ?? "");
        foreach (var reference in mail.References) yield return ("References", reference);
        foreach (var (name, value) in mail.ExtraHeaders) yield return (name, value);
    }

    // Empty addresses are left to G23: the stand-alone check may judge a text without an envelope.
    private static Finding? NotOneAddress(string header, string address)
    {
        if (address.Length == 0) return null;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var single = at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 &&
            address.AsSpan().IndexOfAny(" ,;<>()[]:\\\"\t") < 0 && address.Length <= 254;
        return single ? null : Found($"{header} is not one plain address");
    }

    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' ||
        (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);

    private static string Shown(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Take(30)]);

    private static Finding Found(string evidence) => new("G24", Verdict.Block, evidence, null);
}
