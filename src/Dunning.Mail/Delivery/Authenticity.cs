using Dunning.Mail.Mime;

namespace Dunning.Mail.Delivery;

/// <summary>What speaks against a sender being who the mail shows.</summary>
public enum SenderSign
{
    /// <summary>Our border stamped no result.</summary>
    NoResult,
    /// <summary>Our border says that a check failed.</summary>
    CheckFailed,
    /// <summary>Something passed, for a domain that is not the author's.</summary>
    NotAligned,
    /// <summary>From names several authors, or stands more than once.</summary>
    SeveralAuthors,
    /// <summary>Sender belongs to another organisation than From.</summary>
    SenderDiffers,
    /// <summary>Answers would go to another organisation than From.</summary>
    RepliesElsewhere,
    /// <summary>The display name shows an address that is not the one behind it.</summary>
    NameShowsAddress,
    /// <summary>The domain is made to look like one that is known.</summary>
    LooksAlike,
}

/// <summary>Whether the author shown is proven, and what speaks against it.</summary>
/// <param name="Verdict">By our own border's results alone.</param>
/// <param name="Domain">The proven domain; null unless verified.</param>
/// <param name="Signs">Every sign found, in the order of the enumeration.</param>
/// <param name="LooksLike">The known domain that is imitated, or null.</param>
public sealed record Authenticity(AuthenticationVerdict Verdict, string? Domain, IReadOnlyList<SenderSign> Signs, string? LooksLike)
{
    /// <summary>Judges a sender. ARC (RFC 8617) is not looked at: whom to trust as a sealer would have to be known.</summary>
    /// <param name="message">The message as delivered.</param>
    /// <param name="ownAuthservId">The id our border stamps.</param>
    /// <param name="knownDomains">Domains of known contacts and our own, for look-alikes.</param>
    public static Authenticity Judge(MimeMessage message, string ownAuthservId, IEnumerable<string> knownDomains)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(knownDomains);
        var results = AuthenticationResults.Read(message, ownAuthservId);
        var signs = new SortedSet<SenderSign>();
        if (message.From.Count != 1 || message.Headers.All("From").Skip(1).Any())
            signs.Add(SenderSign.SeveralAuthors);
        if (results.Verdict != AuthenticationVerdict.Verified)
            signs.Add(results.Methods.Count == 0 ? SenderSign.NoResult : results.Verdict == AuthenticationVerdict.Failed ? SenderSign.CheckFailed : SenderSign.NotAligned);
        string? like = null;
        if (message.From is [var author, ..])
        {
            if (message.Sender is { } sender && !OrganisationalDomain.AreSame(sender.Domain, author.Domain))
                signs.Add(SenderSign.SenderDiffers);
            if (message.ReplyTo.Any(a => a.Domain.Length > 0 && !OrganisationalDomain.AreSame(a.Domain, author.Domain)))
                signs.Add(SenderSign.RepliesElsewhere);
            if (message.From.Any(ShowsOtherAddress))
                signs.Add(SenderSign.NameShowsAddress);
            like = LookAlikes.Of(author.Domain, knownDomains);
            if (like is not null)
                signs.Add(SenderSign.LooksAlike);
        }
        return new Authenticity(results.Verdict, results.Domain, [.. signs], like);
    }

    /// <summary>Whether the display name holds an address of another mailbox: readers see the name first, and phones nothing else.</summary>
    private static bool ShowsOtherAddress(MailAddress author)
    {
        foreach (var word in author.DisplayName.Split([' ', '<', '>', '(', ')', '[', ']', '"', '\'', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = word.IndexOfAny(['@', '＠']);
            if (at > 0 && word.IndexOf('.', at) > at + 1 && !word.TrimEnd('.').Equals(author.Address, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
