using System.Globalization;
using System.Text;

namespace Dunning.Guardrails.Text;

/// <summary>
/// A text as a reader perceives it: compatibility-normalised (NFKC), without invisible and direction characters,
/// every digit an ASCII digit, every space a plain one. Each character knows where it came from.
/// </summary>
public sealed class CleanText
{
    private readonly int[]? origin;

    private CleanText(string text, int[]? origin, int originalLength)
    {
        Text = text;
        this.origin = origin;
        OriginalLength = originalLength;
    }

    /// <summary>The cleaned text; line ends are LF.</summary>
    public string Text { get; }

    private int OriginalLength { get; }

    /// <summary>Index in the original text of a character of <see cref="Text"/>.</summary>
    public int OriginOf(int index) => origin is null ? index : index < origin.Length ? origin[index] : OriginalLength;

    /// <summary>Cleans a text.</summary>
    public static CleanText From(string original)
    {
        if (IsPlain(original)) return new(original, null, original.Length);

        var text = new StringBuilder(original.Length);
        var map = new List<int>(original.Length);
        for (var start = 0; start < original.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(original, start);
            if (length == 1 && IsStable(original[start]))
            {
                text.Append(original[start]);
                map.Add(start++);
                continue;
            }

            Append(original.AsSpan(start, length), start, text, map);
            start += length;
        }

        return new(text.ToString(), [.. map], original.Length);
    }

    private static void Append(ReadOnlySpan<char> element, int start, StringBuilder text, List<int> map)
    {
        if (element is "\r\n" or "\r" or "\u2028" or "\u2029") element = "\n";
        // Combining marks piled on one letter hide words; more than one per letter is not any of our languages.
        var normalised = Normalised(element);
        foreach (var rune in normalised.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            var digit = Rune.IsDigit(rune) && !rune.IsAscii ? (int)Rune.GetNumericValue(rune) : -1;
            var piece = digit >= 0 ? ((char)('0' + digit)).ToString() : Rune.IsWhiteSpace(rune) && rune.Value != '\n' ? " " : rune.ToString();
            foreach (var character in piece)
            {
                text.Append(character);
                map.Add(start);
            }
        }
    }

    private static string Normalised(ReadOnlySpan<char> element)
    {
        var kept = new StringBuilder();
        foreach (var rune in element.EnumerateRunes())
        {
            if (!IsInvisible(rune)) kept.Append(rune.ToString());
        }

        // A lone surrogate was replaced by U+FFFD in the enumeration, so normalising cannot throw.
        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsInvisible(Rune rune) =>
        rune.Value != '\n' && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && rune.Value != '\t' ||
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800 or
            (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF));

    // ASCII, and the Latin letters that NFKC leaves as they are.
    private static bool IsStable(char character) =>
        character is '\n' or (>= ' ' and <= '~') ||
        (character is >= '\u00c0' and < '\u017f' and not ('\u00d7' or '\u00f7' or '\u0132' or '\u0133' or '\u013f' or '\u0140' or '\u0149'));

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is not ('\n' or (>= ' ' and <= '~'))) return false;
        }

        return true;
    }
}
