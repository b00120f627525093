using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails;

/// <summary>
/// Whether a candidate and its facts are what their types say. A null where none belongs comes from a reader of files or
/// rows that went wrong, and most rules would never look at it: the message is held before any of them is asked.
/// </summary>
internal static class Soundness
{
    private const int MostCharacters = 50_000;
    private const int MostHtml = 100_000;
    private const int MostDays = 36_525;

    /// <summary>What is wrong, for a person; null when nothing is.</summary>
    /// <param name="standAlone">Only what makes the text unreadable counts.</param>
    public static string? Fault(CandidateMail? mail, SendFacts? facts, bool standAlone)
    {
        if (mail is null) return "there is no mail";
        if (facts?.Facts is not { } set) return "there are no facts";
        var written = Written(mail).ToList();
        if (mail.Html is { Length: > MostHtml }) return $"the HTML part is longer than {MostHtml} characters";
        // Of the HTML only what is read counts: markup is several times as long as its words.
        var markup = mail.Html is { } html ? html.Length - HtmlText.Visible(html).Length : 0;
        if (written.Sum(static text => (long)(text?.Length ?? 0)) - markup > MostCharacters) return $"the mail is longer than {MostCharacters} characters";
        if (written.Exists(static text => text is not null && !IsText(text))) return "the mail holds a lone surrogate, a NUL or a replacement character";
        if (standAlone) return null;
        if (string.IsNullOrWhiteSpace(mail.Text)) return "the mail has no text";
        if (!Complete(mail)) return "a part of the mail is missing";
        // What cannot be checked in its language must not depend on the patience of whoever approves it.
        if (!SentenceLanguage.Knows(mail.Language)) return $"language {mail.Language} cannot be checked";
        if (!Complete(set)) return "a part of the facts is missing";
        return CompleteState(facts) ? Numbers(mail, facts) : "a part of the state is missing";
    }

    private static IEnumerable<string?> Written(CandidateMail mail) =>
    [
        mail.Subject, mail.Text, mail.Html, mail.FromName, mail.FromAddress, mail.To, mail.ReplyTo, mail.MessageId, mail.InReplyTo,
        .. mail.References ?? [], .. (mail.Attachments ?? []).Select(static attachment => attachment?.FileName),
        .. (mail.ExtraHeaders ?? []).Select(static header => header.Key), .. (mail.ExtraHeaders ?? []).Select(static header => header.Value),
    ];

    private static bool Complete(CandidateMail mail) =>
        All(mail.TouchId, mail.Language, mail.FromName, mail.FromAddress, mail.To, mail.ReplyTo, mail.Subject, mail.Text, mail.Attachments, mail.References, mail.ExtraHeaders) &&
        mail.References.All(static reference => reference is not null) && mail.ExtraHeaders.All(static header => All(header.Key, header.Value)) &&
        mail.Attachments.All(static file => file is not null && All(file.FileName, file.ContentType, file.CustomerNumber, file.Sha256));

    private static bool Complete(FactSet set) =>
        All(set.Version, set.Language, set.Creditor, set.PersonaName, set.ReplyTo, set.CustomerName, set.CustomerNumber, set.Currency, set.Invoices,
            set.Promises, set.PaymentsReceived, set.Granted, set.Attachments, set.DisputedInvoices, set.PartlyDisputed, set.Footer) &&
        set.Invoices.All(static invoice => invoice?.Number is not null) && set.Promises.All(static promise => promise?.Invoices is { } named && All([.. named])) &&
        set.PaymentsReceived.All(static payment => payment?.Invoices is { } named && All([.. named])) && All([.. set.Attachments, .. set.DisputedInvoices, .. set.PartlyDisputed, .. set.Footer]);

    // A state that was not given at all is left to the rules that need it, which name themselves.
    private static bool CompleteState(SendFacts facts) =>
        facts.Recipient is null or { Verified: not null, Dead: not null, OptedOut: not null } &&
        facts.Suppressions is null or { Account: not null, Invoices: not null } &&
        facts.Freshness is null or { DraftFactsVersion: not null, CurrentFactsVersion: not null } &&
        facts.Approval is null or { ContentHash: not null, FactsVersion: not null, Approver: not null } &&
        facts.Foreign is null or { InvoiceNumbers: not null, CustomerNames: not null } &&
        facts.Echo is null or { Salt: not null, ShingleHashes: not null } &&
        facts.Attachments is null or { CustomerNumber: not null, Known: not null };

    // No decimal is NaN, but counts can be what no counting gives, and a limit without an end is no limit.
    private static string? Numbers(CandidateMail mail, SendFacts facts)
    {
        if (mail.DraftVersion < 0 || mail.Attachments.Any(static file => file.Length < 0)) return "the mail holds a count below zero";
        if (facts.Rhythm is { AutomaticInThreadSinceHuman: < 0 }) return "the rhythm holds a count below zero";
        if (facts.Authority is { AmountCap: < 0 }) return "the cap on amounts is below zero";
        if (facts.Echo is { ShingleWords: < 1 }) return "the echo holds runs of no words";
        if (facts.Freshness is { } fresh && (fresh.LedgerLimit == TimeSpan.MaxValue || fresh.MailboxLimit == TimeSpan.MaxValue)) return "the age of a source has no limit";
        if (facts.Facts.Invoices.Any(static invoice => invoice.DaysOverdue is < -MostDays or > MostDays)) return "an invoice is overdue for longer than a century";
        return facts.Facts.UnappliedCredits < 0 ? "the facts hold credits below zero" : null;
    }

    private static bool All(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is null) return false;
        }

        return true;
    }

    private static bool IsText(string text)
    {
        if (text.AsSpan().IndexOfAny('\0', '\ufffd') >= 0) return false;
        for (var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
