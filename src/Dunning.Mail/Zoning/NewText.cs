namespace Dunning.Mail.Zoning;

/// <summary>Tells what a sender wrote newly from what the mail only carries along. Works on the plain text of a body; see <see cref="HtmlText"/> for HTML.</summary>
public static class NewText
{
    /// <summary>Characters of a text that are looked at.</summary>
    public const int MaxLength = 500_000;

    /// <summary>Splits a text into zones; linear in its length, never throws for its content.</summary>
    /// <param name="text">A plain text body; any line ends.</param>
    /// <param name="sender">The sender's name as From shows it; a last line that is nothing but this name is signature. Empty when not known.</param>
    public static Zones Extract(string text, string sender = "") => ExtractWith(text, sender, EndModel.Shipped);

    /// <summary>The same with given weights for the last lines.</summary>
    internal static Zones ExtractWith(string text, string sender, EndModel model)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sender);
        var cut = text.Length > MaxLength;
        var body = cut ? text[..MaxLength] : text;
        var lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var kinds = new ZoneKind[lines.Length];
        var forward = MarkQuotes(lines, kinds);
        MarkNamedAnswers(lines, kinds, sender);
        for (var i = 0; i < lines.Length; i++)
        {
            var end = i;
            while (end < lines.Length && kinds[end] == ZoneKind.New)
                end++;
            if (end > i)
                Signatures.Mark(lines, i, end, kinds, sender, model);
            i = Math.Max(i, end);
        }
        var zones = Collect(lines, kinds);
        return new Zones(zones, InlineAnswers.Of(zones), forward, cut);
    }

    private static bool MarkQuotes(string[] lines, ZoneKind[] kinds)
    {
        var forward = false;
        var labels = Array.ConvertAll(lines, HeaderBlocks.LabelOf);
        var lastMarked = Array.FindLastIndex(lines, l => QuoteMarks.IsQuoted(l));
        for (var i = 0; i < lines.Length; i++)
        {
            if (QuoteMarks.IsQuoted(lines[i]) || QuoteMarks.IsBrokenTail(lines, i))
            {
                kinds[i] = ZoneKind.Quoted;
                continue;
            }
            if (lines[i].Length == 0)
                continue;
            if (Separators.IsReplyMarker(lines[i]))
            {
                kinds[i] = ZoneKind.Attribution;
                // Above the marker stands the answer; a mail that begins with it is the ticket system's own.
                if (!HasNew(lines, kinds, i))
                    continue;
                Fill(kinds, i + 1, lines.Length, ZoneKind.Quoted);
                return forward;
            }
            var forwards = Separators.IsForward(lines[i]);
            var block = HeaderBlocks.Length(labels, i);
            if (forwards || block > 0 || Separators.IsOriginal(lines[i]))
            {
                // Everything below a separator belongs to the older mail.
                Fill(kinds, RuleAbove(lines, i), i + Math.Max(1, block), ZoneKind.Attribution);
                Fill(kinds, i + Math.Max(1, block), lines.Length, ZoneKind.Quoted);
                return forward || forwards;
            }
            var length = Attributions.Length(lines, i, out var strong);
            if (length > 0 && MarkAttribution(lines, kinds, i, length, strong && lastMarked < i))
                return forward;
            if (length > 0 && kinds[i] == ZoneKind.Attribution)
                i += length - 1;
        }
        return forward;
    }

    /// <summary>Marks an attribution that a quote follows; true when the quote bears no marks and runs to the end.</summary>
    private static bool MarkAttribution(string[] lines, ZoneKind[] kinds, int at, int length, bool unmarked)
    {
        var next = NextText(lines, at + length);
        var quoted = next < lines.Length && QuoteMarks.IsQuoted(lines[next]);
        // Some programs quote without marks; then the quote runs to the end.
        if (!quoted && !unmarked)
            return false;
        Fill(kinds, Attributions.IsNameAbove(lines, at) ? at - 1 : at, at + length, ZoneKind.Attribution);
        if (quoted)
            return false;
        Fill(kinds, at + length, lines.Length, ZoneKind.Quoted);
        return true;
    }

    /// <summary>Outlook can put the answering person's name in brackets before what they write into the older mail.</summary>
    private static void MarkNamedAnswers(string[] lines, ZoneKind[] kinds, string sender)
    {
        for (var i = 0; i < lines.Length && sender.Length > 0; i++)
        {
            if (kinds[i] == ZoneKind.Quoted && lines[i].AsSpan().TrimStart() is ['[', ..] && lines[i].IndexOf(']', StringComparison.Ordinal) is > 0 and < 60 and var close && SenderNames.Is(lines[i][..close].Trim(' ', '['), sender))
                kinds[i] = ZoneKind.New;
        }
    }

    private static bool HasNew(string[] lines, ZoneKind[] kinds, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (kinds[i] == ZoneKind.New && lines[i].AsSpan().Trim().Length > 0)
                return true;
        }
        return false;
    }

    private static int RuleAbove(string[] lines, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (QuoteMarks.IsRule(lines[i]))
                return i;
            if (lines[i].AsSpan().Trim().Length > 0)
                break;
        }
        return at;
    }

    private static int NextText(string[] lines, int at)
    {
        while (at < lines.Length && lines[at].AsSpan().Trim().IsEmpty)
            at++;
        return at;
    }

    private static void Fill(ZoneKind[] kinds, int start, int end, ZoneKind kind) =>
        Array.Fill(kinds, kind, start, Math.Min(end, kinds.Length) - start);

    private static List<Zone> Collect(string[] lines, ZoneKind[] kinds)
    {
        // Blank lines between lines of one kind belong to it, so that a quote with gaps stays one zone.
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().Trim().IsEmpty && kinds[i] == ZoneKind.New)
                kinds[i] = kinds[i - 1];
        }
        var zones = new List<Zone>();
        for (var i = 0; i < lines.Length;)
        {
            var end = i;
            while (end < lines.Length && kinds[end] == kinds[i])
                end++;
            zones.Add(new Zone(kinds[i], i, end - i, string.Join('\n', lines[i..end])));
            i = end;
        }
        return zones;
    }
}
