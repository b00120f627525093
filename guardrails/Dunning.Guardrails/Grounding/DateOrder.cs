using System.Globalization;

namespace Dunning.Guardrails.Grounding;

/// <summary>Whether the dates of a text with a day above twelve show which of two numbers is the day.</summary>
/// <param name="DayFirst">A date such as 25/03/2026 stands in the text.</param>
/// <param name="MonthFirst">A date such as 03/25/2026 stands in the text.</param>
internal readonly record struct DateOrder(bool DayFirst, bool MonthFirst)
{
    /// <summary>Looks through the dates of a text.</summary>
    internal static DateOrder Shown(IReadOnlyList<Item> items)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var item in items)
        {
            if (item.Kind != ItemKind.Date || item.Dates.Count != 1 || Numbers(item.Name) is not (var first, var second)) continue;
            dayFirst |= first > 12 && second <= 12;
            monthFirst |= second > 12 && first <= 12;
        }

        return new(dayFirst, monthFirst);
    }

    /// <summary>The readings of a date that the order leaves; all of them where the text shows none, or both.</summary>
    internal IReadOnlyList<DateOnly> Readings(Item item)
    {
        if (item.Dates.Count != 2 || DayFirst == MonthFirst || Numbers(item.Name) is not (var first, _)) return item.Dates;
        var day = DayFirst;
        return [.. item.Dates.Where(date => (day ? date.Day : date.Month) == first)];
    }

    private static (int First, int Second)? Numbers(string written)
    {
        var pieces = written.Split(['/', '-']);
        return pieces.Length == 3 && int.TryParse(pieces[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(pieces[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second) && first <= 31
            ? (first, second)
            : null;
    }
}
