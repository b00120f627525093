namespace Dunning.Core.Cadence;

/// <summary>What a preferred hour rests on.</summary>
public enum PreferenceBasis
{
    /// <summary>No hour stands out: messages go out as soon as the window is open.</summary>
    None,

    /// <summary>Too little is known: the hour is varied inside the window, so that it becomes known.</summary>
    Varied,

    /// <summary>Learned from the customer's own answers, or its segment's.</summary>
    Learned,
}

/// <summary>
/// When on a day a customer is best written to. It chooses the hour of a day that was planned without it; it never adds
/// a contact, never moves one to another day, and never leaves the contact window.
/// </summary>
/// <param name="Channel">The channel it was learned for.</param>
/// <param name="Hours">Preferred local hour, 0 to 23, per weekday, Sunday first; seven entries.</param>
/// <param name="Chance">Chance of an answer at the preferred hour, 0 to 1, with its interval.</param>
/// <param name="ChanceOtherwise">Chance of an answer at the hour messages go out without a preference, 0 to 1.</param>
/// <param name="Evidence">The contacts it was learned from.</param>
/// <param name="Explanation">The same for people.</param>
public sealed record ContactPreference(
    Channel Channel, PreferenceBasis Basis, IReadOnlyList<int> Hours, Chance Chance, double ChanceOtherwise, ContactEvidence Evidence, string Explanation)
{
    /// <summary>
    /// The first instant at which a message may go out: the window's next opening or, where the preferred hour of that
    /// day is still ahead, that hour. It lies inside the window and on the same day, for the debtor as for the creditor,
    /// as the opening: a message that slipped into the creditor's next day would have to be written anew.
    /// </summary>
    /// <param name="instant">Now, or the end of a veto.</param>
    /// <param name="plannedFor">First day, in the debtor's zone, on which the message may go out.</param>
    /// <param name="expires">The instant by which it must have gone out, such as the end of an approval; null without.</param>
    public DateTimeOffset NotBefore(
        ContactWindow window, DateTimeOffset instant, DateOnly plannedFor, TimeZoneInfo debtorZone, BusinessCalendar calendar, TimeZoneInfo creditorZone,
        DateTimeOffset? expires)
    {
        var opening = window.NextOpening(instant, plannedFor, debtorZone, calendar);
        if (Basis == PreferenceBasis.None) return opening;
        var preferred = Preferred(opening, debtorZone);
        var kept = preferred > opening && window.IsOpen(preferred, debtorZone, calendar)
            && DayOf(preferred, debtorZone) == DayOf(opening, debtorZone) && DayOf(preferred, creditorZone) == DayOf(opening, creditorZone)
            && (expires is not { } end || preferred < end);
        return kept ? preferred : opening;
    }

    // An hour that daylight saving skips begins behind the gap; of one that comes twice the first is taken.
    private DateTimeOffset Preferred(DateTimeOffset opening, TimeZoneInfo zone)
    {
        var day = DayOf(opening, zone);
        var local = day.ToDateTime(new TimeOnly(Hours[(int)day.DayOfWeek], 0), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}

/// <summary>A chance with its 90 % interval, each 0 to 1.</summary>
public readonly record struct Chance(double Expected, double Lower, double Upper);

/// <summary>Contacts over one channel and how many of them were answered: by a reply of a person or a payment.</summary>
/// <param name="AtHour">Contacts in the preferred hour, of all weekdays.</param>
/// <param name="AnsweredAtHour">Those of them answered.</param>
public sealed record ContactEvidence(int Contacts, int Answered, int AtHour, int AnsweredAtHour)
{
    /// <summary>Nothing known.</summary>
    public static ContactEvidence None { get; } = new(0, 0, 0, 0);
}
