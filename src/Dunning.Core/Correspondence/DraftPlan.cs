using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>A clause chosen for a message with the slot values it was given, by slot name.</summary>
public sealed record ClauseUse(string ClauseId, int Version, IReadOnlyDictionary<string, string> Slots);

/// <summary>The plan of a clause mail: which clauses, in order. Rendering it is a pure function.</summary>
public sealed record DraftPlan(
    string Language, Purpose Purpose, Stage? Stage, string SubjectClause, IReadOnlyList<ClauseUse> Clauses);

/// <summary>A rendered message.</summary>
/// <param name="Subject">Subject line without thread token.</param>
/// <param name="Text">Plain-text body, LF line ends.</param>
public sealed record RenderedMail(string Subject, string Text);
