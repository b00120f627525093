namespace Dunning.Core.Cadence;

/// <summary>The hours in which a debtor may be written to, in the debtor's own zone, on business days.</summary>
/// <param name="Opens">First minute at which a message may go out.</param>
/// <param name="Closes">First minute at which it may not any more; later than <paramref name="Opens"/>.</param>
public sealed record ContactWindow(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Hours inside the window in which nothing goes out either, in order.</summary>
    public IReadOnlyList<QuietHours> Quiet { get; init; } = [];

    /// <summary>True when a message may go out at this instant.</summary>
    public bool IsOpen(DateTimeOffset instant, TimeZoneInfo debtorZone, BusinessCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTime(instant, debtorZone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return calendar.IsBusinessDay(DateOnly.FromDateTime(local.DateTime)) && time >= Opens && time < Closes && !Quiet.Any(quiet => quiet.Holds(time));
    }

    /// <summary>
    /// The first instant, not before <paramref name="instant"/> and not before the day <paramref name="notBefore"/>
    /// in the debtor's zone, at which the window is open. Where clocks go forward over the opening, the window opens
    /// when the skipped time is over; where they go back over it, it opens the first of the two times.
    /// </summary>
    public DateTimeOffset NextOpening(
        DateTimeOffset instant, DateOnly notBefore, TimeZoneInfo debtorZone, BusinessCalendar calendar)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, debtorZone).DateTime);
        if (today >= notBefore && IsOpen(instant, debtorZone, calendar)) return instant;
        var times = Quiet.Select(quiet => quiet.To).Append(Opens).Order().ToArray();
        for (var day = today < notBefore ? notBefore : today; ; day = day.AddDays(1))
        {
            day = calendar.RollForward(day);
            // A window that lies in the skipped time as a whole does not open on that day.
            foreach (var time in times)
                if (OpeningAt(day.ToDateTime(time), instant, debtorZone) is var opening && opening >= instant && IsOpen(opening, debtorZone, calendar)) return opening;
        }
    }

    internal string Canonical() => $"{Opens:HH:mm}-{Closes:HH:mm} {string.Join(',', Quiet.Select(quiet => $"{quiet.From:HH:mm}-{quiet.To:HH:mm}"))}";

    private static DateTimeOffset OpeningAt(DateTime opening, DateTimeOffset instant, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(opening)) opening = opening.AddMinutes(1);
        var first = At(opening, zone, static offsets => offsets.Max());
        return first >= instant ? first : At(opening, zone, static offsets => offsets.Min());
    }

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone, Func<TimeSpan[], TimeSpan> choose) =>
        new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? choose(zone.GetAmbiguousTimeOffsets(local)) : zone.GetUtcOffset(local)).ToUniversalTime();
}

/// <summary>Hours in which nothing goes out although the window is open, for example a midday break.</summary>
/// <param name="From">First minute that is quiet.</param>
/// <param name="To">First minute that is not any more.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>True when the time is quiet.</summary>
    public bool Holds(TimeOnly time) => time >= From && time < To;
}
