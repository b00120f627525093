using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Ledger;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Timing;

/// <summary>When a message may go out.</summary>
/// <param name="Preference">The preference that chose the hour; null when none did.</param>
internal sealed record SendingTime(DateTimeOffset NotBefore, ContactPreference? Preference)
{
    /// <summary>What the journal says of it.</summary>
    public string? Why => Preference is { } chosen ? $"hour chosen: {chosen.Explanation}" : null;

    /// <summary>
    /// The creditor's day on which the message can go out at the earliest; its ages are reckoned for that day. Where the
    /// debtor's window opens only in the creditor's night, that is the next day, whoever is at work now.
    /// </summary>
    public static DateOnly DayOf(Policy policy, Touch touch, CaseFile file, DateTimeOffset now) => CreditorDay.Of(
        policy.Window.NextOpening(now, touch.PlannedFor, TimeZoneInfo.FindSystemTimeZoneById(file.Customer.TimeZone), policy.CalendarFor(file.Customer.Country)),
        file.Entity.TimeZone);

    /// <summary>
    /// The next opening of the contact window or, for what we begin ourselves, the customer's preferred hour of that
    /// day. An answer to a customer's mail never waits for an hour.
    /// </summary>
    /// <param name="from">Now, or the end of the veto.</param>
    /// <param name="expires">End of the approval; null without one.</param>
    public static async Task<SendingTime> OfAsync(
        NpgsqlConnection connection, Policy policy, Touch touch, CaseFile file, DateTimeOffset from, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        var (zone, calendar) = (TimeZoneInfo.FindSystemTimeZoneById(file.Customer.TimeZone), policy.CalendarFor(file.Customer.Country));
        var opening = policy.Window.NextOpening(from, touch.PlannedFor, zone, calendar);
        if (touch.InReplyToMessage is not null) return new(opening, null);
        if (await ContactTimeRows.OfAsync(connection, file.Customer.Id, cancellationToken) is not { } preference) return new(opening, null);
        var chosen = preference.NotBefore(
            policy.Window, from, touch.PlannedFor, zone, calendar, TimeZoneInfo.FindSystemTimeZoneById(file.Entity.TimeZone), expires);
        return new(chosen, chosen == opening ? null : preference);
    }
}
