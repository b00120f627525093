namespace Dunning.Mail.Zoning;

/// <summary>Recognises confidentiality notes and the banners of mail gateways.</summary>
internal static class Disclaimers
{
    private const int LongestParagraph = 30;
    private const int StrongWords = 3;

    /// <summary>Marks the paragraphs that are notes.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds)
    {
        var mayStart = true;
        for (var i = start; i < end; i++)
        {
            var blank = lines[i].AsSpan().Trim().IsEmpty;
            if (blank || QuoteMarks.IsRule(lines[i]))
            {
                mayStart = true;
                continue;
            }
            var last = LastOf(lines, i, end);
            if (IsPrintNote(lines[i]))
            {
                kinds[i] = ZoneKind.Disclaimer;
                mayStart = true;
                continue;
            }
            if (mayStart && Is(lines, i, last))
            {
                var from = i > start && QuoteMarks.IsRule(lines[i - 1]) ? i - 1 : i;
                Array.Fill(kinds, ZoneKind.Disclaimer, from, last - from + 1);
                i = last;
                if (i + 1 < end && QuoteMarks.IsRule(lines[i + 1]))
                    kinds[++i] = ZoneKind.Disclaimer;
                continue;
            }
            // A note can stand right under the last line of a name block; only near the end, so that the cost stays linear.
            mayStart = end - i < 2 * LongestParagraph && lines[i].Length < 80 && !NameBlocks.IsSentence(lines[i]);
        }
    }

    /// <summary>A line that asks to save paper, whatever its words: it names the environment, printing and the mail.</summary>
    private static bool IsPrintNote(string line)
    {
        const int Most = 300;
        if (line.Length is < 25 or > Most)
            return false;
        var text = Plain.Fold(line);
        return Plain.ContainsAny(text, DisclaimerPhrases.Nature) && Plain.ContainsAny(text, DisclaimerPhrases.Printing) && Plain.ContainsAny(text, DisclaimerPhrases.Mails);
    }

    private static int LastOf(IReadOnlyList<string> lines, int first, int end)
    {
        var last = first;
        while (last + 1 < end && last < first + LongestParagraph && !lines[last + 1].AsSpan().Trim().IsEmpty && !QuoteMarks.IsRule(lines[last + 1]))
            last++;
        return last;
    }

    private static bool Is(IReadOnlyList<string> lines, int first, int last)
    {
        const int Most = 4000;
        var paragraph = Plain.Fold(string.Join(' ', Enumerable.Range(first, last - first + 1).Select(n => lines[n])));
        if (paragraph.Length > Most)
            paragraph = paragraph[..Most];
        var text = paragraph.TrimStart(' ', '\t', '*', '_', '|', '!', '⚠', '\uFE0F');
        if (text.StartsWith("p ", StringComparison.Ordinal))
            text = text[2..]; // The tree of the symbol font before "Please consider the environment".
        var begins = Plain.StartsWithAny(text, DisclaimerPhrases.Beginnings);
        if (begins && (Plain.StartsWithAny(text, DisclaimerPhrases.Everyday) ? IsNoteOfManyWords(text) : Plain.ContainsAny(text, DisclaimerPhrases.Words)))
            return true;
        return text.Length > 120 && Plain.Count(text, DisclaimerPhrases.Strong) >= StrongWords;
    }

    /// <summary>After an everyday beginning the words decide; an account number or amount is nothing a note holds.</summary>
    private static bool IsNoteOfManyWords(string text)
    {
        const int MostDigits = 9;
        return text.Count(char.IsAsciiDigit) <= MostDigits && !EndFeatures.IsMoney(text)
            && (DisclaimerPhrases.Words.Union(DisclaimerPhrases.Strong).Union(DisclaimerPhrases.Banner).Count(w => text.Contains(w, StringComparison.Ordinal)) >= StrongWords || Plain.ContainsAny(text, DisclaimerPhrases.Privacy));
    }
}
