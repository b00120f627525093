using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Text;

/// <summary>Where a text stands in the mail.</summary>
public enum PartKind { Subject, Body, Html }

/// <summary>One text of the mail, cleaned, with its ledger names masked and its sentences cut.</summary>
/// <param name="Masks">Stretches of <paramref name="Clean"/> that are names from the ledger.</param>
public sealed record Part(PartKind Kind, CleanText Clean, IReadOnlyList<(int Start, int Length)> Masks, IReadOnlyList<Sentence> Sentences)
{
    private const int LongestEvidence = 120;

    /// <summary>The texts of a mail a reader may see.</summary>
    public static IReadOnlyList<Part> Of(CandidateMail mail, FactSet facts)
    {
        var names = new LedgerNames(mail, facts);
        var parts = new List<Part> { Read(PartKind.Subject, mail.Subject, names), Read(PartKind.Body, mail.Text, names) };
        if (mail.Html is { } html) parts.Add(Read(PartKind.Html, HtmlText.Visible(html), names));
        return parts;
    }

    /// <summary>A finding about a stretch of this part; the span points into the body as written.</summary>
    public Finding Found(string rule, Verdict severity, int start, int length, string? why = null)
    {
        var words = Clean.Text.AsSpan(start, Math.Min(length, LongestEvidence)).ToString().ReplaceLineEndings(" ").Trim();
        var evidence = why is null ? words : $"{why}: {words}";
        TextSpan? span = null;
        if (Kind == PartKind.Body)
        {
            var from = Clean.OriginOf(start);
            span = new(from, Math.Max(1, Clean.OriginOf(start + length) - from));
        }

        return new(rule, severity, Kind == PartKind.Subject ? $"subject: {evidence}" : evidence, span);
    }

    /// <summary>Whether the character belongs to a ledger name.</summary>
    public bool IsMasked(int index)
    {
        foreach (var (start, length) in Masks)
        {
            if (index >= start && index < start + length) return true;
        }

        return false;
    }

    private static Part Read(PartKind kind, string text, LedgerNames names)
    {
        var clean = CleanText.From(text);
        var masks = names.In(clean.Text);
        return new(kind, clean, masks, Text.Sentences.Split(clean.Text, masks));
    }
}
