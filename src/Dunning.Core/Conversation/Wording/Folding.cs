using System.Globalization;
using System.Text;

namespace Dunning.Core.Conversation.Wording;

/// <summary>Lower-cases and removes accents without changing any position, so that spans fit the original text.</summary>
public static class Folding
{
    /// <summary>One character out for every character in: "Nächsten" becomes "nachsten", "ß" becomes "s", curly quotes straight ones; a lone "è" stays.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = source[i] is 'è' or 'È' && StandsAlone(source, i) ? 'è' : Fold(source[i]);
    });

    // Italian "è" (is) is another word than "e" (and).
    private static bool StandsAlone(string text, int at) => (at == 0 || !char.IsLetter(text[at - 1])) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));

    private static char Fold(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        'ß' => 's',
        'ø' or 'Ø' => 'o',
        '\u2019' or '\u2018' or '\u00b4' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' => '"',
        '\u2013' or '\u2014' or '\u2011' or '\u2012' => '-',
        '\u00a0' or '\u202f' or '\u2009' => ' ',
        >= '\u00c0' and <= '\u024f' => Base(c),
        // Digits of other scripts count as ours; patterns match them and numbers are parsed from them.
        _ => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : char.ToLowerInvariant(c),
    };

    private static char Base(char c) => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]) is var b
        && CharUnicodeInfo.GetUnicodeCategory(b) != UnicodeCategory.NonSpacingMark ? b : c;
}
