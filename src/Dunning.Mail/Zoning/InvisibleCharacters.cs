using System.Text;

namespace Dunning.Mail.Zoning;

/// <summary>Unicode tag characters (U+E0000–U+E007F) spell ASCII that no font shows but that programs read; they are taken out of the visible text.</summary>
internal static class InvisibleCharacters
{
    public static (string Seen, string Unseen) Split(string text)
    {
        // All of them begin with this high surrogate.
        if (!text.Contains('\uDB40', StringComparison.Ordinal))
            return (text, "");
        var seen = new StringBuilder(text.Length);
        var unseen = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\uDB40' || i + 1 == text.Length || text[i + 1] is < '\uDC00' or > '\uDC7F')
            {
                seen.Append(text[i]);
                continue;
            }
            var hidden = text[++i] - '\uDC00';
            if (hidden is >= 0x20 and < 0x7F)
                unseen.Append((char)hidden);
        }
        return (seen.ToString(), unseen.ToString());
    }
}
