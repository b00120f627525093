using System.Globalization;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>What a mapping says about the layout; null keeps what is stored.</summary>
/// <param name="Accent">A colour, or <c>none</c>.</param>
/// <param name="Footer">Lines parted by LF; empty for none.</param>
public sealed record BrandSettings(string? Accent, string? Footer, bool? TextOnly)
{
    /// <summary>Changes nothing.</summary>
    public static BrandSettings Keep { get; } = new(null, null, null);
}

/// <summary>How a creditor's mails look.</summary>
/// <param name="Accent">Colour of the bar with the creditor's name; null for a plain heading.</param>
/// <param name="Footer">Lines at the end of every mail, of both parts: seat, register, directors.</param>
/// <param name="TextOnly">Mails go out without an HTML part.</param>
public sealed record Brand(Colour? Accent, IReadOnlyList<string> Footer, bool TextOnly)
{
    /// <summary>Most lines a footer has.</summary>
    public const int MostLines = 8;

    /// <summary>Longest line of a footer, in UTF-16 code units.</summary>
    public const int LongestLine = 120;

    /// <summary>No colour, no footer, both parts.</summary>
    public static Brand Plain { get; } = new(null, [], false);

    /// <summary>Reads the settings as they are stored; what is not valid was refused when it was set and is left out.</summary>
    public static Brand Of(string? accent, string? footer, bool textOnly) =>
        new(AccentProblem(accent) is null ? Colour.Read(accent) : null, FooterProblem(footer) is null ? Lines(footer) : [], textOnly);

    /// <summary>What is wrong with an accent colour; null when it can be used.</summary>
    public static string? AccentProblem(string? accent)
    {
        if (accent is null or "none") return null;
        if (Colour.Read(accent) is not { } colour) return $"'{accent}' is no colour; write it as #rrggbb.";
        var contrast = colour.ContrastWith(Colour.White);
        return contrast >= Colour.LeastContrast
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"'{accent}' has a contrast of {contrast:0.0} with the white name on it; at least {Colour.LeastContrast} is needed (WCAG 2.2, 1.4.3). Take a darker colour.");
    }

    /// <summary>What is wrong with a footer, lines parted by LF; null when it can be used.</summary>
    public static string? FooterProblem(string? footer)
    {
        var lines = Lines(footer);
        if (lines.Count > MostLines) return $"the footer has {lines.Count} lines; {MostLines} are the most.";
        foreach (var line in lines)
        {
            if (line.Length > LongestLine) return $"the line '{line[..30]}…' has {line.Length} characters; {LongestLine} are the most.";
            if (line.Any(char.IsControl)) return $"the line '{line}' holds a control character.";
            // The gate lets no link out but the payment page, so every mail would be blocked.
            if (line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase) || line.Contains('@', StringComparison.Ordinal))
                return $"the line '{line}' holds a link or mail address; mails link the payment page and the reply address only.";
        }

        return null;
    }

    private static IReadOnlyList<string> Lines(string? footer) =>
        footer is null ? [] : [.. footer.ReplaceLineEndings("\n").Split('\n').Select(SlotText.Clean).Where(line => line.Length > 0)];
}
