using Dunning.Core.Cadence;
using Dunning.Core.Ledger;

namespace Dunning.Simulator.Timing;

/// <summary>Whether the debtors of a world have habits.</summary>
public enum TimingWorldKind
{
    /// <summary>They have, for good.</summary>
    Habits,

    /// <summary>Every hour and weekday is the same to everybody.</summary>
    NoHabits,

    /// <summary>They have, and half-way all of them change.</summary>
    Drift,
}

/// <summary>A contact that takes place in every arm, and the luck it meets.</summary>
/// <param name="Number">Place in the order of time.</param>
/// <param name="Luck">Seed of the luck of its hours.</param>
internal sealed record PlannedContact(int Number, int Debtor, DateOnly Day, ulong Luck)
{
    /// <summary>0 to 1, for each hour on its own: the contact is answered when the debtor's chance at that hour is above it.</summary>
    public double LuckAt(int hour)
    {
        // Mixing of splitmix64 (Steele, Lea and Flood 2014).
        var x = Luck + 0x9E3779B97F4A7C15UL * (ulong)(hour + 1);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return ((x ^ (x >> 31)) >> 11) * Math.Pow(2, -53);
    }
}

/// <summary>Some hundred debtors over some months: hidden habits, and the days on which the policy contacts each.</summary>
internal sealed class TimingWorld
{
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "Europe/Helsinki"];

    private readonly Habit[] before;
    private readonly Habit[] after;
    private readonly DateOnly change;

    private TimingWorld(TimingWorldKind kind, DateOnly start, int days, Customer[] debtors, PlannedContact[] contacts, Random chance)
    {
        (Debtors, Contacts) = (debtors, contacts);
        change = kind == TimingWorldKind.Drift ? start.AddDays(days / 2) : DateOnly.MaxValue;
        before = Drawn(new(chance, kind != TimingWorldKind.NoHabits));
        after = Drawn(new(chance, true));
    }

    public IReadOnlyList<Customer> Debtors { get; }

    /// <summary>All contacts in the order of time.</summary>
    public IReadOnlyList<PlannedContact> Contacts { get; }

    /// <summary>The chance of an answer, hidden from every way of choosing the hour.</summary>
    public double Chance(PlannedContact contact, DateTime local) => (contact.Day < change ? before : after)[contact.Debtor].Chance(local);

    /// <summary>Makes a world from a seed.</summary>
    public static TimingWorld Make(TimingWorldKind kind, int seed, int debtors, DateOnly start, int days, Policy policy)
    {
        var chance = new Random(seed);
        var customers = Enumerable.Range(0, debtors).Select(Debtor).ToArray();
        var planned = customers
            .SelectMany((customer, place) => new PacedDebtor(customer, new Random(seed * 1_000 + place)).Contacts(start, days, policy).Select(day => (place, day)))
            .OrderBy(contact => contact.day).ThenBy(contact => contact.place)
            .Select((contact, number) => new PlannedContact(number, contact.place, contact.day, (ulong)chance.NextInt64())).ToArray();
        return new(kind, start, days, customers, planned, chance);
    }

    private static Customer Debtor(int place) => new(
        place + 1, "sim", $"S-{place + 1}", $"Simulated Debtor {place + 1}", "en", "DE", Zones[place % Zones.Length], DebtorKind.Company,
        $"segment {place % 6}", null, Exclusion.None, 0, null);

    private Habit[] Drawn(Habits habits) => [.. Debtors.Select(debtor => habits.Draw(debtor.Segment))];
}
