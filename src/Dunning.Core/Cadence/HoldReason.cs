namespace Dunning.Core.Cadence;

/// <summary>Why an account is not contacted now; the most binding first.</summary>
public enum HoldReason
{
    NothingOverdue, ExcludedCustomer, LegalHold, Insolvency, OptedOut, WithPerson, StaleLedger, NoContactAddress,
    InDispute, PaymentPlan, UnderPromise, PaymentTrace, OnHold, OutOfOffice,
    NetCreditBalance, CreditMatchesOpenItem, NoMinimumForCurrency, BelowMinimum,
    FinalStageReached, PendingMessage, MinimumInterval, StepNotDue,

    /// <summary>A single invoice is not dunned in its present status; never the reason of a whole account.</summary>
    InvoiceStatus,

    /// <summary>A message is ready and waits for the contact window; given by the sender, never by the planner.</summary>
    WaitingForWindow,
}

/// <summary>One reason with the first day on which it no longer holds.</summary>
/// <param name="Lifts">Null when no date but an event ends it.</param>
/// <param name="Why">The rule in words for a person.</param>
public sealed record HoldNote(HoldReason Reason, DateOnly? Lifts, string Why);

/// <summary>Names of the reasons in data and output.</summary>
public static class HoldReasons
{
    /// <summary>The stable snake_case name.</summary>
    public static string Wire(HoldReason reason) => reason switch
    {
        HoldReason.NothingOverdue => "nothing_overdue",
        HoldReason.ExcludedCustomer => "excluded_customer",
        HoldReason.LegalHold => "legal_hold",
        HoldReason.Insolvency => "insolvency",
        HoldReason.OptedOut => "opted_out",
        HoldReason.WithPerson => "with_person",
        HoldReason.StaleLedger => "stale_ledger",
        HoldReason.NoContactAddress => "no_contact_address",
        HoldReason.InDispute => "in_dispute",
        HoldReason.PaymentPlan => "payment_plan",
        HoldReason.UnderPromise => "under_promise",
        HoldReason.PaymentTrace => "payment_trace",
        HoldReason.OnHold => "on_hold",
        HoldReason.OutOfOffice => "out_of_office",
        HoldReason.NetCreditBalance => "net_credit_balance",
        HoldReason.CreditMatchesOpenItem => "credit_matches_open_item",
        HoldReason.NoMinimumForCurrency => "no_minimum_for_currency",
        HoldReason.BelowMinimum => "below_minimum",
        HoldReason.FinalStageReached => "final_stage_reached",
        HoldReason.PendingMessage => "pending_message",
        HoldReason.MinimumInterval => "minimum_interval",
        HoldReason.StepNotDue => "step_not_due",
        HoldReason.InvoiceStatus => "invoice_status",
        HoldReason.WaitingForWindow => "waiting_for_window",
    };
}
