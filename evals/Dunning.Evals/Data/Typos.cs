using System.Text;

namespace Dunning.Evals.Data;

/// <summary>Slips of people who write on a phone: dropped, doubled and swapped letters, lost umlauts, no capitals.</summary>
internal static class Typos
{
    public static string Apply(string text, Random random)
    {
        var result = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            var (c, dice) = (char.ToLowerInvariant(text[i]), random.Next(260));
            if (!char.IsLetter(c) || dice > 4) result.Append(c);
            else if (dice == 1) result.Append(c).Append(c);
            else if (dice is 2 or 3 && i + 1 < text.Length && char.IsLetter(text[i + 1])) result.Append(char.ToLowerInvariant(text[++i])).Append(c);
            else if (dice == 4) result.Append(c);
        }
        return random.Next(3) > 0 ? result.ToString() : result.Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace('é', 'e').Replace('è', 'e').ToString();
    }
}
