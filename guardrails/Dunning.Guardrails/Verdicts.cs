using Dunning.Core.Conversation;

namespace Dunning.Guardrails;

/// <summary>Severity of a finding and outcome of the gate.</summary>
public enum Verdict
{
    /// <summary>Nothing objects.</summary>
    Pass = 0,

    /// <summary>Not now, or not without a person.</summary>
    Hold = 1,

    /// <summary>Never in this form.</summary>
    Block = 2,
}

/// <summary>The moments at which the gate decides. Only the last one mints a message.</summary>
public enum GatePoint { AfterDrafting, OnApproval, OnSending }

/// <summary>An objection of one rule.</summary>
/// <param name="Rule">Rule id, for example <c>G13</c>.</param>
/// <param name="Evidence">The words objected to, or the state that objects, for a person.</param>
/// <param name="Span">Where in the text; null for state rules.</param>
public sealed record Finding(string Rule, Verdict Severity, string Evidence, TextSpan? Span);

/// <summary>The gate's answer: the worst severity, every finding, and rules that lacked their input.</summary>
/// <param name="CatalogVersion">Version hash of the rule catalogue that decided.</param>
public sealed record GateVerdict(
    Verdict Verdict, IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotEvaluated, string CatalogVersion);

/// <summary>The gate's answer at sending: either a message that may be sent, or the refusal.</summary>
public abstract record Clearance
{
    private Clearance() { }

    /// <summary>Cleared: the only way to come by a <see cref="ClearedMessage"/>.</summary>
    public sealed record Cleared(ClearedMessage Message, GateVerdict Verdict) : Clearance;

    /// <summary>Refused, with the findings.</summary>
    public sealed record Refused(GateVerdict Verdict) : Clearance;
}
