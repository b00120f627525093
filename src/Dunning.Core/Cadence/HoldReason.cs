namespace Dunning.Core.Cadence;

/// <summary>Why an account is not contacted now; the most binding first.</summary>
public enum HoldReason
{
    NothingOverdue, ExcludedCustomer, LegalHold, Insolvency, OptedOut, WithPerson, StaleLedger, StaleMailbox, NoContactAddress,
    InDispute, PaymentPlan, UnderPromise, PaymentTrace, OnHold, OutOfOffice,
    NetCreditBalance, CreditMatchesOpenItem, NoMinimumForCurrency, BelowMinimum,
    FinalStageReached, PendingMessage, MinimumInterval, ContactCap, FirstCycleRamp, StepNotDue,

    /// <summary>A single invoice is not dunned in its present status; never the reason of a whole account.</summary>
    InvoiceStatus,

    /// <summary>A single item may not be listed in a message yet; never the reason of a whole account.</summary>
    NotYetDue,

    /// <summary>A message is ready and waits for the contact window; given by the sender, never by the planner.</summary>
    WaitingForWindow,
}

/// <summary>One reason with the first day on which it no longer holds.</summary>
/// <param name="Lifts">Null when no date but an event ends it.</param>
/// <param name="Why">The rule in words for a person.</param>
public sealed record HoldNote(HoldReason Reason, DateOnly? Lifts, string Why);
