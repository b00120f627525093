using Dunning.Core.Cadence;
using Dunning.Core.Conversation;

namespace Dunning.Core.Disputes;

/// <summary>How a dispute ended; a person decides.</summary>
public enum DisputeResolution { CreditNote, Upheld, Split, Withdrawn }

/// <summary>An open dispute. The disputed amount stays in receivables and is shown apart.</summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="Amount">Disputed amount; null means the invoices in full.</param>
/// <param name="SlaOn">The day by which it should be decided.</param>
public sealed record Dispute(
    long Id, IReadOnlyList<long> InvoiceIds, DisputeReason Reason, decimal? Amount, DateOnly OpenedOn, DateOnly SlaOn)
{
    /// <summary>The mail it was raised in; null when a person recorded it.</summary>
    public long? MessageId { get; init; }

    /// <summary>The disputed part per invoice; invoices without an entry are disputed whole.</summary>
    public IReadOnlyList<HeldPart> Parts { get; init; } = [];

    /// <summary>The customer was told that the dispute was heard, or a person has dealt with it.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>Who has to decide it; null when nobody was named.</summary>
    public string? Owner { get; init; }
}
