using System.Globalization;
using System.Text;

namespace Dunning.Learning.Text;

/// <summary>
/// Brings a text into the form the n-grams are taken from: NFKC (UAX #15), lower case, invisible format characters dropped,
/// accents optionally removed, digits optionally masked, every run of other characters one space, one space at each end.
/// </summary>
internal static class TextNormaliser
{
    /// <summary>Normalises into the scratch buffer and returns the length used.</summary>
    public static int Normalise(string text, TextFeatureOptions options, ref char[] buffer)
    {
        var head = text.Length > options.MaximumCharacters ? text[..options.MaximumCharacters] : text;
        if (!Ascii.IsValid(head)) head = Compose(head, options.StripAccents);
        // Composition can lengthen a text (one Arabic ligature becomes 18 letters), so the limit holds again here.
        var length = Math.Min(head.Length, options.MaximumCharacters);
        if (buffer.Length < length + 2) buffer = new char[length + 2];
        var used = 0;
        buffer[used++] = ' ';
        for (var i = 0; i < length; i++)
        {
            var c = head[i];
            if (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            if (char.IsLetter(c) || (c > 127 && IsMark(c))) buffer[used++] = char.ToLowerInvariant(c);
            else if (char.IsDigit(c)) buffer[used++] = options.MaskDigits ? '0' : c;
            else if (c is '?' or '!' or '%' or '€' or '$' or '£' or '@') buffer[used++] = c;
            else if (buffer[used - 1] != ' ') buffer[used++] = ' ';
        }
        if (buffer[used - 1] != ' ') buffer[used++] = ' ';
        return used;
    }

    private static string Compose(string text, bool stripAccents)
    {
        var valid = WithoutLoneSurrogates(text);
        if (!stripAccents) return valid.Normalize(NormalizationForm.FormKC);
        var builder = new StringBuilder(text.Length + 8);
        foreach (var c in valid.Normalize(NormalizationForm.FormKD))
            if (!IsMark(c)) Fold(builder, c);
        return builder.ToString();
    }

    // Letters whose stroke or ligature is part of the letter and so survives decomposition.
    private static void Fold(StringBuilder builder, char c) => _ = c switch
    {
        'ß' => builder.Append("ss"),
        'æ' or 'Æ' => builder.Append("ae"),
        'œ' or 'Œ' => builder.Append("oe"),
        'ø' or 'Ø' => builder.Append('o'),
        'ł' or 'Ł' => builder.Append('l'),
        'đ' or 'Đ' => builder.Append('d'),
        'ı' => builder.Append('i'),
        _ => builder.Append(c),
    };

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // string.Normalize throws on unpaired surrogates, and mail from outside may hold them.
    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) builder.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
        return builder.ToString();
    }
}
