namespace Dunning.Flows.Ledger;

/// <summary>The calendar day in a creditor's zone, by which due dates are reckoned.</summary>
public static class CreditorDay
{
    /// <summary>The day an instant falls on in an IANA zone.</summary>
    public static DateOnly Of(DateTimeOffset at, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
