namespace Dunning.Learning.ContactTiming;

/// <summary>Contacts of one account at one weekday and hour, faded with age.</summary>
internal readonly record struct TimingCell(DayOfWeek Weekday, byte Hour, float Contacts, float Responses);

/// <summary>Contacts gathered per account and cell, compact, so that a book of many accounts fits in memory.</summary>
internal sealed class ContactHistory
{
    // A contact that has faded to less than this says nothing any more.
    private const double Forgotten = 0.01;

    private ContactHistory(string[] segments, string[] accounts, int[] segmentOf, int[] starts, TimingCell[] cells) =>
        (Segments, Accounts, SegmentOf, Starts, Cells) = (segments, accounts, segmentOf, starts, cells);

    public string[] Segments { get; }

    public string[] Accounts { get; }

    public int[] SegmentOf { get; }

    private int[] Starts { get; }

    private TimingCell[] Cells { get; }

    public ReadOnlySpan<TimingCell> Of(int account) => Cells.AsSpan(Starts[account]..Starts[account + 1]);

    public double Contacts => Cells.Sum(cell => (double)cell.Contacts);

    public double Responses => Cells.Sum(cell => (double)cell.Responses);

    /// <summary>Gathers. The order of the contacts does not matter.</summary>
    public static ContactHistory Gather(IEnumerable<ContactObservation> contacts, double halfLifeDays)
    {
        Dictionary<string, (string Segment, Dictionary<(DayOfWeek, byte), (double Contacts, double Responses)> Cells)> accounts = [];
        foreach (var contact in contacts)
        {
            Check(contact);
            var weight = Math.Pow(0.5, contact.DaysAgo / halfLifeDays);
            if (weight < Forgotten) continue;
            if (!accounts.TryGetValue(contact.Account, out var account)) accounts[contact.Account] = account = (contact.Segment, []);
            if (account.Segment != contact.Segment) throw new ArgumentException($"account {contact.Account} is in two segments", nameof(contacts));
            var key = (contact.Weekday, (byte)contact.Hour);
            var (had, answered) = account.Cells.GetValueOrDefault(key);
            account.Cells[key] = (had + weight, answered + (contact.Responded ? weight : 0));
        }
        return Pack(accounts.OrderBy(pair => pair.Value.Segment, StringComparer.Ordinal).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value.Segment, pair.Value.Cells)).ToList());
    }

    private static ContactHistory Pack(List<(string Account, string Segment, Dictionary<(DayOfWeek Weekday, byte Hour), (double Contacts, double Responses)> Cells)> accounts)
    {
        var segments = accounts.Select(account => account.Segment).Distinct().ToArray();
        var places = segments.Select((segment, place) => (segment, place)).ToDictionary(pair => pair.segment, pair => pair.place);
        var starts = new int[accounts.Count + 1];
        List<TimingCell> cells = [];
        for (var i = 0; i < accounts.Count; i++)
        {
            starts[i] = cells.Count;
            cells.AddRange(accounts[i].Cells.OrderBy(cell => cell.Key.Weekday).ThenBy(cell => cell.Key.Hour)
                .Select(cell => new TimingCell(cell.Key.Weekday, cell.Key.Hour, (float)cell.Value.Contacts, (float)cell.Value.Responses)));
        }
        starts[^1] = cells.Count;
        return new(segments, [.. accounts.Select(account => account.Account)], [.. accounts.Select(account => places[account.Segment])], starts, [.. cells]);
    }

    private static void Check(ContactObservation contact)
    {
        if (contact.Hour is < 0 or > 23) throw new ArgumentOutOfRangeException(nameof(contact), contact.Hour, "an hour is 0 to 23");
        if (!(contact.DaysAgo >= 0)) throw new ArgumentOutOfRangeException(nameof(contact), contact.DaysAgo, "an age is 0 or more days");
    }
}
