using Dunning.Core.Cadence;

namespace Dunning.Flows.Backtest;

/// <summary>
/// Checks the contacts of a customer against the caps of the policy, from the contacts and the bookings alone: it shares
/// no code with the planner that made them.
/// </summary>
internal static class ContactCaps
{
    public const string Interval = "interval", PerDay = "one_per_day", BusinessDay = "business_day", InMonth = "in_30_days", LevelSkip = "level_skip", NotOwed = "item_not_owed", Empty = "nothing_listed";

    /// <summary>The names of all caps.</summary>
    public static IReadOnlyList<string> All { get; } = [Interval, PerDay, InMonth, BusinessDay, LevelSkip, NotOwed, Empty];

    /// <summary>One entry for each cap a contact breaks.</summary>
    public static IEnumerable<string> Broken(CustomerHistory history, IReadOnlyList<ReplayedContact> contacts)
    {
        var levels = new int[history.Accounts.Count];
        ReplayedContact? before = null;
        foreach (var contact in contacts.OrderBy(contact => contact.Day))
        {
            var policy = contact.Policy;
            if (before is not null && contact.Day == before.Day) yield return PerDay;
            else if (before is not null && contact.Day.DayNumber - before.Day.DayNumber < policy.MinimumIntervalDays) yield return Interval;
            if (!policy.CalendarFor(history.Customer.Country).IsBusinessDay(contact.Day)) yield return BusinessDay;
            if ((int)contact.Stage > levels[contact.Account] + 1) yield return LevelSkip;
            if (contacts.Count(other => other.Day <= contact.Day && other.Day > contact.Day.AddDays(-30)) > policy.MaxContactsIn30Days) yield return InMonth;
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
