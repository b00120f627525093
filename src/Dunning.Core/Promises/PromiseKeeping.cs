using Dunning.Core.Cadence;
using Dunning.Core.Conversation;

namespace Dunning.Core.Promises;

/// <summary>Whether a promise was kept, by the money that came.</summary>
public static class PromiseKeeping
{
    /// <summary>
    /// Judges a promise. Kept as soon as payments valued from the day it was made to its last day cover the amount
    /// less tolerance; otherwise open until the last day has passed, then kept in part or broken. Promised invoices
    /// that were cleared by credit notes alone leave nothing to keep.
    /// </summary>
    /// <param name="openNow">What is open on the promised invoices now.</param>
    public static PromiseOutcome Judge(
        PromiseToPay promise, decimal openNow, IReadOnlyList<PaidAllocation> paid, PromiseTerms terms,
        BusinessCalendar calendar, DateOnly today)
    {
        var lastDay = terms.LastDay(promise.ExpectedBy, calendar);
        var received = 0m;
        foreach (var entry in paid)
            if (promise.InvoiceIds.Contains(entry.InvoiceId) && entry.ValueDate >= promise.MadeOn && entry.ValueDate <= lastDay)
                received += entry.Amount;

        // A payment booked on the very day the promise was made was not open any more when it was made.
        received = Math.Min(received, Math.Max(0, promise.BaselineOpen - openNow));
        var tolerance = terms.Tolerance(promise.Amount, promise.Currency);
        if (received >= promise.Amount - tolerance) return PromiseOutcome.Kept;
        if (openNow <= 0 && today <= lastDay) return received > 0 ? PromiseOutcome.Kept : PromiseOutcome.Withdrawn;
        if (today <= lastDay) return PromiseOutcome.Open;
        return received > tolerance ? PromiseOutcome.PartlyKept
            : openNow <= 0 && !paid.Any(entry => promise.InvoiceIds.Contains(entry.InvoiceId) && entry.ValueDate > lastDay) ? PromiseOutcome.Withdrawn
            : PromiseOutcome.Broken;
    }
}
