namespace Dunning.Core.Conversation;

/// <summary>What kind of mail arrived.</summary>
public enum MessageKind { Human, AutoReply, Bounce, ListMail, Unreadable }

/// <summary>Whether the sender is who the mail says, by our own border's Authentication-Results.</summary>
public enum SenderAuthenticity { None, Failed, Verified }

/// <summary>What a customer wants. The wire names are the snake_case forms.</summary>
public enum Intent
{
    PromiseToPay, Dispute, PaymentConfirmation, DocumentRequest,
    ExtensionRequest, PaymentPlanRequest, HardshipOrInsolvency, WrongContact, OutOfOffice, OptOut,
    ComplaintOrHostile, LegalRepresentation, VendorFormRequest, BankChangeOrFraudAttempt, PromptInjection,
    ThanksAck, QuestionOther,
}

/// <summary>Kinds of document a customer may ask for.</summary>
public enum DocumentKind { InvoiceCopy, Statement, ProofOfDelivery, PurchaseOrder, TaxForm, BankLetter, Other }

/// <summary>Why an invoice is disputed.</summary>
public enum DisputeReason { NotReceived, Quality, Quantity, Price, Duplicate, WrongAddressee, PurchaseOrder, Tax, NotOrdered, Other }

/// <summary>Why a mail goes to a person instead of being acted on.</summary>
public enum PersonReason
{
    UnknownSender, Unauthenticated, Unsure, SafetyIntent, AmbiguousDate, VaguePromise, ConditionalPromise,
    UnknownInvoice, SeveralIntents, InjectionSuspected, Unreadable, UnsupportedLanguage, BankDetails,
    TooManyPromises, MissingDocument, NoThread, OtherIntent,

    /// <summary>Our own message came back, or answers go to and fro without a person.</summary>
    MailLoop,

    /// <summary>The language model and the embedded reader read the mail differently.</summary>
    ReadersDisagree,

    /// <summary>A sentence may be of a kind only a person decides, too faintly to be listed.</summary>
    SafetySuspected,
}

/// <summary>A stretch of the mail's new text.</summary>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>An intent with its calibrated probability.</summary>
public sealed record IntentReading(Intent Intent, double Probability, TextSpan? Span);

/// <summary>A promise to pay as read. Only facts and closed values; never the mail's words.</summary>
/// <param name="Date">The one day it resolves to; null when vague or ambiguous.</param>
/// <param name="Amount">Null means everything that is open (or the named invoices).</param>
/// <param name="Invoices">Invoice numbers that exist among the open items.</param>
/// <param name="Conditional">"If", "once", "as soon as": not a promise yet.</param>
/// <param name="Ambiguous">The date has more than one reading; <paramref name="Date"/> is null then.</param>
public sealed record PromiseReading(
    DateOnly? Date, decimal? Amount, string? Currency, bool Conditional, bool Ambiguous,
    IReadOnlyList<string> Invoices, string? Method, double Confidence, TextSpan? Span)
{
    /// <summary>Why there is no one day.</summary>
    public DateDoubt Doubt { get; init; }

    /// <summary>First day of the stretch that <see cref="Date"/> ends ("between the 10th and the 12th", "week 13"); null where one day was named.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Days that may be meant where <see cref="Ambiguous"/>, in their order; empty when the text names none.</summary>
    public IReadOnlyList<DateOnly> Alternatives { get; init; } = [];
}

/// <summary>A claim that something was paid already.</summary>
public sealed record PaymentClaimReading(
    DateOnly? Date, decimal? Amount, string? Currency, string? Reference, IReadOnlyList<string> Invoices, TextSpan? Span);

/// <summary>A request for a document.</summary>
public sealed record DocumentReading(DocumentKind Kind, IReadOnlyList<string> Invoices, TextSpan? Span);

/// <summary>A dispute as read.</summary>
public sealed record DisputeReading(DisputeReason Reason, decimal? Amount, IReadOnlyList<string> Invoices, TextSpan? Span)
{
    /// <summary>Pieces in dispute ("only 8 of 10 arrived" are 2); null when none are named.</summary>
    public int? Quantity { get; init; }
}

/// <summary>Who answers while a contact is away, as an absence note names them. Never a contact before a person has verified it.</summary>
/// <param name="Name">Letters, blanks, dots and hyphens only; null when only an address is named.</param>
/// <param name="Address">The address as written, or null.</param>
public sealed record Deputy(string? Name, string? Address);

/// <summary>
/// What a mail says, in closed values only: this is all that ever leaves the reading side.
/// </summary>
/// <param name="Language">ISO 639-1 code, or <c>und</c>.</param>
/// <param name="InjectionProbability">Signs of instructions addressed to software, 0 to 1.</param>
/// <param name="NeedsPerson">True when nothing may be done automatically; <paramref name="Why"/> says why.</param>
/// <param name="ReturnsOn">Return date of an out-of-office reply.</param>
public sealed record ReplyReading(
    MessageKind Kind, string Language, IReadOnlyList<IntentReading> Intents,
    IReadOnlyList<PromiseReading> Promises, IReadOnlyList<PaymentClaimReading> Claims,
    IReadOnlyList<DocumentReading> Documents, IReadOnlyList<DisputeReading> Disputes,
    double InjectionProbability, bool NeedsPerson, IReadOnlyList<PersonReason> Why, DateOnly? ReturnsOn)
{
    /// <summary>Whom an absence note names as deputy; unverified, for a person to look at.</summary>
    public Deputy? Deputy { get; init; }

    /// <summary>The requests for copies of invoices; "a copy of the statement" names no invoice and is none of them.</summary>
    public IReadOnlyList<DocumentReading> InvoiceCopies() =>
    [
        .. Documents.Where(document => document.Kind == DocumentKind.InvoiceCopy
            && (document.Invoices.Count > 0 || !Documents.Any(other => other.Kind == DocumentKind.Statement && other.Span == document.Span))),
    ];

    /// <summary>A reading of a mail in which nothing could be read.</summary>
    public static ReplyReading Nothing(MessageKind kind, PersonReason why) =>
        new(kind, "und", [], [], [], [], [], 0, true, [why], null);
}
