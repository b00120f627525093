using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Flows;

namespace Dunning.Console.Text;

/// <summary>An objection of the guardrails as stored with a draft.</summary>
public sealed record DraftFinding(string Rule, string Severity, string Evidence, TextSpan? Span)
{
    /// <summary>Reads the stored findings.</summary>
    public static IReadOnlyList<DraftFinding> Read(string json) => Json.Read<List<DraftFinding>>(json);

    /// <summary>How grave it is; a note of the guardrails passes the message.</summary>
    public int Gravity => Severity switch { "block" => 2, "hold" => 1, _ => 0 };

    /// <summary>Class of its marks.</summary>
    public string Style => Severity switch { "block" => "block", "hold" => "hold", _ => "note" };

    /// <summary>In words for a list.</summary>
    public string InWords => $"{Rule} {RuleNames.Of(Rule)}: {Evidence}";
}

/// <summary>A reason of the planner as stored with a case.</summary>
/// <param name="Reason">Wire name of the hold reason, or <c>contact</c>.</param>
/// <param name="Lifts">The first day it no longer holds; null when an event ends it.</param>
public sealed record PlanReason(string Reason, DateOnly? Lifts, string Why)
{
    /// <summary>Reads stored reasons; plans without any give none.</summary>
    public static IReadOnlyList<PlanReason> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<PlanReason>>(json, Json.Options) ?? [];
}

/// <summary>A rule of its own that keeps one instalment out of the message, as the cycle stores it with the plan.</summary>
public sealed record ItemRule(long Instalment, string Reason, DateOnly? Lifts, string Why)
{
    /// <summary>Reads stored rules; plans without any give none.</summary>
    public static IReadOnlyList<ItemRule> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<ItemRule>>(json, Json.Options) ?? [];
}
