using Dunning.Mail.Mime;
using Dunning.Mail.Zoning;

namespace Dunning.Mail.Delivery;

/// <summary>Reads delivery reports (RFC 3464) and the free-text bounces of systems that do not write them.</summary>
internal static class BounceReader
{
    private const int LongestDiagnostic = 1000;

    public static ReceivedMail? FromReport(MimeMessage message)
    {
        var report = DeliveryStatus.Descendants(message).FirstOrDefault(e => e.StatusGroups.Count > 0 && (e.ContentType.Is("message/delivery-status") || e.ContentType.Is("message/global-delivery-status")));
        if (report is null)
            return null;
        var groups = report.StatusGroups.Where(g => g.Contains("Action") || g.Contains("Status") || g.Contains("Final-Recipient")).ToList();
        if (groups.Count == 0)
            return FromText(message);
        var failed = groups.Find(g => IsAction(g, "failed")) ?? groups.Find(g => IsAction(g, "delayed"))
            ?? groups.Find(g => !g.Contains("Action") && g["Status"] is { } s && !s.TrimStart().StartsWith('2'));
        if (failed is null)
            return new ReceivedMail.AutoReply(AutoReplyKind.DeliveryConfirmation, null);
        var diagnostic = AfterType(failed["Diagnostic-Code"]) ?? "";
        // The remote system's own code says more than the 5.0.0 many relays write into Status.
        var status = StatusCode.Find(failed["Status"]);
        if (status is null || status.EndsWith(".0.0", StringComparison.Ordinal))
            status = StatusCode.Find(diagnostic) ?? status;
        if (diagnostic.Length == 0)
            diagnostic = DiagnosticLine(Opening(message));
        var kind = IsAction(failed, "delayed") ? BounceKind.Soft : StatusCode.Classify(status, diagnostic);
        var recipient = AfterType(failed["Original-Recipient"]) ?? AfterType(failed["Final-Recipient"]) ?? message.Headers["X-Failed-Recipients"];
        return new ReceivedMail.Bounce(kind, Address(recipient), status, Cut(diagnostic), DeliveryStatus.ReturnedId(message) ?? IdInText(MailText.Of(message).Text));
    }

    /// <summary>A bounce without report part: a daemon's address or the null return path, and a subject or header that says so.</summary>
    public static ReceivedMail? FromText(MimeMessage message)
    {
        var subject = message.Subject.Trim().ToLowerInvariant();
        var saysSo = Array.Exists(MachinePhrases.BounceSubjects, p => subject.Contains(p, StringComparison.Ordinal)) && !subject.StartsWith("re:", StringComparison.Ordinal);
        var failedRecipients = message.Headers["X-Failed-Recipients"];
        if (!IsDaemon(message) || subject.StartsWith("re:", StringComparison.Ordinal))
            return null;
        var text = MailText.Of(message).Text;
        var says = text[..Math.Min(text.Length, 4000)].ToLowerInvariant();
        if (!saysSo && failedRecipients is null && !MachinePhrases.Contains(says, MachinePhrases.BounceBodies))
            return null;
        var opening = text[..Math.Min(text.Length, 4000)];
        var status = StatusCode.Find(opening);
        var diagnostic = DiagnosticLine(opening);
        var recipient = Address(failedRecipients?.Split(',')[0]) ?? FirstAddress(opening);
        var id = DeliveryStatus.ReturnedId(message) ?? IdInText(text);
        var kind = MachinePhrases.Contains(subject, MachinePhrases.DelaySubjects) || MachinePhrases.Contains(says, MachinePhrases.DelayBodies) ? BounceKind.Soft : StatusCode.Classify(status, opening);
        return new ReceivedMail.Bounce(kind, recipient, status, Cut(diagnostic), id);
    }

    private static string Opening(MimeMessage message)
    {
        var text = MailText.Of(message).Text;
        return text[..Math.Min(text.Length, 4000)];
    }

    private static bool IsDaemon(MimeMessage message)
    {
        if (message.ReturnPath is { Length: 0 })
            return true;
        var local = message.From.Count > 0 ? message.From[0].LocalPart.ToLowerInvariant() : "";
        var name = message.From.Count > 0 ? message.From[0].DisplayName.ToLowerInvariant() : "";
        return local is "mailer-daemon" or "postmaster" or "mail-daemon" or "mailerdaemon" or "maildaemon" || local.StartsWith("microsoftexchange", StringComparison.Ordinal)
            || name is "mail delivery system" or "mail delivery subsystem" or "mailer-daemon" or "microsoft outlook" or "mail administrator" or "postmaster";
    }

    private static bool IsAction(MimeHeaders group, string action) =>
        group["Action"]?.Trim().StartsWith(action, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The value behind "rfc822;" or "smtp;".</summary>
    private static string? AfterType(string? value)
    {
        if (value is null)
            return null;
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return (semicolon is >= 0 and < 30 ? value[(semicolon + 1)..] : value).Trim();
    }

    private static string? Address(string? text)
    {
        var address = text?.Trim().Trim('<', '>', ' ', '"', '\'');
        return address is { Length: > 2 } && address.Contains('@', StringComparison.Ordinal) ? address : null;
    }

    private static string? FirstAddress(string text)
    {
        foreach (var word in text.Split([' ', '\n', '\t', '<', '>', '(', ')', ',', ';', '"', ':', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = word.TrimEnd('.');
            var at = candidate.IndexOf('@', StringComparison.Ordinal);
            if (at > 0 && candidate.IndexOf('.', at) > at + 1)
                return candidate;
        }
        return null;
    }

    private static string DiagnosticLine(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, l => StatusCode.Find(l) is not null || StatusCode.HasReplyCode(l));
        return at < 0 ? "" : string.Join(' ', lines.Skip(at).Take(3).Select(l => l.Trim()).TakeWhile(l => l.Length > 0));
    }

    /// <summary>The returned copy below the text of old systems.</summary>
    private static string? IdInText(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var field = line.AsSpan().TrimStart("> \t");
            if (field.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) && MimeParser.Ids(field[11..].ToString()).FirstOrDefault() is { } id)
                return id;
        }
        return null;
    }

    private static string Cut(string text) => text.Length <= LongestDiagnostic ? text : text[..LongestDiagnostic];
}
