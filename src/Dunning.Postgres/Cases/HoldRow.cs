using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Conversation;

namespace Dunning.Postgres.Cases;

/// <summary>A hold as stored, seen from a customer it reaches.</summary>
// Filled by property: the driver announces array columns without their element type.
internal sealed record HoldRow
{
    /// <summary>The columns, of a suppression <c>s</c> seen from the customer <c>u</c>.</summary>
    public const string Columns =
        """
        s.id, s.kind, s.invoice_ids, s.instalment_ids, s.held_amounts, s.starts_on, s.expires_on, s.reason, s.reach, s.owner, s.evidence_message_id, s.evidence_start,
        s.evidence_length, s.unacknowledged, s.awaits_credit, s.baseline_open, s.customer_id as set_on
        """;

    public long Id { get; init; }
    public long CaseId { get; init; }
    public long CustomerId { get; init; }
    public required string Kind { get; init; }
    public long[] InvoiceIds { get; init; } = [];
    public long[] InstalmentIds { get; init; } = [];
    public decimal[] HeldAmounts { get; init; } = [];
    public DateOnly StartsOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public required string Reason { get; init; }
    public required string Reach { get; init; }
    public required string Owner { get; init; }
    public long? EvidenceMessageId { get; init; }
    public int? EvidenceStart { get; init; }
    public int? EvidenceLength { get; init; }
    public bool Unacknowledged { get; init; }
    public decimal? AwaitsCredit { get; init; }
    public decimal? BaselineOpen { get; init; }
    public long SetOn { get; init; }

    public Suppression ToSuppression() => new(Id, Wire.Parse<SuppressionKind>(Kind), InvoiceIds, StartsOn, ExpiresOn, Reason)
    {
        InstalmentIds = InstalmentIds, Parts = Parts(InvoiceIds, HeldAmounts), Reach = Wire.Parse<HoldScope>(Reach), Owner = Owner,
        MessageId = EvidenceMessageId, Span = EvidenceStart is { } start && EvidenceLength is { } length ? new TextSpan(start, length) : null,
        InheritedFrom = SetOn == CustomerId ? null : SetOn, Unacknowledged = Unacknowledged,
        Awaits = AwaitsCredit is { } credit && BaselineOpen is { } baseline ? new(credit, baseline) : null,
    };

    /// <summary>Held parts as two columns keep them: an amount of 0 holds the invoice whole.</summary>
    public static IReadOnlyList<HeldPart> Parts(long[] invoiceIds, decimal[] amounts) =>
        [.. amounts.Select((amount, index) => new HeldPart(invoiceIds[index], amount)).Where(part => part.Amount > 0)];

    /// <summary>The column of amounts for parts of these invoices; empty when all are held whole.</summary>
    public static decimal[] Amounts(IReadOnlyList<long> invoiceIds, IReadOnlyList<HeldPart> parts) =>
        parts.Count == 0 ? [] : [.. invoiceIds.Select(id => parts.Where(part => part.InvoiceId == id).Sum(part => part.Amount))];
}
