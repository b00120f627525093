namespace Dunning.Mail.Zoning;

/// <summary>Recognises signatures, closing formulas and disclaimers at the end of new text. When in doubt a line counts as new: noise costs less than a lost promise.</summary>
internal static class Signatures
{
    private const int LongestSignature = 25;

    /// <summary>Marks what of a block of new lines is signature or disclaimer; the sender's name is empty where it is not known.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender, EndModel model)
    {
        MarkByRules(lines, start, end, kinds, sender);
        EndBlocks.Mark(lines, start, end, kinds, sender, model);
    }

    private static void MarkByRules(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender)
    {
        Disclaimers.Mark(lines, start, end, kinds);
        var tail = TailStart(lines, start, end, kinds);
        for (var i = start; i < end; i++)
        {
            if (kinds[i] != ZoneKind.New || lines[i].Length == 0)
                continue;
            if (IsDelimiter(lines[i]) || i >= tail && i > start && QuoteMarks.IsRule(lines[i]) && i + 1 < end && NameBlocks.IsName(lines[i + 1]))
            {
                MarkNameBlock(lines, i, end, kinds, strict: false);
                BareSignatures.Mark(lines, start, i, kinds, sender);
                return;
            }
            if (end - i <= 12 && Devices.Is(lines[i]) && OnlyBlanksOrRest(lines, i, end, kinds))
                kinds[i] = ZoneKind.Signature;
            else if (i >= tail && (Closings.Is(lines[i]) && !OpensMail(lines, i, start, end) || IsFirst(lines, i) && i > start && Closings.IsWaiting(lines[i]) || ClosesAboveName(lines, i, start, end, kinds, sender)))
            {
                MarkNameBlock(lines, i, end, kinds, strict: true);
                return;
            }
            else if (i >= tail && Closings.Ends(lines[i]) && NameFollows(lines, i, end, sender))
            {
                // The formula stands at the end of a sentence: the line is new, the name below it is not.
                MarkNameBlock(lines, i + 1, end, kinds, strict: true);
                return;
            }
        }
        BareSignatures.Mark(lines, start, end, kinds, sender);
    }

    /// <summary>A line of a company notice or a note on working hours, which stands below a signature.</summary>
    public static bool IsLegal(string line) => line.Length is > 40 and < 1000 && Plain.Count(Plain.Fold(line), SignaturePhrases.Legal) >= 2;

    private static bool IsDelimiter(string line) => line is "-- " or "--" or "—" or "–" or "--\u00A0";

    /// <summary>A device line ends a mail; below it stand only blanks, a name block or notes.</summary>
    private static bool OnlyBlanksOrRest(IReadOnlyList<string> lines, int at, int end, ZoneKind[] kinds)
    {
        for (var i = at + 1; i < end; i++)
        {
            if (kinds[i] == ZoneKind.New && NameBlocks.IsSentence(lines[i]) && !Devices.Is(lines[i]))
                return false;
        }
        return true;
    }

    /// <summary>Thanks and wishes close a mail above a name; so do any few words with a comma that begin the last paragraph, when only a name block follows.</summary>
    private static bool ClosesAboveName(IReadOnlyList<string> lines, int at, int start, int end, ZoneKind[] kinds, string sender)
    {
        if (Closings.IsThanks(lines[at]) || Closings.IsWish(lines[at]))
            return NameFollows(lines, at, end, sender);
        if (at == start || end - at > LongestSignature || !IsFirst(lines, at) || !Closings.MayClose(lines[at]) || !NameFollows(lines, at, end, sender))
            return false;
        // The sender's own name below leaves no doubt; any other name must be followed by nothing but a name block.
        for (var i = at + 1; i < end && !SenderFollows(lines, at, end, sender); i++)
        {
            if (kinds[i] == ZoneKind.New && NameBlocks.IsSentence(lines[i]) && !IsLegal(lines[i]))
                return false;
        }
        return true;
    }

    /// <summary>"Cordial saludo," can also open a mail: it is the first line and sentences follow.</summary>
    private static bool OpensMail(IReadOnlyList<string> lines, int at, int start, int end)
    {
        for (var i = start; i < at; i++)
        {
            if (!lines[i].AsSpan().Trim().IsEmpty)
                return false;
        }
        return Enumerable.Range(at + 1, Math.Min(end - at - 1, LongestSignature)).Any(i => NameBlocks.IsSentence(lines[i]) && !IsLegal(lines[i]) && !Devices.Is(lines[i]));
    }

    private static bool SenderFollows(IReadOnlyList<string> lines, int at, int end, string sender)
    {
        var next = at + 1;
        while (next < end && next < at + 3 && lines[next].AsSpan().Trim().IsEmpty)
            next++;
        return next < end && SenderNames.Begins(lines[next], sender);
    }

    private static bool IsFirst(IReadOnlyList<string> lines, int at) => at == 0 || lines[at - 1].AsSpan().Trim().IsEmpty;

    private static bool NameFollows(IReadOnlyList<string> lines, int at, int end, string sender)
    {
        var next = at + 1;
        while (next < end && next < at + 3 && lines[next].AsSpan().Trim().IsEmpty)
            next++;
        return next < end && (NameBlocks.IsName(lines[next]) && !Closings.Is(lines[next]) || SenderNames.Begins(lines[next], sender));
    }

    /// <summary>Where the last lines begin among which a closing formula can stand; further up it is part of the text.</summary>
    private static int TailStart(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds)
    {
        var at = end;
        for (var count = 0; at > start && count < LongestSignature * 2; at--)
            count += lines[at - 1].AsSpan().Trim().IsEmpty || kinds[at - 1] != ZoneKind.New ? 0 : 1;
        return at;
    }

    private static void MarkNameBlock(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, bool strict)
    {
        if (start < end)
            kinds[start] = ZoneKind.Signature;
        var writing = false;
        for (int i = start + 1, used = 0; i < end; i++)
        {
            if (kinds[i] != ZoneKind.New)
                continue;
            var blank = lines[i].AsSpan().Trim().IsEmpty;
            if (blank)
                writing = false;
            else if (IsPostscript(lines[i]) || strict && NameBlocks.IsSentence(lines[i]) && !Devices.Is(lines[i]) && !IsLegal(lines[i]))
                writing = true;
            if (writing || ++used > LongestSignature * (strict ? 1 : 4))
                continue;
            kinds[i] = ZoneKind.Signature;
        }
    }

    private static bool IsPostscript(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("PS", StringComparison.Ordinal) && (text.Length == 2 || text[2] is ':' or '.' or ' ' or ',')
            || text.StartsWith("P.S", StringComparison.OrdinalIgnoreCase) || text.StartsWith("P. S.", StringComparison.Ordinal) || text.StartsWith("NB:", StringComparison.Ordinal) || text.StartsWith("N.B.", StringComparison.Ordinal) || text.StartsWith("PD:", StringComparison.Ordinal) || text.StartsWith("P.D.", StringComparison.Ordinal);
    }
}
