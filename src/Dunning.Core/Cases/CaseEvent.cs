using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Plans;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>What is known about who wrote.</summary>
/// <param name="KnownContact">The address is an imported or verified contact of this customer.</param>
/// <param name="Authenticity">By our own border's check.</param>
public sealed record SenderFacts(bool KnownContact, SenderAuthenticity Authenticity)
{
    /// <summary>What else speaks against the sender being who the mail shows.</summary>
    public IReadOnlyList<SenderDoubt> Doubts { get; init; } = [];

    /// <summary>Known, proven, and nothing that a forger would need.</summary>
    public bool Trusted => KnownContact && Authenticity == SenderAuthenticity.Verified && !Doubts.Any(SenderDoubts.IsGrave);
}

/// <summary>Where the case stood without a message that bounced, from the touches delivered before it.</summary>
public sealed record StandingBefore(int Level, DateOnly? LevelOn, DateOnly? LastContactOn);

/// <summary>Something that happened to a case.</summary>
public abstract record CaseEvent
{
    private CaseEvent() { }

    /// <summary>A message was accepted by the customer's mail server.</summary>
    public sealed record TouchSent(Touch Touch, DateOnly SentOn) : CaseEvent;

    /// <summary>A message came back.</summary>
    /// <param name="Hard">The address is dead; otherwise the fault is passing.</param>
    public sealed record TouchBounced(Touch Touch, bool Hard, long ContactId, StandingBefore Before) : CaseEvent;

    /// <summary>A mail of this account was read.</summary>
    /// <param name="ReceivedOn">The day it arrived, in the creditor's zone.</param>
    public sealed record MailRead(long MessageId, ReplyReading Reading, SenderFacts Sender, DateOnly ReceivedOn) : CaseEvent
    {
        /// <summary>The day it was in the sender's zone when the mail arrived: what "today" and "next week" in it count from.</summary>
        public DateOnly SaidOn { get; init; } = ReceivedOn;

        /// <summary>It carries the mark of our own messages: nobody wrote it, it came back.</summary>
        public bool CameBack { get; init; }

        /// <summary>Addresses the mail names that are no contact of the customer yet.</summary>
        public IReadOnlyList<string> NamedContacts { get; init; } = [];

        /// <summary>What exactly in this mail stands behind a reason, for the person's task alone; it may quote the mail.</summary>
        public IReadOnlyDictionary<PersonReason, string> InWords { get; init; } = new Dictionary<PersonReason, string>();
    }

    /// <summary>The contact's mail provider reported a message of ours as unwanted (RFC 5965).</summary>
    /// <param name="MessageId">The stored report.</param>
    public sealed record MessageReported(long MessageId) : CaseEvent;

    /// <summary>A day began: promises, traces, pauses and deadlines are looked at.</summary>
    /// <param name="Paid">All allocations of payments to the invoices of open promises and claims.</param>
    public sealed record DayPassed(IReadOnlyList<PaidAllocation> Paid) : CaseEvent;

    /// <summary>The ledger shows nothing overdue any more.</summary>
    /// <param name="Paid">As for <see cref="DayPassed"/>.</param>
    public sealed record ItemsCleared(IReadOnlyList<PaidAllocation> Paid) : CaseEvent;

    /// <summary>A payment was put to invoices and left something open on them.</summary>
    /// <param name="Missing">What is missing, positive.</param>
    public sealed record PaymentShort(long PaymentId, IReadOnlyList<long> InvoiceIds, decimal Received, decimal Missing) : CaseEvent;

    /// <summary>A person handed the case back to the agent.</summary>
    public sealed record PersonResumed(string By) : CaseEvent;

    /// <summary>A person closed the case.</summary>
    public sealed record PersonClosed(string By, string Reason) : CaseEvent;

    /// <summary>A person paused invoices, or the account when none are named.</summary>
    public sealed record PersonSuppressed(
        string By, SuppressionKind Kind, IReadOnlyList<long> InvoiceIds, DateOnly? Until, string Reason) : CaseEvent
    {
        /// <summary>How far a pause without invoices reaches.</summary>
        public HoldScope Reach { get; init; } = HoldScope.Account;
    }

    /// <summary>A person granted a payment plan.</summary>
    public sealed record PersonGrantedPlan(string By, PlanProposal Proposal, string Reason) : CaseEvent;

    /// <summary>A person recorded a dispute the customer raised outside the mailbox; it counts as confirmed.</summary>
    /// <param name="Parts">The disputed part per invoice; invoices without an entry are disputed whole.</param>
    public sealed record PersonDisputed(
        string By, IReadOnlyList<long> InvoiceIds, IReadOnlyList<HeldPart> Parts, DisputeReason Reason, string Note) : CaseEvent;

    /// <summary>A person lifted a pause.</summary>
    public sealed record PersonLifted(string By, long SuppressionId, string Reason) : CaseEvent;

    /// <summary>A person verified a contact that was noted from a mail.</summary>
    /// <param name="Preferred">Messages are to go to this contact from now on.</param>
    public sealed record PersonVerifiedContact(string By, long ContactId, bool Preferred, string Reason) : CaseEvent;

    /// <summary>A person discarded a contact that was noted from a mail.</summary>
    public sealed record PersonDiscardedContact(string By, long ContactId, string Reason) : CaseEvent;

    /// <summary>A person decided a dispute.</summary>
    public sealed record PersonResolvedDispute(string By, long DisputeId, DisputeResolution Resolution) : CaseEvent
    {
        /// <summary>What is credited, for a split; otherwise it follows from the resolution.</summary>
        public decimal? Credited { get; init; }
    }

    /// <summary>A person refused a planned message.</summary>
    public sealed record PersonRejectedTouch(string By, Touch Touch, string Reason) : CaseEvent;
}
