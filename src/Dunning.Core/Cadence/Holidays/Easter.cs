namespace Dunning.Core.Cadence.Holidays;

/// <summary>The date of Easter Sunday in the Gregorian calendar.</summary>
public static class Easter
{
    /// <summary>
    /// Easter of the Western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    /// </summary>
    public static DateOnly Western(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new(year, month, day + 1);
    }

    /// <summary>
    /// Easter of the Orthodox churches: the Julian computus, moved to the Gregorian calendar. The difference of
    /// thirteen days holds from 1900 to 2099.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900 to 2099.</exception>
    public static DateOnly Orthodox(int year)
    {
        if (year is < 1900 or > 2099) throw new ArgumentOutOfRangeException(nameof(year), year, "Orthodox Easter is reckoned for 1900 to 2099.");
        var fullMoon = ((19 * (year % 19)) + 15) % 30;
        var weekday = ((2 * (year % 4)) + (4 * (year % 7)) - fullMoon + 34) % 7;
        var (month, day) = Math.DivRem(fullMoon + weekday + 114, 31);
        return new DateOnly(year, month, day + 1).AddDays(13);
    }
}
