using System.Globalization;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Turns written values into numbers and dates, giving every reading a person could have.</summary>
public static class Values
{
    private static readonly string[][] MonthStems =
    [
        ["jan", "jann", "ene", "gen"], ["feb", "fev"], ["mar", "mae", "mrz", "mrt", "maa"], ["apr", "avr", "abr"], ["may", "mai", "mag", "mei"],
        ["jun", "juin", "giu"], ["jul", "juil", "lug"], ["aug", "aou", "ago"], ["sep", "set"], ["oct", "okt", "ott"], ["nov"], ["dec", "dez", "dic"],
    ];

    private static readonly string[][] WeekdayStems =
    [
        ["sun", "sonnt", "dim", "domi", "dome", "zon"], ["mon", "lun", "maa"], ["tue", "die", "mard", "mart", "din"], ["wed", "mit", "mer", "mie", "woe"],
        ["thu", "donn", "jeu", "jue", "gio", "dond"], ["fri", "fre", "ven", "vie", "vri"], ["sat", "sam", "sonna", "sab", "zat"],
    ];

    /// <summary>
    /// Readings of a number with separators: the last separator with other than three digits behind it is the decimal
    /// one; with three behind it and no other separator, both readings count.
    /// </summary>
    public static IReadOnlyList<decimal> Amounts(string written)
    {
        var digits = new string([.. written.Where(static c => char.IsAsciiDigit(c) || c is '.' or ',' or ' ' or '\'' or '\u2019')]).Trim(' ', '.', ',');
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0) return Readings(Read(Bare(digits), ""), null);
        var asDecimal = Read(Bare(digits[..last]), digits[(last + 1)..]);
        if (digits.Length - last - 1 != 3) return Readings(asDecimal, null);
        var grouped = Read(Bare(digits), "");
        var repeated = digits.AsSpan(0, last).Contains(digits[last]);
        return repeated ? Readings(grouped, null) : Readings(grouped, asDecimal);
    }

    private static IReadOnlyList<decimal> Readings(decimal? first, decimal? second) =>
        (first, second) switch
        {
            ({ } one, { } two) => [one, two],
            ({ } one, null) => [one],
            (null, { } two) => [two],
            (null, null) => [],
        };

    /// <summary>Readings of a written date; <paramref name="today"/> gives the year when none is written.</summary>
    /// <param name="monthFirstPossible">True where 03/05 may be read both ways (English).</param>
    public static IReadOnlyList<DateOnly> Dates(string written, DateOnly today, bool monthFirstPossible)
    {
        var pieces = Pieces(written);
        var numbers = pieces.Where(static piece => char.IsAsciiDigit(piece[0])).Select(static piece => int.Parse(Leading(piece), CultureInfo.InvariantCulture)).ToList();
        var month = pieces.Where(static piece => char.IsLetter(piece[0])).Select(MonthOf).FirstOrDefault(static found => found > 0);
        if (month > 0) return numbers.Count == 1 ? AnyYear(numbers[0], month, today) : [.. Valid(numbers[^1], month, numbers[0])];
        if (numbers.Count == 2) return AnyYear(numbers[0], numbers[1], today);
        if (numbers.Count != 3) return [];
        if (numbers[0] > 31) return [.. Valid(numbers[0], numbers[1], numbers[2])];
        var year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
        var swapped = monthFirstPossible && !written.Contains('.', StringComparison.Ordinal) && numbers[0] != numbers[1];
        return [.. Valid(year, numbers[1], numbers[0]), .. swapped ? Valid(year, numbers[0], numbers[1]) : []];
    }

    /// <summary>The month a name or an abbreviation means in any of the six languages; 0 for none.</summary>
    public static int MonthOf(string word) => Stem(word, MonthStems) + 1;

    /// <summary>The weekday a name means in any of the six languages.</summary>
    public static DayOfWeek? WeekdayOf(string word) => Stem(word, WeekdayStems) is >= 0 and var day ? (DayOfWeek)day : null;

    /// <summary>The longest stem decides, so that "juillet" is not "juin" and "Sonnabend" not "Sonntag".</summary>
    private static int Stem(string word, string[][] stems)
    {
        var folded = Folding.Fold(word);
        int best = -1, length = 0;
        for (var i = 0; i < stems.Length; i++)
        {
            foreach (var stem in stems[i])
            {
                if (stem.Length > length && folded.StartsWith(stem, StringComparison.Ordinal)) (best, length) = (i, stem.Length);
            }
        }

        return best;
    }

    private static List<string> Pieces(string written)
    {
        var pieces = new List<string>();
        for (var i = 0; i < written.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(written[i]))
                while (i < written.Length && char.IsAsciiDigit(written[i])) i++;
            else if (char.IsLetter(written[i]))
                while (i < written.Length && char.IsLetter(written[i])) i++;
            else
                i++;
            // "de", "of", "st", "er" and the like are too short to be a month in any of the languages.
            var piece = written[start..i];
            if (char.IsAsciiDigit(piece[0]) || piece.Length > 2) pieces.Add(piece);
        }

        return pieces;
    }

    private static IReadOnlyList<DateOnly> AnyYear(int day, int month, DateOnly today) =>
        [.. Valid(today.Year, month, day), .. Valid(today.Year - 1, month, day), .. Valid(today.Year + 1, month, day)];

    private static IEnumerable<DateOnly> Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? [new(year, month, day)] : [];

    private static string Leading(string piece) => piece.Length > 6 ? piece[..6] : piece;

    private static string Bare(string digits) => new([.. digits.Where(char.IsAsciiDigit)]);

    private static decimal? Read(string whole, string fraction) =>
        whole.Length <= 18 && decimal.TryParse($"{(whole.Length == 0 ? "0" : whole)}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
