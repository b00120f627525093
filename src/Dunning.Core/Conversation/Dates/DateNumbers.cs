using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Counts and days of the month in digits and words of one language.</summary>
internal sealed class DateNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly ConcurrentDictionary<string, DateNumbers?> Known = new(StringComparer.Ordinal);

    private readonly (int Value, Regex Whole)[] counts;
    private readonly (int Value, Regex Whole)[] days;
    private readonly (int Value, Regex Whole)[] stretches;

    private DateNumbers(DateWords words, DateIdioms idioms)
    {
        (int Count, string Words)[] all = [.. idioms.LargeNumbers, .. words.Numbers.Select((w, i) => (i + 1, w))];
        counts = [.. all.Select(n => (n.Count, Whole(n.Words)))];
        days = [.. idioms.DayNames.Select((d, i) => (i + 1, Whole(d)))];
        stretches = [.. idioms.Stretches.Select(s => (s.Days, Whole(s.Words)))];
        CountWords = string.Join('|', all.Select(n => n.Words));
        // Longer names first, so that "dix-sept" is not read as "dix".
        DayWords = string.Join('|', idioms.DayNames.Reverse());
        StretchWords = string.Join('|', idioms.Stretches.Select(s => s.Words));
    }

    public string CountWords { get; }
    public string DayWords { get; }
    public string StretchWords { get; }

    public static DateNumbers? For(string language) =>
        Known.GetOrAdd(language, static l => DateWords.For(l) is { } words && DateIdioms.For(l) is { } idioms ? new DateNumbers(words, idioms) : null);

    public int Count(string text) => Of(text, counts);
    public int Day(string text) => Of(text, days);
    public int Stretch(string text) => Of(text, stretches);

    private static int Of(string text, (int Value, Regex Whole)[] names) => text.All(char.IsAsciiDigit)
        ? int.Parse(text, CultureInfo.InvariantCulture) : names.FirstOrDefault(n => n.Whole.IsMatch(text)).Value;

    private static Regex Whole(string words) => new($"^(?:{words})$", Options, PatternTime.Limit);
}
