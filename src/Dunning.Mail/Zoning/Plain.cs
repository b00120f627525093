using System.Globalization;
using System.Text;

namespace Dunning.Mail.Zoning;

/// <summary>Text as phrases are compared: lower case, without accents, with plain blanks and apostrophes.</summary>
internal static class Plain
{
    /// <summary>Folds a line; longer text than a line's is the caller's mistake, not an error.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var output = new StringBuilder(text.Length + 4);
        foreach (var c in Decompose(text))
        {
            switch (c)
            {
                case 'ß':
                    output.Append("ss");
                    break;
                case '\u00A0' or '\u202F' or '\u2007' or '\u2009':
                    output.Append(' ');
                    break;
                case '’' or '‘' or '´' or '`':
                    output.Append('\'');
                    break;
                case '–' or '—' or '‐' or '‑':
                    output.Append('-');
                    break;
                case '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD':
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                        output.Append(char.ToLowerInvariant(c));
                    break;
            }
        }
        return output.ToString();
    }

    /// <summary>Folds every phrase of a list, and doubles those with umlauts for senders who write "ue".</summary>
    public static string[] List(params string[] phrases) =>
        [.. phrases.SelectMany(p => p.AsSpan().ContainsAny('ä', 'ö', 'ü') ? [Fold(p), Fold(p.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal))] : new[] { Fold(p) }).Distinct()];

    /// <summary>Whether a folded text begins with one of the phrases.</summary>
    public static bool StartsWithAny(string text, string[] phrases) => Array.Exists(phrases, p => text.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Whether a folded text holds one of the phrases.</summary>
    public static bool ContainsAny(string text, string[] phrases) => Array.Exists(phrases, p => text.Contains(p, StringComparison.Ordinal));

    /// <summary>How many of the phrases a folded text holds.</summary>
    public static int Count(string text, string[] phrases) => phrases.Count(p => text.Contains(p, StringComparison.Ordinal));

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair; mails hold what they hold.
            return text;
        }
    }
}
