namespace Dunning.Guardrails;

/// <summary>One rule of the catalogue: a pure function with what a person needs to know about it.</summary>
/// <param name="Id">Stable id, for example <c>G13</c>.</param>
/// <param name="Blocks">What it objects to, in a few words.</param>
/// <param name="Why">Why that must not go out.</param>
/// <param name="Severity">The worst severity it reports.</param>
/// <param name="Judge">The rule. It does no I/O, reads no clock and never waits.</param>
public sealed record Rule(string Id, string Blocks, string Why, Verdict Severity, Func<Draft, SendFacts, Finding?> Judge)
{
    /// <summary>True when the part of the facts this rule needs was not given; its other half still runs.</summary>
    public Func<SendFacts, bool> Missing { get; init; } = static _ => false;

    /// <summary>The words the rule works with; part of the catalogue version.</summary>
    public string Vocabulary { get; init; } = "";

    /// <summary>
    /// True for rules about style and doubt: a person who approves the content has answered them, and the finding
    /// stays as a note of severity <see cref="Verdict.Pass"/>.
    /// </summary>
    public bool PersonDecides { get; init; }
}
