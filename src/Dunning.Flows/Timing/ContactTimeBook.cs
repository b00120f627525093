using System.Globalization;
using Dunning.Core.Cadence;
using Dunning.Learning.ContactTiming;
using Dunning.Postgres.Sending;

namespace Dunning.Flows.Timing;

/// <summary>
/// All contacts, one model per channel, and what follows for every segment and customer that was contacted. The last hour
/// of the window is never chosen, so that a mail server that is down for a while does not cost the day.
/// </summary>
/// <param name="varyOn">The day whose draw varies hours nothing is known of; null to vary nothing.</param>
internal sealed class ContactTimeBook(IReadOnlyList<ContactRow> contacts, ContactWindow window, DateOnly? varyOn)
{
    private const int LeastOtherContacts = 3;
    private const double IntervalConfidence = 0.9;

    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly TimingOptions options = new() { Grid = new(window.Opens.Hour, Math.Max(window.Opens.Hour, window.Closes.AddMinutes(-1).Hour)) };
    private readonly Dictionary<Channel, ContactTimingModel> models = [];

    private int[] Hours => [.. Enumerable.Range(window.Opens.Hour, Math.Max(1, options.Grid.LastHour - window.Opens.Hour))];

    /// <summary>The rows to store, segments first.</summary>
    public IEnumerable<PreferenceRow> Rows()
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var own = contacts.Where(contact => contact.Channel == channel);
            if (own.Any()) models[channel] = ContactTimingModel.Fit(own.Select(Observation), options);
        }

        foreach (var segment in contacts.Where(contact => contact.Channel == Channel.Mail).GroupBy(contact => (contact.EntityId, contact.Segment)))
            yield return new(segment.Key.EntityId, segment.Key.Segment, null, Preference(Channel.Mail, [.. segment], null, false), null);
        foreach (var customer in contacts.GroupBy(contact => (contact.CustomerId, contact.Channel)))
            yield return Row([.. customer], customer.Key.CustomerId, customer.Key.Channel);
    }

    private PreferenceRow Row(List<ContactRow> own, long customer, Channel channel)
    {
        var preference = Preference(channel, own, customer, channel == Channel.Mail && varyOn is not null);
        return new(own[0].EntityId, own[0].Segment, customer, preference, channel == Channel.Mail ? null : Suggestion(own, customer, channel, preference));
    }

    private ContactPreference Preference(Channel channel, List<ContactRow> own, long? customer, bool vary)
    {
        var (model, segment) = (models[channel], SegmentKey(own[0]));
        var known = customer is { } id ? model.Of(segment, AccountKey(id)) : model.OfSegment(segment);
        int? seed = vary ? Seed(customer ?? 0) : null;
        var advice = Workdays.Select(day => TimingAdvice.For(known, model.ContactsOf(segment), day, Hours, window.Opens.Hour, options, seed)).ToArray();
        var basis = advice.Any(a => a.Basis == TimingBasis.Learned) ? PreferenceBasis.Learned : vary ? PreferenceBasis.Varied : PreferenceBasis.None;
        // A weekday on which nothing was learned, beside one on which it was, keeps the opening.
        var hours = advice.Select(a => basis == PreferenceBasis.Learned && a.Basis != TimingBasis.Learned ? window.Opens.Hour : a.Hour).ToArray();
        var main = advice.Where(a => basis != PreferenceBasis.Learned || a.Basis == TimingBasis.Learned).GroupBy(a => a.Hour).MaxBy(group => group.Count())!.First();
        var interval = main.Chance.Interval(IntervalConfidence);
        var chance = new Chance(main.Chance.Probability, interval.Lower, interval.Upper);
        var evidence = Evidence(own, main.Hour);
        var words = PreferenceWords.Explain(channel, basis, main.Hour, chance, main.DefaultChance.Probability, evidence, customer is null ? own[0].Segment : null);
        return new(channel, basis, [hours[0], .. hours, hours[^1]], chance, main.DefaultChance.Probability, evidence, words);
    }

    /// <summary>Another channel is proposed where its chance beats that of mail with the asked confidence.</summary>
    private string? Suggestion(List<ContactRow> own, long customer, Channel channel, ContactPreference preference)
    {
        if (own.Count < LeastOtherContacts || !models.TryGetValue(Channel.Mail, out var mails)) return null;
        var (segment, account) = (SegmentKey(own[0]), AccountKey(customer));
        var other = Best(models[channel].Of(segment, account));
        var mail = Best(mails.Of(segment, account));
        var gain = new TimingEstimate(other.Mean - mail.Mean, Math.Sqrt(other.Deviation * other.Deviation + mail.Deviation * mail.Deviation));
        return gain.LowerBound(options.Confidence) > 0
            ? PreferenceWords.Suggest(channel, preference.Hours[(int)DayOfWeek.Wednesday], preference.Evidence, other.Probability, mail.Probability)
            : null;
    }

    private TimingEstimate Best(TimingPosterior known) => Hours.Select(hour => known.At(DayOfWeek.Wednesday, hour)).MaxBy(estimate => estimate.Mean);

    private static ContactEvidence Evidence(List<ContactRow> own, int hour)
    {
        var then = own.Where(contact => contact.Hour == hour).ToList();
        return new(own.Count, own.Count(contact => contact.Answered), then.Count, then.Count(contact => contact.Answered));
    }

    private static ContactObservation Observation(ContactRow contact) =>
        new(SegmentKey(contact), AccountKey(contact.CustomerId), contact.Weekday, contact.Hour, contact.Answered, contact.DaysAgo);

    private static string SegmentKey(ContactRow contact) => $"{contact.EntityId}/{contact.Segment}";

    private static string AccountKey(long customer) => customer.ToString(CultureInfo.InvariantCulture);

    private int Seed(long customer) => unchecked((int)((ulong)customer * 2_654_435_761UL) ^ (varyOn!.Value.DayNumber * 40_503));
}
