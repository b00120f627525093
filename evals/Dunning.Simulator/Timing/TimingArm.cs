using Dunning.Core.Cadence;
using Dunning.Learning.ContactTiming;

namespace Dunning.Simulator.Timing;

/// <summary>How the hour of a contact is chosen.</summary>
public enum TimingArmKind
{
    /// <summary>10:00 local time, always.</summary>
    Fixed,

    /// <summary>Any whole hour of the window.</summary>
    Random,

    /// <summary>Learned from the contacts before.</summary>
    Learned,
}

/// <summary>One contact as it went.</summary>
/// <param name="Stated">The chance of an answer the learner stated beforehand; not a number while it knew nothing.</param>
internal sealed record TimedContact(PlannedContact Planned, DateTime Local, double Stated, bool Answered, TimingBasis Basis);

/// <summary>Lives through the contacts of a world with one way of choosing the hour, through the product's own rules of when a message may go out.</summary>
internal sealed class TimingArm(TimingWorld world, TimingArmKind kind, int seed, Policy policy, TimingOptions options)
{
    public const int FixedHour = 10;

    private const int RelearnDays = 10;
    private const int HorizonDays = 2;

    private static readonly int[] Hours = [.. Enumerable.Range(9, 8)];

    private readonly Random chance = new(seed);
    private readonly List<TimedContact> done = [];
    private ContactTimingModel? model;
    private DateOnly learnedOn;

    public IReadOnlyList<TimedContact> Run()
    {
        foreach (var contact in world.Contacts)
        {
            if (kind == TimingArmKind.Learned) Learn(contact.Day);
            done.Add(Contact(contact));
        }
        return done;
    }

    private TimedContact Contact(PlannedContact contact)
    {
        var debtor = world.Debtors[contact.Debtor];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(debtor.TimeZone);
        var (hour, stated, basis) = Choose(contact);
        var preference = new ContactPreference(Channel.Mail, PreferenceBasis.Learned, [.. Enumerable.Repeat(hour, 7)], default, 0, ContactEvidence.None, "");
        var now = new DateTimeOffset(contact.Day.ToDateTime(new(5, 5)), TimeSpan.Zero);
        var instant = preference.NotBefore(policy.Window, now, contact.Day, zone, policy.DefaultCalendar, TimeZoneInfo.Utc, null);
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (DateOnly.FromDateTime(local) != contact.Day) throw new InvalidOperationException($"contact {contact.Number} moved from {contact.Day:O} to {local:O}");
        return new(contact, local, stated, world.Chance(contact, local) > contact.LuckAt(local.Hour), basis);
    }

    private (int Hour, double Stated, TimingBasis Basis) Choose(PlannedContact contact)
    {
        switch (kind)
        {
            case TimingArmKind.Fixed: return (FixedHour, double.NaN, TimingBasis.Default);
            case TimingArmKind.Random: return (Hours[chance.Next(Hours.Length)], double.NaN, TimingBasis.Default);
            case TimingArmKind.Learned:
                if (model is null) return (Hours[chance.Next(Hours.Length)], double.NaN, TimingBasis.Spread);
                var debtor = world.Debtors[contact.Debtor];
                var known = model.Of(debtor.Segment, debtor.Number);
                var advice = TimingAdvice.For(known, model.ContactsOf(debtor.Segment), contact.Day.DayOfWeek, Hours, FixedHour, options, chance.Next());
                return (advice.Hour, advice.Chance.Probability, advice.Basis);
        }
        throw new InvalidOperationException($"no such arm: {kind}");
    }

    /// <summary>Every ten days, from the contacts whose time to answer is over.</summary>
    private void Learn(DateOnly today)
    {
        if (today < learnedOn.AddDays(RelearnDays)) return;
        var known = done.Where(contact => contact.Planned.Day.AddDays(HorizonDays) < today).Select(contact => Observed(contact, today)).ToList();
        if (known.Count < 50) return;
        learnedOn = today;
        model = ContactTimingModel.Fit(known, options, model);
    }

    private ContactObservation Observed(TimedContact contact, DateOnly today)
    {
        var debtor = world.Debtors[contact.Planned.Debtor];
        return new(debtor.Segment, debtor.Number, contact.Local.DayOfWeek, contact.Local.Hour, contact.Answered, today.DayNumber - contact.Planned.Day.DayNumber);
    }
}
