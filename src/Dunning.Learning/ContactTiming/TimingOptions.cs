namespace Dunning.Learning.ContactTiming;

/// <summary>Settings of learning when to contact.</summary>
public sealed record TimingOptions
{
    /// <summary>The hours learned about.</summary>
    public TimingGrid Grid { get; init; } = new(8, 18);

    /// <summary>After so many days a contact counts half.</summary>
    public double HalfLifeDays { get; init; } = 75;

    /// <summary>How far the whole book may differ from even.</summary>
    public TimingSpread Book { get; init; } = new(2, 0.4, 0.3, 0.15);

    /// <summary>How far segments differ from the book, to begin with; level and hours are then estimated.</summary>
    public TimingSpread Segment { get; init; } = new(0.5, 0.4, 0.15, 0.15);

    /// <summary>How far accounts differ from their segment, to begin with; weekdays are shared by a segment.</summary>
    public TimingSpread Account { get; init; } = new(0.7, 0.4, 0, 0);

    /// <summary>Rounds of linearising the logistic curve and estimating the spread; each starts from the last.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Confidence, one-sided, with which an hour must beat the default hour before it is preferred.</summary>
    public double Confidence { get; init; } = 0.9;

    /// <summary>How boldly hours are varied while little is known: 0 takes the likeliest hour, 1 draws hours as often as they may be the best.</summary>
    public double Boldness { get; init; } = 0.3;

    /// <summary>Contacts, faded with age, the segment must have before anything is preferred.</summary>
    public double LeastContacts { get; init; } = 15;
}
