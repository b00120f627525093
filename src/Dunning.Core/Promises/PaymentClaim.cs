namespace Dunning.Core.Promises;

/// <summary>"Already paid": a claim that is traced in the ledger before the customer is asked again.</summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="Amount">Null when the customer named none.</param>
/// <param name="PaidOn">The day the customer says it was paid.</param>
/// <param name="TraceUntil">Last day the money is looked for.</param>
public sealed record PaymentClaim(
    long Id, IReadOnlyList<long> InvoiceIds, decimal? Amount, DateOnly? PaidOn, string? Reference, DateOnly MadeOn, DateOnly TraceUntil);
