using System.Globalization;

namespace Dunning.Mail.Zoning;

/// <summary>The label a line of a header block begins with.</summary>
internal enum LineLabel { None, Blank, From, Other }

/// <summary>Recognises the lines that introduce a quote. Hand-written, linear in the line.</summary>
internal static class QuoteMarks
{
    private const int LongestAttribution = 400;

    /// <summary>Whether the line is quoted by its mark.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        return line.Length - text.Length <= 3 && text.StartsWith(">") && !text.StartsWith(">From ");
    }

    /// <summary>A line with its quote marks removed.</summary>
    public static string Unquote(string line) => line.TrimStart('>', ' ', '\t');

    /// <summary>"-----Original Message-----" and its translations.</summary>
    public static bool IsOriginalSeparator(string line) => Between(line) is { } text && Phrases.Originals.Contains(text);

    /// <summary>"---------- Forwarded message ---------", "Begin forwarded message:" and their translations.</summary>
    public static bool IsForwardSeparator(string line) =>
        Between(line) is { } text ? Phrases.Forwards.Contains(text) : line.Length < 60 && line.TrimEnd().EndsWith(':') && Phrases.Forwards.Contains(line.Trim().TrimEnd(':', ' ', '\u00A0').ToLowerInvariant());

    /// <summary>The lower-case text between two rows of hyphens or underscores, or null.</summary>
    private static string? Between(string line)
    {
        if (line.Length is < 8 or > 120)
            return null;
        var trimmed = line.Trim();
        if (!trimmed.StartsWith("--", StringComparison.Ordinal) && !trimmed.StartsWith("__", StringComparison.Ordinal))
            return null;
        var text = trimmed.Trim('-', '_', ' ', '*', ':').ToLowerInvariant();
        return text.Length > 0 ? text : null;
    }

    /// <summary>How many lines from this one on are an attribution; 0 when none.</summary>
    public static int AttributionLength(IReadOnlyList<string> lines, int at, out bool strong)
    {
        strong = false;
        var joined = "";
        for (var count = 1; count <= 4 && at + count <= lines.Count; count++)
        {
            var line = lines[at + count - 1].Trim();
            if (line.Length == 0 || line.Length + joined.Length > LongestAttribution)
                return 0;
            joined = count == 1 ? line : $"{joined} {line}";
            if (count == 1 && !MayBegin(joined))
                return 0;
            if (IsAttribution(joined, out strong))
                return count;
        }
        return 0;
    }

    /// <summary>Which label of a header block a line begins with; computed once per line.</summary>
    public static LineLabel LabelOf(string line)
    {
        var label = Label(line);
        if (label.Length == 0)
            return line.AsSpan().Trim().IsEmpty ? LineLabel.Blank : LineLabel.None;
        var isOther = Phrases.OtherLabels.Contains(label);
        return Phrases.FromLabels.Contains(label) ? LineLabel.From : isOther ? LineLabel.Other : LineLabel.None;
    }

    /// <summary>How many lines from this one on are a header block of a quoted mail ("From: … Sent: … To: … Subject: …"); 0 when none.</summary>
    public static int HeaderBlockLength(LineLabel[] labels, int at)
    {
        if (labels[at] != LineLabel.From)
            return 0;
        int found = 0, length = 1;
        for (var i = at + 1; i < labels.Length && i < at + 12; i++)
        {
            if (labels[i] == LineLabel.Other)
            {
                found++;
                length = i - at + 1;
            }
            else if (labels[i] == LineLabel.Blank && found > 1)
                break;
        }
        return found >= 2 ? length : 0;
    }

    /// <summary>A line of underscores or hyphens, as Outlook draws above a header block.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length >= 10 && (text.Trim('_').IsEmpty || text.Trim('-').IsEmpty);
    }

    private static bool MayBegin(string line)
    {
        var lower = line.ToLowerInvariant();
        return Array.Exists(Phrases.Attributions, p => lower.StartsWith(p.Start, StringComparison.Ordinal))
            || line.EndsWith(':') || line.Contains('@', StringComparison.Ordinal) || char.IsAsciiDigit(line[0]);
    }

    private static bool IsAttribution(string text, out bool strong)
    {
        strong = false;
        var trimmed = text.TrimEnd(' ', '\u00A0', '*', '\t');
        if (!trimmed.EndsWith(':') || !trimmed.Any(char.IsAsciiDigit) && !trimmed.Contains('@', StringComparison.Ordinal))
            return false;
        var lower = trimmed.ToLowerInvariant().Replace('\u00A0', ' ').Replace('\u202F', ' ');
        var hasAddress = lower.Contains('@', StringComparison.Ordinal);
        var hasTime = HasTime(lower);
        strong = (hasAddress || hasTime) && HasYear(lower);
        if (Array.Exists(Phrases.Attributions, p => lower.StartsWith(p.Start, StringComparison.Ordinal) && lower.Contains(p.Verb, StringComparison.Ordinal)))
            return hasAddress || hasTime || HasYear(lower);
        if (Array.Exists(Phrases.BareVerbs, v => lower.Contains(v, StringComparison.Ordinal)))
            return hasAddress || hasTime;
        // "2026-03-04 9:30 GMT+01:00 Name <name@example>:" as older Gmail writes it.
        return hasAddress && char.IsAsciiDigit(lower[0]) && lower.EndsWith(">:", StringComparison.Ordinal) && HasYear(lower);
    }

    private static bool HasTime(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' or 'h' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3])))
                return true;
        }
        return false;
    }

    private static bool HasYear(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (int.TryParse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100)
                return true;
        }
        // Two-digit years as in 04.03.26 or 3/4/26.
        return text.Count(c => c is '.' or '/') >= 2;
    }

    /// <summary>The lower-case label before the colon of a short "Label: value" line; bold marks of text versions are ignored.</summary>
    private static string Label(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 24)
            return "";
        return line[..colon].Trim('*', ' ', '\t', '\u00A0', '|', '>').ToLowerInvariant();
    }
}
