namespace Dunning.Core.Cadence;

/// <summary>The hours in which a debtor may be written to, in the debtor's own zone, on business days.</summary>
/// <param name="Opens">First minute at which a message may go out.</param>
/// <param name="Closes">First minute at which it may not any more; later than <paramref name="Opens"/>.</param>
public sealed record ContactWindow(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>True when a message may go out at this instant.</summary>
    public bool IsOpen(DateTimeOffset instant, TimeZoneInfo debtorZone, BusinessCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTime(instant, debtorZone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return calendar.IsBusinessDay(DateOnly.FromDateTime(local.DateTime)) && time >= Opens && time < Closes;
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

        if (day < notBefore) day = notBefore;
        else if (TimeOnly.FromDateTime(local) >= Opens) day = day.AddDays(1);
        var opening = DateTime.SpecifyKind(calendar.RollForward(day).ToDateTime(Opens), DateTimeKind.Unspecified);
        while (debtorZone.IsInvalidTime(opening)) opening = opening.AddMinutes(15);
        return new DateTimeOffset(opening, debtorZone.GetUtcOffset(opening)).ToUniversalTime();
    }
}
