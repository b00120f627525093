using System.Globalization;
using System.Text;

namespace Dunning.Mail.Delivery;

/// <summary>Finds domains that are made to be taken for a known one: other letters that look alike, a letter swapped, left out or doubled, another ending, words joined on.</summary>
public static class LookAlikes
{
    private const int ShortestName = 4;
    private const int LongName = 9;

    private static readonly HashSet<string> Providers = new(
        "gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.fr hotmail.de live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.co.uk gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de icloud.com me.com mac.com aol.com proton.me protonmail.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it tiscali.it alice.it ziggo.nl kpnmail.nl xs4all.nl telefonica.net".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<char, char> Confusable = Pairs(
        "аa еe оo рp сc хx уy іi јj ѕs һh ԁd ԛq ԝw ӏl қk вb нh мm тt кk αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw ɑa ɡg ıi ȷj ʟl ɴn łl đd øo ŀl 0o 1l 3e 5s 6b 8b 9g |l !l $s");

    /// <summary>The known domain that this one imitates, or null: also when it is one of them, or a mailbox provider.</summary>
    /// <param name="domain">The domain of an author.</param>
    /// <param name="known">Domains of known contacts and our own.</param>
    public static string? Of(string domain, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(known);
        var shown = Unicode(domain.Trim('.').ToLowerInvariant());
        if (shown.Length is 0 or > 253 || Providers.Contains(shown))
            return null;
        string? imitated = null;
        foreach (var one in known)
        {
            var other = Unicode(one.Trim('.').ToLowerInvariant());
            if (other.Length == 0)
                continue;
            if (OrganisationalDomain.AreSame(shown, other))
                return null;
            imitated ??= Imitates(shown, other) ? one : null;
        }
        return imitated;
    }

    private static bool Imitates(string shown, string known)
    {
        if (shown.Contains(known + ".", StringComparison.Ordinal) || shown.Contains(known.Replace('.', '-') + ".", StringComparison.Ordinal))
            return true; // "pelican.example.evil.test", "pelican-example.evil.test"
        var (name, original) = (Name(shown), Name(known));
        if (original.Length < ShortestName)
            return name == original;
        if (Providers.Contains(known))
            return Skeleton(name) == Skeleton(original);
        var (one, other) = (Skeleton(name), Skeleton(original));
        return one == other || Plain(one) == Plain(other) || JoinsWords(one, other) || Distance(one, other) <= (other.Length >= LongName && one.StartsWith(other[0]) ? 2 : 1) && other.Length > ShortestName;
    }

    /// <summary>"pelican-billing", "pelicangroup", "my-pelican".</summary>
    private static bool JoinsWords(string name, string original) =>
        name.Split('-').Contains(original) || original.Length > ShortestName && (name.StartsWith(original, StringComparison.Ordinal) || name.EndsWith(original, StringComparison.Ordinal));

    private static string Name(string domain)
    {
        var registered = OrganisationalDomain.Of(domain) ?? domain;
        return registered[..(registered.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? dot : registered.Length)];
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);

    private static string Skeleton(string name)
    {
        var output = new StringBuilder(name.Length);
        foreach (var c in Decomposed(name))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                output.Append(Confusable.GetValueOrDefault(c, c));
        }
        return output.Replace("rn", "m").Replace("vv", "w").Replace('i', 'l').ToString();
    }

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return name; // Half a surrogate pair.
        }
    }

    private static string Unicode(string domain)
    {
        if (!domain.Contains("xn--", StringComparison.Ordinal))
            return domain;
        try
        {
            return new IdnMapping().GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain; // No valid punycode; it is compared as written.
        }
    }

    /// <summary>Letters changed, left out, added or swapped with their neighbour (Damerau's distance, neighbours once).</summary>
    private static int Distance(string one, string other)
    {
        const int Far = 99;
        if (Math.Abs(one.Length - other.Length) > 2 || one.Length > 63 || other.Length > 63)
            return Far;
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[one.Length, other.Length];
    }

    private static Dictionary<char, char> Pairs(string pairs) => pairs.Split(' ').ToDictionary(p => p[0], p => p[1]);
}
