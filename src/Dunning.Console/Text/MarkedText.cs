using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;

namespace Dunning.Console.Text;

/// <summary>A stretch of a draft with what is to be said about it.</summary>
/// <param name="Css">Empty for plain text; <c>objected</c> with the severity for findings, <c>fact</c> and <c>unsourced</c> for figures.</param>
/// <param name="Start">First character of the stretch in the text.</param>
public sealed record Mark(string Text, string Css, string Title, int Start = 0);

/// <summary>A draft's text cut into marked stretches.</summary>
public static class MarkedText
{
    /// <summary>What a figure without a source is called.</summary>
    public const string NoSource = "no source";

    /// <summary>
    /// Marks findings where their spans point, and values where they stand. A finding wins over the source of a value,
    /// and the graver finding over the other; the title tells all of them. Spans that point outside are ignored.
    /// </summary>
    public static IReadOnlyList<Mark> Of(string text, IReadOnlyList<DraftFinding> findings, IReadOnlyList<SourcedSpan> sources)
    {
        var objections = findings.Where(finding => InText(finding.Span, text)).ToList();
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var span in sources) cuts.UnionWith([span.Start, span.End]);
        foreach (var span in objections.Select(finding => finding.Span!.Value)) cuts.UnionWith([span.Start, EndOf(span, text)]);
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => Of(text, from, to, objections, sources))];
    }

    /// <summary>Whether a span points to words of the text.</summary>
    public static bool InText(TextSpan? span, string text) => span is { Start: >= 0, Length: > 0 } at && at.Start < text.Length;

    /// <summary>The sources of a span in words.</summary>
    public static string InWords(SourcedSpan span) =>
        span.Sources.Count == 0 ? NoSource : string.Join("; or ", span.Sources.Select(source => source.Label));

    private static Mark Of(string text, int from, int to, List<DraftFinding> objections, IReadOnlyList<SourcedSpan> sources)
    {
        var source = sources.FirstOrDefault(span => span.Start < to && span.End > from);
        var here = objections.FindAll(finding => finding.Span!.Value.Start < to && EndOf(finding.Span.Value, text) > from);
        var titles = here.Select(finding => finding.InWords);
        if (source is not null) titles = titles.Append(InWords(source));
        var css = here.Count > 0 ? $"objected {here.MaxBy(finding => finding.Gravity)!.Style}" : source is null ? "" : source.Sources.Count == 0 ? "unsourced" : "fact";
        return new(text[from..to], css, string.Join("\n", titles), from);
    }

    private static int EndOf(TextSpan span, string text) => span.Start + Math.Min(span.Length, text.Length - span.Start);
}
