namespace Dunning.Mail.Zoning;

/// <summary>What a stretch of a mail text is.</summary>
public enum ZoneKind
{
    /// <summary>Written newly by the sender.</summary>
    New,
    /// <summary>Quoted or forwarded from an earlier mail.</summary>
    Quoted,
    /// <summary>The line or block that introduces a quote ("On … wrote:", an Outlook header block).</summary>
    Attribution,
    /// <summary>Closing formula, name block, "sent from my phone".</summary>
    Signature,
    /// <summary>Confidentiality notes and banners of mail gateways.</summary>
    Disclaimer,
}

/// <summary>A stretch of whole lines.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstLine">Index of its first line, from 0.</param>
/// <param name="LineCount">Number of lines, 1 and up.</param>
/// <param name="Text">The lines joined with LF, quote marks included.</param>
public sealed record Zone(ZoneKind Kind, int FirstLine, int LineCount, string Text);

/// <summary>New text that stands below a quote and answers it.</summary>
/// <param name="Question">The last quoted paragraph before the answer, without quote marks.</param>
/// <param name="Answer">The new text.</param>
public sealed record InlineAnswer(string Question, string Answer);

/// <summary>A mail text split into zones; every line belongs to exactly one zone.</summary>
/// <param name="All">The zones in order.</param>
/// <param name="InlineAnswers">New text that follows a quote, with what it follows.</param>
/// <param name="HasForward">Whether a forwarded mail is contained.</param>
/// <param name="Cut">Whether the text was longer than <see cref="Zoning.NewText.MaxLength"/> and its end was left out.</param>
public sealed record Zones(IReadOnlyList<Zone> All, IReadOnlyList<InlineAnswer> InlineAnswers, bool HasForward, bool Cut)
{
    /// <summary>Everything newly written, trimmed; empty when the mail only quotes.</summary>
    public string NewText => Join(ZoneKind.New);

    /// <summary>Everything quoted, with its quote marks.</summary>
    public string QuotedText => Join(ZoneKind.Quoted);

    /// <summary>Signatures and closing formulas.</summary>
    public string SignatureText => Join(ZoneKind.Signature);

    /// <summary>An empty line keeps apart what the mail keeps apart: two answers are not one sentence.</summary>
    private string Join(ZoneKind kind) => string.Join("\n\n", All.Where(z => z.Kind == kind).Select(z => z.Text.Trim('\n')).Where(t => t.Length > 0)).Trim();
}
