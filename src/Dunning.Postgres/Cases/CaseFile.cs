using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Core.Promises;

namespace Dunning.Postgres.Cases;

/// <summary>
/// Everything known about one case on a day: the parties, the ledger as of that day, and what pauses it. Drafting,
/// the gate and the decisions about readings all work on the same file.
/// </summary>
/// <param name="AbsenceUsed">An out-of-office reply has delayed this case already.</param>
/// <param name="Payments">Payments of the account, newest first, with the invoices they were applied to.</param>
public sealed record CaseFile(
    Case Case, Entity Entity, Customer Customer, IReadOnlyList<BillingContact> Contacts, AccountLedger Ledger,
    IReadOnlyList<Suppression> Suppressions, IReadOnlyList<PromiseRow> Promises, IReadOnlyList<DisputeRow> Disputes,
    IReadOnlyList<ClaimRow> Claims, IReadOnlyList<PaymentRow> Payments, IReadOnlyList<PaidAllocation> Allocations,
    SourceAges Ages, bool AbsenceUsed)
{
    /// <summary>Chance of late payment, 0 to 1, as scored last; null when the case was not scored yet.</summary>
    public double? Risk { get; init; }

    /// <summary>Payment plans, ended ones included, oldest first.</summary>
    public IReadOnlyList<PlanRow> Plans { get; init; } = [];

    /// <summary>Answers that went out, or are about to, without a person since one last looked at this conversation.</summary>
    public int AutomaticAnswers { get; init; }

    /// <summary>Exchange rates that are good on the day.</summary>
    public FxRates FxRates { get; init; } = FxRates.None;

    /// <summary>The contact mails go to: verified, alive, not opted out; the one a person preferred last, else the first by id.</summary>
    public BillingContact? Recipient => Contacts.FirstOrDefault(contact => contact is { Verified: true, Dead: false, OptedOut: false });
}

/// <summary>When the ledger and the mailbox were last read; null when never.</summary>
public sealed record SourceAges(DateTimeOffset? Ledger, DateTimeOffset? Mailbox);

/// <summary>A promise as stored.</summary>
public sealed record PromiseRow(
    long Id, long CaseId, long? MessageId, IReadOnlyList<long> InvoiceIds, decimal Amount, string Currency, DateOnly PromisedFor,
    DateOnly ExpectedBy, string? Method, float Confidence, DateOnly MadeOn, decimal BaselineOpen, string Status, DateOnly? ResolvedOn);

/// <summary>A dispute as stored.</summary>
public sealed record DisputeRow(
    long Id, long CaseId, long? MessageId, IReadOnlyList<long> InvoiceIds, string Reason, decimal? Amount, DateOnly OpenedOn,
    DateOnly SlaOn, string Status, DateOnly? ResolvedOn)
{
    /// <summary>The disputed part per invoice; invoices without an entry are disputed whole.</summary>
    public IReadOnlyList<HeldPart> Parts { get; init; } = [];

    /// <summary>The day the customer was told that it was heard; null when nobody did yet.</summary>
    public DateOnly? AcknowledgedOn { get; init; }

    /// <summary>Who has to decide it.</summary>
    public string? Owner { get; init; }
}

/// <summary>A claim of payment as stored.</summary>
public sealed record ClaimRow(
    long Id, long CaseId, long? MessageId, IReadOnlyList<long> InvoiceIds, decimal? Amount, DateOnly? PaidOn, string? Reference,
    DateOnly MadeOn, DateOnly TraceUntil, string Status, DateOnly? ResolvedOn);

/// <summary>A payment with the numbers of the invoices it was applied to.</summary>
public sealed record PaymentRow(
    long Id, decimal Amount, decimal Unapplied, DateOnly ValueDate, string? Reference, IReadOnlyList<long> InvoiceIds, IReadOnlyList<string> InvoiceNumbers);
