namespace Dunning.Learning.ContactTiming;

/// <summary>One contact whose time to answer is over, and whether it was answered.</summary>
/// <param name="Segment">The group the account belongs to.</param>
/// <param name="Account">Key of the account, unique over all segments.</param>
/// <param name="Weekday">Weekday of the contact in the debtor's zone.</param>
/// <param name="Hour">Hour of the contact in the debtor's zone, 0 to 23.</param>
/// <param name="Responded">A person replied, or a payment came, within the horizon.</param>
/// <param name="DaysAgo">Age in days, 0 or more; older contacts count less.</param>
public sealed record ContactObservation(string Segment, string Account, DayOfWeek Weekday, int Hour, bool Responded, double DaysAgo);
