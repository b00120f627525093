using Dunning.Console.Text;

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
    public string? Stopped { get; init; }

    /// <summary>The planner's reasons.</summary>
    public IReadOnlyList<PlanReason> Reasons => PlanReason.Read(PlanReasons);

    /// <summary>Red, green or idle.</summary>
    public Standing StandingOn(DateOnly today) => Standing.Of(LastContactOn, PlanContact, AsOf, Reasons, today);
}

/// <summary>An instalment of an invoice.</summary>
public sealed record InvoiceRow(long InvoiceId, string Number, DateOnly? Issued, DateOnly Due, decimal Amount, decimal Residual, string Status);

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
    public required string ContentHash { get; init; }
    public required string Verdict { get; init; }
    public required string Findings { get; init; }
    public required string Author { get; init; }
    public string? BeforeBody { get; init; }
    public string? BeforeSubject { get; init; }
    public bool Requested { get; init; }
}

/// <summary>A promise, dispute, claim or pause, in one form for the page.</summary>
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
