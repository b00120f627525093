using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>
/// A clause chosen for a message with the slot values it was given, by slot name. Values are canonical and know no
/// language: <c>1234.56 EUR</c>, <c>2026-03-05</c>, lists one item per line.
/// </summary>
/// <param name="ClauseId">Id of the variant, <c>clause/variant</c>.</param>
/// <param name="Version">Version of the clause when it was chosen.</param>
public sealed record ClauseUse(string ClauseId, int Version, IReadOnlyDictionary<string, string> Slots)
{
    /// <summary>Two uses are equal when clause, version and all slot values are.</summary>
    public bool Equals(ClauseUse? other) =>
        other is not null && ClauseId == other.ClauseId && Version == other.Version && Slots.Count == other.Slots.Count
        && Slots.All(slot => other.Slots.TryGetValue(slot.Key, out var value) && value == slot.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClauseId, Version, Slots.Count);
}

/// <summary>The plan of a clause mail: which clauses, in order. Rendering it is a pure function.</summary>
/// <param name="SubjectClause">Id of the use among <paramref name="Clauses"/> that is the subject line; it comes first.</param>
public sealed record DraftPlan(
    string Language, Purpose Purpose, Stage? Stage, string SubjectClause, IReadOnlyList<ClauseUse> Clauses)
{
    /// <summary>Two plans are equal when they render the same mail from the same clauses.</summary>
    public bool Equals(DraftPlan? other) =>
        other is not null && Language == other.Language && Purpose == other.Purpose && Stage == other.Stage
        && SubjectClause == other.SubjectClause && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Language, Purpose, Stage, SubjectClause, Clauses.Count);
}

/// <summary>A rendered message.</summary>
/// <param name="Subject">Subject line without thread token.</param>
/// <param name="Text">Plain-text body, LF line ends.</param>
public sealed record RenderedMail(string Subject, string Text);

/// <summary>A composed message: how it came about, and its words.</summary>
public sealed record ComposedMail(DraftPlan Plan, RenderedMail Mail);
