using Dunning.Console.Text;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Dunning.Flows.Policies;

namespace Dunning.Console.Pages.Cases;

/// <summary>The head of a case.</summary>
public sealed record CaseHead
{
    public long Id { get; init; }
    public required string Status { get; init; }
    public int Level { get; init; }
    public DateOnly? LevelOn { get; init; }
    public DateOnly OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? LastContactOn { get; init; }
    public string? Owner { get; init; }
    public float? Risk { get; init; }
    public float? ExpectedDaysLate { get; init; }
    public string[]? RiskReasons { get; init; }
    public required string Currency { get; init; }
    public required string Entity { get; init; }
    public required string TimeZone { get; init; }
    public long CustomerId { get; init; }
    public required string Customer { get; init; }
    public required string CustomerNumber { get; init; }
    public required string Language { get; init; }
    public required string Country { get; init; }
    public required string Segment { get; init; }
    public required string Exclusion { get; init; }
    public string? Contacts { get; init; }
    public DateOnly? AsOf { get; init; }
    public bool? PlanContact { get; init; }
    public string? PlanPurpose { get; init; }
    public int? PlanStage { get; init; }
    public DateOnly? PlannedFor { get; init; }
    public decimal? TotalOverdue { get; init; }
    public decimal? UnappliedCredits { get; init; }
    public int? OldestDays { get; init; }
    public string? PlanReasons { get; init; }
    public string? ItemRules { get; init; }
    public string? Stopped { get; init; }
    public string? PolicySegment { get; init; }
    public DateOnly? PolicySince { get; init; }
    public string? Policies { get; init; }

    /// <summary>Whom the segment of the account is for; null when the policies in force do not know it.</summary>
    public string? PolicyFor => PolicySegment is null || Policies is null ? null : PolicyInForce.Parse(Policies).WhoIsIn(PolicySegment);

    /// <summary>The planner's reasons.</summary>
    public IReadOnlyList<PlanReason> Reasons => PlanReason.Read(PlanReasons);

    /// <summary>Red, green or idle.</summary>
    public Standing StandingOn(DateOnly today) => Standing.Of(LastContactOn, PlanContact, AsOf, Reasons, today);
}

/// <summary>An instalment of an invoice.</summary>
public sealed record InvoiceRow(long InvoiceId, long InstalmentId, string Number, DateOnly? Issued, DateOnly Due, decimal Amount, decimal Residual, string Status)
{
    /// <summary>Overdue as the planner counts it: what is being debited or was written off is not.</summary>
    public bool IsOverdue(DateOnly today) => Status == Wire.Name(InvoiceStatus.Open) && Residual > 0 && Due < today;
}

/// <summary>The newest draft of a message that waits, with the version before it.</summary>
public sealed record DraftView
{
    public long Id { get; init; }
    public required string TouchId { get; init; }
    public int Version { get; init; }
    public required string Origin { get; init; }
    public required string Purpose { get; init; }
    public int? Stage { get; init; }
    public required string State { get; init; }
    public string? StateReason { get; init; }
    public required string FromName { get; init; }
    public required string FromAddress { get; init; }
    public required string ToAddress { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required string Attachments { get; init; }
    public required string Facts { get; init; }
    public required string Context { get; init; }
    public string? Plan { get; init; }
    public required string ContentHash { get; init; }
    public required string Verdict { get; init; }
    public required string Findings { get; init; }
    public required string Author { get; init; }
    public string? BeforeBody { get; init; }
    public string? BeforeSubject { get; init; }
    public bool Requested { get; init; }
}

/// <summary>A promise, dispute, claim or plan, in one form for the page.</summary>
public sealed record AgreementRow
{
    public required string Kind { get; init; }
    public long Id { get; init; }
    public required string Status { get; init; }
    public required string Words { get; init; }
    public DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
    public long[] InvoiceIds { get; init; } = [];
}

/// <summary>A hold that reaches the account, past ones included.</summary>
public sealed record HoldView
{
    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string Scope { get; init; }
    public required string Reach { get; init; }
    public long[] InvoiceIds { get; init; } = [];
    public long[] InstalmentIds { get; init; } = [];
    public decimal[] HeldAmounts { get; init; } = [];
    public DateOnly StartsOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public required string Reason { get; init; }
    public required string Owner { get; init; }
    public long? EvidenceMessageId { get; init; }
    public decimal? AwaitsCredit { get; init; }
    public DateTime? LiftedAt { get; init; }
    public string? LiftedBy { get; init; }
    public string? LiftReason { get; init; }
    public string? SetOnName { get; init; }
    public bool Unacknowledged { get; init; }

    /// <summary>The hold in the core's terms, which know what ends it.</summary>
    public Suppression Hold => new(Id, Wire.Parse<SuppressionKind>(Kind), InvoiceIds, StartsOn, ExpiresOn, Reason)
    {
        InstalmentIds = InstalmentIds, Reach = Wire.Parse<HoldScope>(Reach), Owner = Owner, MessageId = EvidenceMessageId,
        InheritedFrom = SetOnName is null ? null : 0, Awaits = AwaitsCredit is { } credit ? new(credit, 0) : null,
    };

    /// <summary>Holds, lifted or expired.</summary>
    public string StandingOn(DateOnly day) => LiftedAt is not null ? "lifted" : Hold.HoldsOn(day) ? "holds" : StartsOn > day ? "not yet" : "expired";
}

/// <summary>When the customer is best written to, in words.</summary>
public sealed record ContactTimeRow
{
    public required string Explanation { get; init; }
    public required string Basis { get; init; }
    public DateOnly LearnedOn { get; init; }
    public string? Suggestion { get; init; }
}

/// <summary>An open task.</summary>
public sealed record TaskRow(long Id, string Kind, string Title, string Detail, DateTime CreatedAt, string? AssignedTo);

/// <summary>What somebody asked for and how far it is.</summary>
public sealed record RequestRow
{
    public required string Kind { get; init; }
    public required string Actor { get; init; }
    public string? Reason { get; init; }
    public DateTime At { get; init; }
    public required string State { get; init; }
    public string? Answer { get; init; }
    public string? OutboxState { get; init; }
    public DateTime? NotBefore { get; init; }
    public DateTime? SentAt { get; init; }
    public string? Response { get; init; }

    /// <summary>Whether the page should look again soon.</summary>
    public bool PendingAt(DateTimeOffset now) =>
        State == "requested" || OutboxState == "sending" || (OutboxState == "pending" && NotBefore <= now.UtcDateTime.AddMinutes(1));
}
