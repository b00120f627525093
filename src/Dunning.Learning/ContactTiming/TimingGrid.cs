namespace Dunning.Learning.ContactTiming;

/// <summary>
/// The terms a chance of response is made of, on the log-odds scale: a level, one effect per hour, one per weekday, and
/// one slope over the day per weekday (some offices work mornings only on Fridays). Saturday, Sunday and hours outside
/// the grid have no effect of their own.
/// </summary>
/// <param name="FirstHour">First hour with an effect of its own, 0 to 23.</param>
/// <param name="LastHour">Last such hour, at least <paramref name="FirstHour"/> and at most 23.</param>
public sealed record TimingGrid(int FirstHour, int LastHour)
{
    /// <summary>Weekdays with effects of their own: Monday to Friday.</summary>
    internal const int Weekdays = 5;

    internal int Hours => LastHour - FirstHour + 1;

    internal int Size => 1 + Hours + 2 * Weekdays;

    /// <summary>The first terms, level and hours, in which accounts differ from their segment; weekdays are the segment's.</summary>
    internal int OwnSize => 1 + Hours;

    internal int WeekdaysAt => 1 + Hours;

    internal int SlopesAt => WeekdaysAt + Weekdays;

    /// <summary>Columns and values of a contact; unused places are column −1.</summary>
    internal void Terms(DayOfWeek weekday, int hour, Span<int> columns, Span<double> values)
    {
        columns.Fill(-1);
        (columns[0], values[0]) = (0, 1);
        var inside = hour >= FirstHour && hour <= LastHour;
        if (inside) (columns[1], values[1]) = (1 + hour - FirstHour, 1);
        var day = (int)weekday - 1;
        if (day is < 0 or >= Weekdays) return;
        (columns[2], values[2]) = (WeekdaysAt + day, 1);
        if (inside && Hours > 1) (columns[3], values[3]) = (SlopesAt + day, 2.0 * (hour - FirstHour) / (Hours - 1) - 1);
    }

    /// <summary>The dense row of a contact.</summary>
    internal double[] Row(DayOfWeek weekday, int hour)
    {
        Span<int> columns = stackalloc int[4];
        Span<double> values = stackalloc double[4];
        Terms(weekday, hour, columns, values);
        var row = new double[Size];
        for (var i = 0; i < 4; i++)
            if (columns[i] >= 0) row[columns[i]] = values[i];
        return row;
    }
}
