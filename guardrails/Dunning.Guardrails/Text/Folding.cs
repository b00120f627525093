using System.Globalization;
using System.Text;

namespace Dunning.Guardrails.Text;

/// <summary>Folds a word so that case, accents, ligatures and look-alike letters of other scripts make no difference.</summary>
public static class Folding
{
    private const string LookAlikes =
        "аaеeоoрpсcхxуyіiјjѕsԁdһhкkмmтtвbнhгrпnԛqԝwɡgαaεeοoρpτtυuιiκkνvχxβbμmηnγyωwσoɑaıiℓlƒfɩiʏyᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢz";

    private static readonly Dictionary<char, char> Twins = Pairs();

    /// <summary>The folded word. Letters without a Latin likeness stay as they are.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (IsFolded(word)) return word.ToString();
        var folded = new StringBuilder(word.Length + 4);
        foreach (var character in word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            _ = character switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' => folded.Append('d'),
                _ => folded.Append(Twins.GetValueOrDefault(character, character)),
            };
        }

        return folded.ToString();
    }

    private static bool IsFolded(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= '0' and <= '9'))) return false;
        }

        return true;
    }

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i + 1 < LookAlikes.Length; i += 2) pairs[LookAlikes[i]] = LookAlikes[i + 1];
        return pairs;
    }
}
