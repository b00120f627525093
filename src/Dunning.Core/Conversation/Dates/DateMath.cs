namespace Dunning.Core.Conversation.Dates;

/// <summary>Calendar arithmetic of date phrases.</summary>
internal static class DateMath
{
    // A yearless day further back than this means the coming year; nearer it is simply past.
    private const int LooksBack = 120;

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static int? Year(string digits) => digits.Length == 0 ? null : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var y && y < 100 ? 2000 + y : y;

    /// <summary>A day without a year: the nearest when telling of the past, else the coming one unless it has only just gone by.</summary>
    public static DateOnly? Yearless(int month, int day, DateContext context)
    {
        var today = context.Today;
        // 29 February is only in some years; where the coming February has none, the writer meant another day.
        if (month == 2 && day == 29 && !context.Backward) return Day(today.Month <= 2 ? today.Year : today.Year + 1, 2, 29);
        DateOnly[] candidates = [.. Enumerable.Range(today.Year - 1, 3).Select(y => Day(y, month, day)).OfType<DateOnly>()];
        if (candidates.Length == 0) return null;
        if (context.Backward) return candidates.Where(d => d <= today).Select(d => (DateOnly?)d).LastOrDefault() ?? candidates[0];
        var coming = candidates.Where(d => d >= today).Select(d => (DateOnly?)d).FirstOrDefault();
        var gone = candidates.Where(d => d < today).Select(d => (DateOnly?)d).LastOrDefault();
        return gone is { } g && today.DayNumber - g.DayNumber <= LooksBack ? g : coming ?? gone;
    }

    /// <summary>Monday is 0.</summary>
    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-Weekday(day));

    /// <summary>The given weekday after (or, backward, before) today; today itself does not count.</summary>
    public static DateOnly Nearest(DateOnly today, int weekday, bool backward)
    {
        var step = backward ? -((Weekday(today) - weekday + 6) % 7 + 1) : (weekday - Weekday(today) + 6) % 7 + 1;
        return today.AddDays(step);
    }

    public static DateOnly AddWorkingDays(DateOnly today, int days, Func<DateOnly, bool>? isBusinessDay)
    {
        isBusinessDay ??= static d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        var day = today;
        for (var guard = 0; days > 0 && guard < 1000; guard++)
        {
            day = day.AddDays(1);
            if (isBusinessDay(day)) days--;
        }
        return day;
    }

    public static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    public static DateOnly EndOfQuarter(DateOnly day) => EndOfMonth(new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 3, 1));
}
