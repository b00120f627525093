using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Plans;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>What a person is asked to do.</summary>
public enum PersonTaskKind
{
    AnswerMail, CheckSender, Insolvency, LegalRepresentation, BankDetails, Complaint, Injection, OptOut,
    DecideDispute, FindContact, WrongContact, DecideAfterFinal, PlanDefault, BookCredit,
}

/// <summary>Something to be done in consequence; the flow does it in the transaction that stores the case.</summary>
public abstract record CaseCommand
{
    private CaseCommand() { }

    /// <summary>Store a promise. Its pause is a command of its own.</summary>
    /// <param name="MessageId">The mail it was made in.</param>
    public sealed record RecordPromise(PromiseToPay Promise, long MessageId, TextSpan? Span) : CaseCommand;

    /// <summary>Store how a promise ended.</summary>
    public sealed record ResolvePromise(long PromiseId, PromiseOutcome Outcome) : CaseCommand;

    /// <summary>Store a dispute.</summary>
    /// <param name="MessageId">The mail it was raised in; null when a person recorded it.</param>
    public sealed record OpenDispute(Dispute Dispute, long? MessageId) : CaseCommand;

    /// <summary>Store that a dispute was confirmed to the customer; what it does not name may be chased again.</summary>
    public sealed record AcknowledgeDispute(long DisputeId) : CaseCommand;

    /// <summary>Store how a dispute ended.</summary>
    /// <param name="Credited">The credited part; 0 when the invoices stand.</param>
    public sealed record ResolveDispute(long DisputeId, DisputeResolution Resolution, decimal Credited) : CaseCommand;

    /// <summary>Store a payment plan. Its pause is a command of its own.</summary>
    public sealed record RecordPlan(PaymentPlan Plan) : CaseCommand;

    /// <summary>Store that an instalment of a plan was paid.</summary>
    public sealed record SettleInstalment(long PlanId, int Sequence, DateOnly On) : CaseCommand;

    /// <summary>Store how a plan ended.</summary>
    public sealed record EndPlan(long PlanId, PlanStatus Status) : CaseCommand;

    /// <summary>Store a payment claim.</summary>
    public sealed record StartTrace(PaymentClaim Claim, long MessageId) : CaseCommand;

    /// <summary>Store whether a claimed payment was found.</summary>
    public sealed record ResolveTrace(long ClaimId, bool Matched) : CaseCommand;

    /// <summary>Store a pause with its owner and evidence.</summary>
    public sealed record Suppress(Suppression Suppression) : CaseCommand
    {
        /// <summary>Who set it: <c>agent</c> or a person's name.</summary>
        public string Owner => Suppression.Owner;
    }

    /// <summary>End a pause.</summary>
    public sealed record LiftSuppression(long SuppressionId, string By, string Reason) : CaseCommand;

    /// <summary>Plan a message; if the touch exists already, nothing is added.</summary>
    public sealed record PlanTouch(Touch Touch) : CaseCommand;

    /// <summary>Cancel reminders and lapsed-promise messages that have not gone out. Answers to mails stay.</summary>
    public sealed record CancelPending(string Reason) : CaseCommand;

    /// <summary>Put a task before a person.</summary>
    /// <param name="DedupeKey">The same task is never made twice.</param>
    /// <param name="Blocks">The case waits for the answer.</param>
    public sealed record AskPerson(
        PersonTaskKind Kind, IReadOnlyList<PersonReason> Reasons, string Title, string Detail, string DedupeKey,
        long? MessageId, bool Blocks) : CaseCommand;

    /// <summary>Never write to this contact again.</summary>
    public sealed record MarkContactDead(long ContactId) : CaseCommand;

    /// <summary>Note an address a mail names as a contact that is not verified; nothing is sent to it.</summary>
    public sealed record NoteContact(string Address, long MessageId) : CaseCommand;

    /// <summary>Store that a person verified a noted contact: it may be written to.</summary>
    /// <param name="Preferred">Messages go to this contact from now on.</param>
    public sealed record VerifyContact(long ContactId, string By, bool Preferred) : CaseCommand;

    /// <summary>Store that a noted contact is none; it is neither shown nor noted again.</summary>
    public sealed record DiscardContact(long ContactId, string By) : CaseCommand;

    /// <summary>Close the case.</summary>
    public sealed record CloseCase(string Reason) : CaseCommand;

    /// <summary>Nothing to do but the journal.</summary>
    public sealed record NoteOnly(string Note) : CaseCommand;
}

/// <summary>The outcome of a decision.</summary>
/// <param name="Next">The case afterwards; what is new in it has id 0 until stored.</param>
/// <param name="Why">In words, for the journal.</param>
public sealed record Decision(CaseView Next, IReadOnlyList<CaseCommand> Commands, string Why);
