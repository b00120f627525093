using System.Net;
using System.Text.RegularExpressions;
using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G20: links, mail addresses and phone numbers are the creditor's own, exactly; a link's visible text does not name
/// another target than the link has.
/// </summary>
public static class G20Link
{
    private static readonly Regex Target = new(@"\b(href|src|action|background)\s*=\s*(""[^""]*""|'[^']*'|[^\s>]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G20", "link, address or phone number that is not the creditor's", "A foreign link in a payment request is phishing.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var reading in draft.Readings)
        {
            foreach (var item in reading.Items)
            {
                if (item.Kind == ItemKind.Link && !IsOwn(item.Name, draft.Mail, facts)) return reading.Part.Found("G20", Verdict.Block, item.Start, item.Length, "link or address");
                if (item.Kind == ItemKind.Phone && !Phones.AreSame(item.Name, facts.Facts.Phone)) return reading.Part.Found("G20", Verdict.Block, item.Start, item.Length, "phone number");
            }
        }

        return draft.Mail.Html is { } html ? ForeignTarget(html, draft.Mail, facts) : null;
    }

    private static Finding? ForeignTarget(string html, CandidateMail mail, SendFacts facts)
    {
        foreach (var match in Target.EnumerateMatches(html))
        {
            var written = html.Substring(match.Index, match.Length);
            var target = WebUtility.HtmlDecode(written[(written.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"', '\''));
            if (!IsOwn(target, mail, facts)) return new("G20", Verdict.Block, $"link target: {target[..Math.Min(80, target.Length)]}", null);
        }

        return null;
    }

    private static bool IsOwn(string written, CandidateMail mail, SendFacts facts)
    {
        var link = written.Trim().TrimEnd('.', ',', ';', ':', '!', '?').TrimEnd('/');
        if (link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) link = link["mailto:".Length..];
        if (link.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return Phones.AreSame(link, facts.Facts.Phone);
        if (Same(link, facts.Facts.ReplyTo) || Same(link, mail.FromAddress) || Same(link, mail.To)) return true;
        if (facts.Facts.PayUrl?.TrimEnd('/') is not { Length: > 0 } pay) return false;
        return link == pay || (Uri.TryCreate(pay, UriKind.Absolute, out var page) && Same(link, page.Host) && page.IdnHost == page.Host);
    }

    private static bool Same(string left, string right) => right.Length > 0 && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
