using System.Globalization;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Says for one mail what exactly stands behind each reason it goes to a person for. The sentences may quote the
/// mail, so they go to the person's task and nowhere else.
/// </summary>
public static class ReasonSentences
{
    private const int LongestQuote = 140;

    /// <summary>A sentence for every reason of the reading that can be said more exactly than in general.</summary>
    /// <param name="text">The new text the reading was made from.</param>
    public static IReadOnlyDictionary<PersonReason, string> Of(ReplyReading reading, string text, IReadOnlyList<OpenItemRef> openItems, DateOnly saidOn)
    {
        Dictionary<PersonReason, string> sentences = [];
        foreach (var reason in reading.Why)
            if (Sentence(reason, reading, text, openItems, saidOn) is { } sentence) sentences[reason] = sentence;
        return sentences;
    }

    private static string? Sentence(PersonReason reason, ReplyReading reading, string text, IReadOnlyList<OpenItemRef> openItems, DateOnly saidOn) => reason switch
    {
        PersonReason.AmbiguousDate => Date(reading, text, saidOn),
        PersonReason.UnknownInvoice => Invoices(text, openItems),
        PersonReason.VaguePromise => Quoted("payment is announced without a day", text, reading.Promises.FirstOrDefault(promise => promise is { Date: null, Ambiguous: false })?.Span),
        PersonReason.ConditionalPromise => Quoted("the promise depends on a condition", text, reading.Promises.FirstOrDefault(promise => promise.Conditional)?.Span),
        PersonReason.Unsure => Unsure(reading, text),
        PersonReason.SafetyIntent => Intents("it touches a matter only a person decides", reading, text, IsSafety),
        PersonReason.OtherIntent => Intents("it asks for something the agent does not do", reading, text, IsOther),
        PersonReason.BankDetails => Intents("bank details are never taken from a mail", reading, text, intent => intent == Intent.BankChangeOrFraudAttempt),
        PersonReason.InjectionSuspected => Intents("it seems to address software", reading, text, intent => intent == Intent.PromptInjection),
        PersonReason.SeveralIntents => Collision(reading),
        PersonReason.UnsupportedLanguage => $"it is in a language the reader does not know ({reading.Language}); the reader knows English, German, French, Spanish, Italian and Dutch",
        PersonReason.UnknownSender or PersonReason.Unauthenticated or PersonReason.Unreadable or PersonReason.TooManyPromises
            or PersonReason.MissingDocument or PersonReason.NoThread or PersonReason.MailLoop or PersonReason.ReadersDisagree or PersonReason.SafetySuspected => null,
    };

    private static string? Date(ReplyReading reading, string text, DateOnly saidOn)
    {
        if (reading.Promises.FirstOrDefault(promise => promise.Ambiguous) is not { } promise) return null;
        var mention = DateReader.Find(text, new(saidOn, reading.Language)).FirstOrDefault(date => date.Ambiguous);
        var doubt = promise.Doubt.InWords(promise.Alternatives);
        if (mention is null) return Quoted(doubt, text, promise.Span);
        return promise switch
        {
            { Doubt: DateDoubt.DayOrMonth, Alternatives: [var one, var other] } => $"'{Cut(text, mention.Span)}' can be {Words(one)} or {Words(other)}",
            { Doubt: DateDoubt.DayOrMonth, Alternatives: [var only] } => $"'{Cut(text, mention.Span)}' can be {Words(only)}; with day and month swapped it is a day that has passed",
            _ => $"'{Cut(text, mention.Span)}': {doubt}",
        };
    }

    private static string? Invoices(string text, IReadOnlyList<OpenItemRef> openItems)
    {
        var unknown = InvoiceReader.Find(text, openItems).Where(mention => !mention.Known).Select(mention => mention.Number).Take(3).ToList();
        return unknown.Count switch
        {
            0 => null,
            1 => $"an invoice number that is not open on this account: {unknown[0]}",
            _ => $"invoice numbers that are not open on this account: {string.Join(", ", unknown)}",
        };
    }

    private static string? Unsure(ReplyReading reading, string text)
    {
        if (reading.Intents.Count == 0) return "the reader could not tell what the mail is about";
        var weakest = reading.Intents.MinBy(read => read.Probability)!;
        return Quoted($"the reader is not sure enough of its reading ({Name(weakest.Intent)}, {Percent(weakest.Probability)})", text, weakest.Span);
    }

    private static string? Intents(string general, ReplyReading reading, string text, Func<Intent, bool> concerned)
    {
        var read = reading.Intents.Where(intent => concerned(intent.Intent)).ToList();
        return read.Count == 0 ? null : Quoted($"{general}: {string.Join(", ", read.Select(intent => $"{Name(intent.Intent)}, {Percent(intent.Probability)}"))}", text, read[0].Span);
    }

    private static string? Collision(ReplyReading reading)
    {
        var shared = reading.Promises.SelectMany(promise => promise.Invoices)
            .Intersect(reading.Disputes.SelectMany(dispute => dispute.Invoices).Concat(reading.Claims.SelectMany(claim => claim.Invoices)), StringComparer.Ordinal).ToList();
        var other = reading.Disputes.Count > 0 ? "a dispute" : "a claim that it was paid";
        return reading.Promises.Count == 0 ? null
            : shared.Count > 0 ? $"a promise and {other} about the same invoice: {string.Join(", ", shared)}"
            : $"a promise and {other}, and it is not clear which invoice each is about";
    }

    private static bool IsSafety(Intent intent) => intent is Intent.HardshipOrInsolvency or Intent.OptOut or Intent.LegalRepresentation or Intent.ComplaintOrHostile;

    private static bool IsOther(Intent intent) =>
        intent is Intent.ExtensionRequest or Intent.PaymentPlanRequest or Intent.WrongContact or Intent.VendorFormRequest or Intent.QuestionOther;

    private static string Quoted(string sentence, string text, TextSpan? span) =>
        span is { } at && Cut(text, at) is { Length: > 0 } words ? $"{sentence}: \"{words}\"" : sentence;

    private static string Cut(string text, TextSpan span)
    {
        if (span.Start < 0 || span.Length <= 0 || span.Start >= text.Length) return "";
        var part = text.Substring(span.Start, Math.Min(span.Length, text.Length - span.Start)).ReplaceLineEndings(" ").Trim();
        return part.Length <= LongestQuote ? part : part[..LongestQuote].TrimEnd() + " …";
    }

    private static string Name(Intent intent) => Wire.Name(intent).Replace('_', ' ');

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";

}
