using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>Where a clause was written down.</summary>
public sealed record ClauseOrigin(string File, int Line, int Column)
{
    /// <summary>A clause that came from no file.</summary>
    public static ClauseOrigin Nowhere { get; } = new("(memory)", 0, 0);
}

/// <summary>What is wrong with a clause.</summary>
public sealed record ClauseProblem(ClauseOrigin Origin, string Field, string Reason)
{
    /// <summary>One line: file, line, column, field and reason.</summary>
    public override string ToString() => $"{Origin.File}({Origin.Line},{Origin.Column}): {Field}: {Reason}";
}

/// <summary>One wording of a clause.</summary>
/// <param name="Id"><c>clause/variant</c>; this id stands in plans and in the memory of recent sentences.</param>
public sealed record ClauseVariant(string Id, Template Template);

/// <summary>A reviewed statement with typed slots, and when it may be used.</summary>
/// <param name="Stages">Dunning stages it fits; empty for answers, which have none.</param>
/// <param name="Requires">All must hold; among the clauses of an act that fit, the one that says most wins.</param>
/// <param name="Slots">Declared slots, names of <see cref="SlotCatalog"/>.</param>
/// <param name="Companions">Ids of clauses that come along, each of a later act.</param>
/// <param name="Version">Raised when the meaning changes.</param>
public sealed record Clause(
    string Id, string Language, SpeechAct Act, IReadOnlyList<Purpose> Purposes, IReadOnlyList<Stage> Stages,
    IReadOnlyList<Tone> Tones, IReadOnlyList<Condition> Requires, IReadOnlyList<string> Slots,
    IReadOnlyList<string> Companions, int Version, IReadOnlyList<ClauseVariant> Variants, ClauseOrigin Origin)
{
    /// <summary>Whether purpose and stage admit the clause.</summary>
    public bool Fits(Purpose purpose, Stage? stage) =>
        Purposes.Contains(purpose) && (stage is not { } at || Stages.Count == 0 || Stages.Contains(at));
}
