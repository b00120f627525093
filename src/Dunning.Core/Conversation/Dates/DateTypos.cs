using System.Collections.Concurrent;
using System.Text;

namespace Dunning.Core.Conversation.Dates;

/// <summary>
/// Puts right a month or weekday that is one letter off ("Wendesday", "Febuary"). A word is corrected only when it is
/// near one name alone, starts like it, and is no word of its own ("match", "kaart").
/// </summary>
internal static class DateTypos
{
    private const int Shortest = 5;
    private const int Longest = 11;

    private static readonly ConcurrentDictionary<string, string[]> Names = new(StringComparer.Ordinal);

    // Words of the six languages that stand one letter away from a month or a weekday.
    private static readonly HashSet<string> OwnWords = new(StringComparer.Ordinal)
    {
        "match", "marsh", "marches", "marched", "sundry", "sundae", "sundays", "mondays", "fridays", "tuesdays", "thursdays", "saturdays", "wednesdays", "augusta", "montage", "montags",
        "dienstags", "freitags", "samstags", "sonntags", "kaart", "maakt", "maarte", "maanden", "maarten", "marco", "mario", "marcos", "aprire", "aprile", "abrir", "entero", "marte", "martens", "mardis",
        "lundis", "jeudis", "samedis", "sabados", "salato", "lunas", "augusto", "augustus", "agosta", "junior", "julien", "julian", "juliet", "marzio", "maggior", "freitod", "avrils", "aprils", "vendredis", "partes",
        "maanda", "mercoledi", "jueces", "saturdy",
    };

    /// <summary>The text with names put right, and for each of its positions the place in the original; null when nothing was.</summary>
    public static (string Text, int[] Origin)? Correct(string folded, string language)
    {
        var names = Names.GetOrAdd(language, Lexicon);
        if (names.Length == 0) return null;
        StringBuilder? text = null;
        List<int> origin = [];
        var copied = 0;
        foreach (var (start, length) in Words(folded))
        {
            if (length is < Shortest or > Longest || Near(folded.AsSpan(start, length), names) is not { } name) continue;
            text ??= new StringBuilder(folded.Length + 8);
            for (var i = copied; i < start; i++) origin.Add(i);
            text.Append(folded, copied, start - copied).Append(name);
            for (var i = 0; i < name.Length; i++) origin.Add(start + Math.Min(i, length - 1));
            copied = start + length;
        }
        if (text is null) return null;
        text.Append(folded, copied, folded.Length - copied);
        for (var i = copied; i <= folded.Length; i++) origin.Add(i);
        return (text.ToString(), [.. origin]);
    }

    private static string[] Lexicon(string language) => DateWords.For(language) is not { } words ? []
        : [.. words.Months.Concat(words.Weekdays).SelectMany(w => w.Split('|')).Where(w => w.Length >= Shortest)];

    private static IEnumerable<(int Start, int Length)> Words(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiLetter(folded[i])) continue;
            var start = i;
            while (i < folded.Length && char.IsAsciiLetter(folded[i])) i++;
            yield return (start, i - start);
        }
    }

    private static string? Near(ReadOnlySpan<char> word, string[] names)
    {
        string? near = null;
        foreach (var name in names)
        {
            if (word.SequenceEqual(name)) return null;
            if (word[0] != name[0] || !OneEdit(word, name)) continue;
            if (near is not null && near != name) return null;
            near = name;
        }
        return near is null || OwnWords.Contains(word.ToString()) ? null : near;
    }

    // One letter more, less, other, or two neighbours swapped.
    private static bool OneEdit(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        if (Math.Abs(word.Length - name.Length) > 1) return false;
        var same = word.CommonPrefixLength(name);
        var left = word[same..];
        var right = name[same..];
        if (left.Length > right.Length) return left[1..].SequenceEqual(right);
        if (left.Length < right.Length) return left.SequenceEqual(right[1..]);
        return left[1..].SequenceEqual(right[1..]) || left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
    }
}
