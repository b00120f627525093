using Dunning.Core.Cadence;

namespace Dunning.Flows.Backtest;

/// <summary>
/// Checks the contacts of a customer against the caps of the policy, from the contacts and the bookings alone: it shares
/// no code with the planner that made them.
/// </summary>
internal static class ContactCaps
{
    public const string Interval = "interval", PerDay = "one_per_day", BusinessDay = "business_day", LevelSkip = "level_skip", NotOwed = "item_not_owed", Empty = "nothing_listed";

    /// <summary>The names of all caps.</summary>
    public static IReadOnlyList<string> All { get; } = [Interval, PerDay, BusinessDay, LevelSkip, NotOwed, Empty];

    /// <summary>One entry for each cap a contact breaks.</summary>
    public static IEnumerable<string> Broken(CustomerHistory history, IReadOnlyList<ReplayedContact> contacts, Policy policy)
    {
        var calendar = policy.CalendarFor(history.Customer.Country);
        var levels = new int[history.Accounts.Count];
        ReplayedContact? before = null;
        foreach (var contact in contacts.OrderBy(contact => contact.Day))
        {
            if (before is not null && contact.Day == before.Day) yield return PerDay;
            else if (before is not null && contact.Day.DayNumber - before.Day.DayNumber < policy.MinimumIntervalDays) yield return Interval;
            if (!calendar.IsBusinessDay(contact.Day)) yield return BusinessDay;
            if ((int)contact.Stage > levels[contact.Account] + 1) yield return LevelSkip;
            if (contact.Items.Count == 0) yield return Empty;
            foreach (var item in contact.Items)
                if (!IsOwed(history.Accounts[contact.Account].Instalments[item], contact.Day)) yield return NotOwed;
            levels[contact.Account] = (int)contact.Stage;
            before = contact;
        }
    }

    private static bool IsOwed(InstalmentHistory instalment, DateOnly day)
    {
        var booked = instalment.Row.BookedOn.Zip(instalment.Row.Booked).Where(booking => booking.First <= day).Sum(booking => booking.Second);
        return booked < instalment.Row.Amount && instalment.Row.Due < day && !(instalment.Row.Issued > day);
    }
}
