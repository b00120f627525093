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
    /// in the debtor's zone, at which the window is open. An opening inside a skipped daylight-saving hour moves
    /// behind the gap.
    /// </summary>
    public DateTimeOffset NextOpening(
        DateTimeOffset instant, DateOnly notBefore, TimeZoneInfo debtorZone, BusinessCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTime(instant, debtorZone).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (day >= notBefore && IsOpen(instant, debtorZone, calendar)) return instant;

        if (day >= notBefore && EndOfQuiet(TimeOnly.FromDateTime(local)) is { } again && calendar.IsBusinessDay(day)) return At(day, again, debtorZone);
        if (day < notBefore) day = notBefore;
        else if (TimeOnly.FromDateTime(local) >= Opens) day = day.AddDays(1);
        return At(calendar.RollForward(day), EndOfQuiet(Opens) ?? Opens, debtorZone);
    }

    internal string Canonical() => $"{Opens:HH:mm}-{Closes:HH:mm} {string.Join(',', Quiet.Select(quiet => $"{quiet.From:HH:mm}-{quiet.To:HH:mm}"))}";

    // The end of the quiet hours a time lies in, when the window is open again then.
    private TimeOnly? EndOfQuiet(TimeOnly time)
    {
        var end = time;
        foreach (var quiet in Quiet)
            if (quiet.Holds(end)) end = quiet.To;
        return end > time && end >= Opens && end < Closes ? end : null;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo debtorZone)
    {
        var opening = DateTime.SpecifyKind(day.ToDateTime(time), DateTimeKind.Unspecified);
        while (debtorZone.IsInvalidTime(opening)) opening = opening.AddMinutes(15);
        return new DateTimeOffset(opening, debtorZone.GetUtcOffset(opening)).ToUniversalTime();
    }
}

/// <summary>Hours in which nothing goes out although the window is open, for example a midday break.</summary>
/// <param name="From">First minute that is quiet.</param>
/// <param name="To">First minute that is not any more.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>True when the time is quiet.</summary>
    public bool Holds(TimeOnly time) => time >= From && time < To;
}
