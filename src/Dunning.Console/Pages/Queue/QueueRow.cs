using Dunning.Console.Text;

namespace Dunning.Console.Pages.Queue;

/// <summary>A draft or a task that waits for a person.</summary>
public sealed record QueueRow
{
    /// <summary>The touch of a draft; null for tasks that belong to none.</summary>
    public string? TouchId { get; init; }

    /// <summary>The task; null for drafts.</summary>
    public long? TaskId { get; init; }

    /// <summary>The case; null for mails that belong to none.</summary>
    public long? CaseId { get; init; }

    /// <summary><c>draft</c>, or the kind of task.</summary>
    public required string Kind { get; init; }

    /// <summary>0 safety, 1 somebody must decide, 2 a clean draft.</summary>
    public int Rank { get; init; }

    /// <summary>Customer, entity and money.</summary>
    public string? Customer { get; init; }

    public string? Entity { get; init; }

    public string? Segment { get; init; }

    public string? Currency { get; init; }

    public decimal? TotalOverdue { get; init; }

    public int? OldestDays { get; init; }

    public string? Purpose { get; init; }

    public int? Stage { get; init; }

    public string? Verdict { get; init; }

    /// <summary>Who worded a draft: clauses, a person or a model.</summary>
    public string? Origin { get; init; }

    public string? Findings { get; init; }

    /// <summary>Headline of a task.</summary>
    public string? Title { get; init; }

    /// <summary>Why it is here.</summary>
    public string? Detail { get; init; }

    public DateTime At { get; init; }

    public string? AssignedTo { get; init; }

    public DateOnly? SnoozedUntil { get; init; }

    public DateOnly? LastContactOn { get; init; }

    public bool? PlanContact { get; init; }

    /// <summary>The day of the plan.</summary>
    public DateOnly? AsOf { get; init; }

    public string? PlanReasons { get; init; }

    public string? RefusedAnswer { get; init; }

    /// <summary>Rows that match, this one included.</summary>
    public long Total { get; init; }

    /// <summary>What it is, in words.</summary>
    public string What => Kind == "draft" ? Show.Message(Purpose!, Stage) : Title!;

    /// <summary>Why it is here, in words.</summary>
    public string Why
    {
        get
        {
            if (RefusedAnswer is { } answer) return $"The agent could not carry out the approval: {answer}";
            if (Kind != "draft") return Detail!;
            var findings = DraftFinding.Read(Findings!).Where(finding => finding.Severity != "pass").ToList();
            return findings.Count == 0 ? Show.Title(Detail ?? "") + (Verdict == "pass" ? "; the guardrails pass it" : "") : $"The guardrails object: {string.Join("; ", findings.Select(finding => finding.InWords).Distinct())}";
        }
    }

    /// <summary>Red, green or idle on a day.</summary>
    public Standing StandingOn(DateOnly today) => Standing.Of(LastContactOn, PlanContact, AsOf, PlanReason.Read(PlanReasons), today);

    /// <summary>Where to work on it.</summary>
    public string Link => CaseId is { } id ? $"/cases/{id}{(Kind == "draft" ? "#draft" : $"#task-{TaskId}")}" : $"/mails/{TaskId}";
}
