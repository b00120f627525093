using Dunning.Core.Correspondence;
using Dunning.Flows;

namespace Dunning.Console.Text;

/// <summary>A value of a draft as it is written, and where it comes from.</summary>
/// <param name="Place">Where it stands first, for a link.</param>
/// <param name="Sources">Empty when nothing accounts for it.</param>
public sealed record SourceRow(string Written, string Place, IReadOnlyList<FactSource> Sources);

/// <summary>An objection with the place in the text it is about; null when it is about none.</summary>
public sealed record FindingRow(DraftFinding Finding, string? Place);

/// <summary>A draft as the page shows it: every value with its source, every objection with its place.</summary>
public sealed record SourcedDraft(IReadOnlyList<Mark> Subject, IReadOnlyList<Mark> Body, IReadOnlyList<SourceRow> Sources, IReadOnlyList<FindingRow> Findings)
{
    /// <summary>Reads a stored draft.</summary>
    /// <param name="plan">The stored plan; null when a person or a model worded the draft.</param>
    public static SourcedDraft Of(string subject, string body, FactSet facts, string? plan, IReadOnlyList<DraftFinding> findings)
    {
        var clauses = plan is null ? null : Json.Read<DraftPlan>(plan);
        var (above, below) = (Provenance.Of(subject, facts, clauses), Provenance.Of(body, facts, clauses));
        var rows = above.Select(span => Row(span, subject, "subject")).Concat(below.Select(span => Row(span, body, "body")));
        return new(
            MarkedText.Of(subject, [], above), MarkedText.Of(body, findings, below),
            [.. rows.DistinctBy(row => (row.Written, string.Join('\n', row.Sources.Select(source => source.Label))))],
            [.. findings.Select(finding => new FindingRow(finding, MarkedText.InText(finding.Span, body) ? $"body-{finding.Span!.Value.Start}" : null))]);
    }

    private static SourceRow Row(SourcedSpan span, string text, string part) => new(text.Substring(span.Start, span.Length), $"{part}-{span.Start}", span.Sources);
}
