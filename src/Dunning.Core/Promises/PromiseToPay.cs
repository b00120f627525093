using Dunning.Core.Conversation;

namespace Dunning.Core.Promises;

/// <summary>A promise to pay that was accepted. It never changes a due date; it pauses the promised invoices.</summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="Amount">What was promised, in <paramref name="Currency"/>.</param>
/// <param name="PromisedFor">The day the customer named.</param>
/// <param name="ExpectedBy">That day plus the buffer of the payment method, on a business day.</param>
/// <param name="BaselineOpen">What was open on the promised invoices when the promise was made.</param>
public sealed record PromiseToPay(
    long Id, IReadOnlyList<long> InvoiceIds, decimal Amount, string Currency, DateOnly PromisedFor, DateOnly ExpectedBy,
    string? Method, double Confidence, DateOnly MadeOn, decimal BaselineOpen, PromiseOutcome Outcome)
{
    /// <summary>True when the promise covers any of these invoices.</summary>
    public bool Shares(IReadOnlyList<long> invoiceIds) => InvoiceIds.Any(invoiceIds.Contains);
}

/// <summary>Money in the books that reduced an invoice.</summary>
/// <param name="ValueDate">The day the money counts from.</param>
public sealed record PaidAllocation(long InvoiceId, decimal Amount, DateOnly ValueDate);
