namespace Dunning.Mail.Zoning;

/// <summary>Recognises signatures that no closing formula announces, by their shape: the last paragraphs hold no prose, and the first of them begins with a name.</summary>
internal static class BareSignatures
{
    private const int MostParagraphs = 8;
    private const int MostLines = 40;

    /// <summary>Marks the signature at the end of a block of new lines; the first paragraph is never one, for a mail says at least that.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender)
    {
        var found = -1;
        var last = LastText(lines, start, end, kinds);
        for (var count = 0; count < MostParagraphs && last > start && end - last < MostLines; count++)
        {
            var first = last;
            while (first > start && kinds[first - 1] == ZoneKind.New && !IsBlank(lines[first - 1]))
                first--;
            var above = LastText(lines, start, first, kinds);
            if (above == start || !HoldsNoProse(lines, first, last))
            {
                found = Math.Max(InParagraph(lines, first, last, kinds, sender, found), found);
                break;
            }
            if (Begins(lines, first, last, above, sender, count == 0))
                found = first;
            last = above;
        }
        for (var i = found; found >= 0 && i < end; i++)
        {
            if (kinds[i] == ZoneKind.New)
                kinds[i] = ZoneKind.Signature;
        }
    }

    /// <summary>Whether a paragraph without prose begins a signature: a name with a title or with contact details, a company notice, the sender's name.</summary>
    private static bool Begins(IReadOnlyList<string> lines, int first, int last, int above, string sender, bool lowest)
    {
        // What a colon or a word such as "address" announces is content.
        var before = lines[above - 1].TrimEnd();
        if (before.EndsWith(':'))
            return false;
        if (SenderNames.Begins(lines[first], sender) || IsDashName(lines, first, last, before) || IsSigned(lines[first]) || last - first == 1 && SenderNames.AreInitials(lines[first], sender))
            return true;
        if (Plain.ContainsAny(Plain.Fold(before), SignaturePhrases.Announcing))
            return false;
        return NameBlocks.IsBlock(lines, first, last) || NameBlocks.IsNotice(lines, first, last)
            || last - first == 1 && (NameBlocks.IsSignatureLine(lines[first]) || lowest && NameBlocks.IsFullName(lines[first]))
            || lowest && NameBlocks.AreNames(lines, first, last);
    }

    /// <summary>Where the signature begins that stands right under the last sentence, without an empty line; -1 when nowhere.</summary>
    private static int InParagraph(IReadOnlyList<string> lines, int first, int last, ZoneKind[] kinds, string sender, int below)
    {
        var at = last;
        while (at > first + 1 && !NameBlocks.IsSentence(lines[at - 1]) && last - at < 10)
            at--;
        for (var i = Math.Max(at, first + 1); i < last; i++)
        {
            if (lines[i - 1].TrimEnd() is [.., ':'] || kinds[i] != ZoneKind.New)
                continue;
            if (SenderNames.Begins(lines[i], sender) || i == last - 1 && below < 0 && NameBlocks.IsSignatureLine(lines[i]))
                return i;
        }
        return -1;
    }

    /// <summary>"-Tom" or "– T. Sample" as the last line.</summary>
    private static bool IsDashName(IReadOnlyList<string> lines, int first, int last, string before) =>
        last - first == 1 && lines[first].Trim() is ['-' or '–' or '—' or '~' or '/', ..] && lines[first].Length < 30 && before.TrimStart() is [not ('-' or '–' or '*' or '•'), ..]
        && NameBlocks.IsName(lines[first].TrimStart(' ', '-', '–', '—', '~', '/'));

    /// <summary>"gez. Müller", "Fdo.: Luis Nieto".</summary>
    private static bool IsSigned(string line) =>
        line.Length < 60 && Plain.StartsWithAny(Plain.Fold(line), SignaturePhrases.Signing) && line.IndexOfAny([' ', ':']) is > 0 and var at && NameBlocks.IsName(line[at..].Trim(' ', ':'));

    /// <summary>Whether a paragraph holds nothing but names, numbers and addresses.</summary>
    private static bool HoldsNoProse(IReadOnlyList<string> lines, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (NameBlocks.IsSentence(lines[i]) && !Signatures.IsLegal(lines[i]) && !IsOfCompanyAbove(lines, i) || i > first && lines[i].TrimEnd().EndsWith('.') && lines[i].Split(' ').Count(w => w is [>= 'a' and <= 'z', ..]) > 1 && !NameBlocks.IsFooter(lines[i]))
                return false;
        }
        return last - first <= 14;
    }

    /// <summary>A sentence about the firm that stands in the signature above it: "Example LLP is authorised by …".</summary>
    private static bool IsOfCompanyAbove(IReadOnlyList<string> lines, int at)
    {
        const int Reach = 8;
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (NameBlocks.IsCompany(lines[i]) && lines[i].Trim().Length < 60 && lines[at].AsSpan().TrimStart().StartsWith(lines[i].Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static int LastText(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds)
    {
        while (end > start && (kinds[end - 1] != ZoneKind.New || IsBlank(lines[end - 1])))
            end--;
        return end;
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim().IsEmpty;
}
