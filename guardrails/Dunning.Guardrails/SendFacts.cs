using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;

namespace Dunning.Guardrails;

/// <summary>
/// What the gate knows, read afresh. A part that is null was not given: its rules are reported as not evaluated
/// by the stand-alone check, and hold the message anywhere else.
/// </summary>
/// <param name="Facts">What may be said.</param>
/// <param name="Automatic">True when no person approved this very content.</param>
public sealed record SendFacts(
    FactSet Facts, bool Automatic, RecipientFacts? Recipient, SuppressionFacts? Suppressions, RhythmFacts? Rhythm,
    AuthorityFacts? Authority, FreshnessFacts? Freshness, ApprovalFacts? Approval, DisclosureFacts? Disclosure,
    ForeignFacts? Foreign, EchoFacts? Echo, AttachmentFacts? Attachments, ThreadFacts? Thread);

/// <summary>Addresses that may be written to for this customer, lower case.</summary>
public sealed record RecipientFacts(IReadOnlyList<string> Verified, IReadOnlyList<string> Dead, IReadOnlyList<string> OptedOut);

/// <summary>What pauses contact now, in words a person understands; and invoices that are paused.</summary>
/// <param name="Account">Reasons that pause the whole account, for example "insolvency".</param>
/// <param name="Invoices">Invoice numbers under promise, dispute or plan.</param>
public sealed record SuppressionFacts(IReadOnlyList<string> Account, IReadOnlyList<string> Invoices);

/// <summary>Frequency, window and duplicates.</summary>
/// <param name="LastContactOn">Last message to the customer, by anybody, other than answers to its questions.</param>
/// <param name="MinimumIntervalDays">Days that must lie between two contacts.</param>
/// <param name="AnswersQuestion">This is an answer to an inbound mail, which is exempt from the interval.</param>
/// <param name="WindowOpen">Now is inside the contact window of the debtor.</param>
/// <param name="AlreadySent">A message for this touch has gone out, or its fate is unknown.</param>
/// <param name="AutomaticInThreadSinceHuman">Automatic messages in the thread since a person last wrote or read.</param>
public sealed record RhythmFacts(
    DateOnly? LastContactOn, int MinimumIntervalDays, bool AnswersQuestion, bool WindowOpen, bool AlreadySent,
    int AutomaticInThreadSinceHuman);

/// <summary>What this segment may do.</summary>
/// <param name="Effective">The lowest of all configured levels for this action.</param>
/// <param name="LastDeliveredStage">Stage on the present ladder, 0 before the first.</param>
/// <param name="AmountCap">Largest amount due an automatic message may speak of; null for no automatic messages.</param>
/// <param name="StageCap">Highest stage an automatic message may have.</param>
/// <param name="ConsumerLike">Consumer or sole trader: nothing automatic beyond friendly.</param>
public sealed record AuthorityFacts(
    AutonomyLevel Effective, int LastDeliveredStage, decimal? AmountCap, Stage StageCap, bool ConsumerLike, bool KillSwitch);

/// <summary>Age of the sources, and whether the facts still are what the draft was written from.</summary>
public sealed record FreshnessFacts(
    DateTimeOffset Now, DateTimeOffset LedgerAsOf, TimeSpan LedgerLimit, DateTimeOffset MailboxAsOf, TimeSpan MailboxLimit,
    string DraftFactsVersion, string CurrentFactsVersion);

/// <summary>The approval of a person, if one is needed.</summary>
public sealed record ApprovalFacts(string ContentHash, string FactsVersion, string Approver, DateTimeOffset ExpiresAt, bool Used);

/// <summary>The sentence that must be in automatic messages, per language; null when disclosure is switched off.</summary>
public sealed record DisclosureFacts(string? RequiredSentence);

/// <summary>Numbers and names that belong to other customers of the creditor, and must not appear.</summary>
public sealed record ForeignFacts(IReadOnlySet<string> InvoiceNumbers, IReadOnlySet<string> CustomerNames);

/// <summary>Salted hashes of word shingles of recent inbound mails; the outbound side never sees their text.</summary>
public sealed record EchoFacts(string Salt, int ShingleWords, IReadOnlySet<string> ShingleHashes);

/// <summary>Documents the store holds for this customer: file hash to invoice number.</summary>
public sealed record AttachmentFacts(string CustomerNumber, IReadOnlyDictionary<string, string?> Known);

/// <summary>Signs of injection, hostility or doubt in the thread, which lower autonomy.</summary>
public sealed record ThreadFacts(bool InjectionSigns, bool Hostile, bool UnverifiedSender);
