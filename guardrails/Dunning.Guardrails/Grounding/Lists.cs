using System.Globalization;

namespace Dunning.Guardrails.Grounding;

/// <summary>Enumerations whose members share a unit or a month: "43 and 39 days", "3 and 5 March 2026".</summary>
internal static class Lists
{
    /// <summary>Adds a candidate for every member.</summary>
    internal static void Find(string text, DateOnly today, List<Item> found)
    {
        foreach (var match in Shapes.DayList.EnumerateMatches(text)) AddSpans(text.Substring(match.Index, match.Length), match.Index, found);
        foreach (var match in Shapes.DateList.EnumerateMatches(text)) AddDates(text.Substring(match.Index, match.Length), match.Index, today, found);
    }

    private static void AddSpans(string written, int start, List<Item> found)
    {
        var numbers = Numbers(written);
        var unit = written[(numbers[^1].At + numbers[^1].Length)..];
        var kind = Reading.IsDays($"2{unit}") ? ItemKind.DayCount : ItemKind.Duration;
        foreach (var (at, length, value) in numbers)
            found.Add(new(kind, start + at, length, [value], [], $"{value}{unit}"));
    }

    private static void AddDates(string written, int start, DateOnly today, List<Item> found)
    {
        var numbers = Numbers(written);
        var year = numbers[^1].Length == 4 ? numbers[^1].Value : 0;
        if (year > 0) numbers.RemoveAt(numbers.Count - 1);
        var month = written.Split([' ', '.', ',', '\'', '\u2019', '-'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length > 2 && char.IsLetter(word[0])).Select(Values.MonthOf).FirstOrDefault(static each => each > 0);
        foreach (var (at, length, value) in numbers)
        {
            var dates = Values.Dates(string.Create(CultureInfo.InvariantCulture, $"{value}.{month}.{(year > 0 ? year : "")}"), today, false);
            if (dates.Count > 0) found.Add(new(ItemKind.Date, start + at, length, [], dates, written.Substring(at, length)));
        }
    }

    private static List<(int At, int Length, int Value)> Numbers(string written)
    {
        var numbers = new List<(int, int, int)>();
        for (var at = 0; at < written.Length; at++)
        {
            if (!char.IsAsciiDigit(written[at])) continue;
            var length = 1;
            while (at + length < written.Length && char.IsAsciiDigit(written[at + length])) length++;
            numbers.Add((at, length, int.Parse(written.AsSpan(at, length), CultureInfo.InvariantCulture)));
            at += length;
        }

        return numbers;
    }
}
