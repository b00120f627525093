using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;

namespace Dunning.Postgres.Cases;

/// <summary>The part of a case file that decisions depend on, in the core's terms.</summary>
public static class CaseViews
{
    /// <summary>The view of a file: open promises, disputes and claims only.</summary>
    public static CaseView Of(CaseFile file) => new(
        file.Case, file.Customer.Country, file.Ledger.Items,
        [.. file.Promises.Where(row => row.Status == "open").Select(Promise)],
        [.. file.Disputes.Where(row => row.Status == "open").Select(Dispute)],
        [.. file.Claims.Where(row => row.Status == "tracing").Select(Claim)],
        file.Suppressions, file.Promises.Count(row => row.Status is "broken" or "partly_kept" or "withdrawn"), file.AbsenceUsed)
    {
        FailedClaims = [.. file.Claims.Where(row => row.Status == "not_found").Select(Claim)], AutomaticAnswers = file.AutomaticAnswers,
        Plans = [.. file.Plans.Where(row => row.Status == "running").Select(row => row.Plan)], CreditorCountry = file.Entity.Country,
    };

    /// <summary>What payments brought for the invoices of open promises, claims and plans, and for those that wait for a credit.</summary>
    public static IReadOnlyList<PaidAllocation> Paid(CaseFile file)
    {
        var watched = file.Promises.Where(row => row.Status == "open").SelectMany(row => row.InvoiceIds)
            .Concat(file.Claims.Where(row => row.Status == "tracing").SelectMany(row => row.InvoiceIds))
            .Concat(file.Plans.Where(row => row.Status == "running").SelectMany(row => row.Plan.InvoiceIds))
            .Concat(file.Suppressions.Where(hold => hold.Awaits is not null).SelectMany(hold => hold.InvoiceIds)).ToHashSet();
        return [.. file.Allocations.Where(allocation => watched.Contains(allocation.InvoiceId))];
    }

    private static PromiseToPay Promise(PromiseRow row) => new(
        row.Id, row.InvoiceIds, row.Amount, row.Currency, row.PromisedFor, row.ExpectedBy, row.Method, row.Confidence, row.MadeOn,
        row.BaselineOpen, Wire.Parse<PromiseOutcome>(row.Status));

    private static Dispute Dispute(DisputeRow row) =>
        new(row.Id, row.InvoiceIds, Wire.Parse<DisputeReason>(row.Reason), row.Amount, row.OpenedOn, row.SlaOn)
        {
            MessageId = row.MessageId, Parts = row.Parts, Acknowledged = row.AcknowledgedOn is not null, Owner = row.Owner,
        };

    private static PaymentClaim Claim(ClaimRow row) =>
        new(row.Id, row.InvoiceIds, row.Amount, row.PaidOn, row.Reference, row.MadeOn, row.TraceUntil);
}
