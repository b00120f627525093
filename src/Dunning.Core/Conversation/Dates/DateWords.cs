namespace Dunning.Core.Conversation.Dates;

/// <summary>The words of one language around dates, as fragments of regular expressions over folded text.</summary>
internal sealed record DateWords
{
    public required string[] Months { get; init; }
    public required string[] Weekdays { get; init; }
    public required string Article { get; init; }
    public required string Of { get; init; }
    public required string OrdinalSuffix { get; init; }
    public required string RangeWord { get; init; }
    public required string Next { get; init; }
    public required string Coming { get; init; }
    public required string Last { get; init; }
    public required string NextAfter { get; init; }
    public required string LastAfter { get; init; }
    public required string NextWeekBefore { get; init; }
    public required string NextWeekAfter { get; init; }
    public required string Today { get; init; }
    public required string Tomorrow { get; init; }
    public required string AfterTomorrow { get; init; }
    public required string Yesterday { get; init; }
    public required string Within { get; init; }
    public required string AgoBefore { get; init; }
    public required string AgoAfter { get; init; }
    public required string WorkingDays { get; init; }
    public required string Days { get; init; }
    public required string Weeks { get; init; }
    public required string MonthsUnit { get; init; }
    public required string[] Numbers { get; init; }
    public required string EndOf { get; init; }
    public required string ThisUnit { get; init; }
    public required string NextUnit { get; init; }
    public required string NextUnitAfter { get; init; }
    public required string WeekUnit { get; init; }
    public required string MonthUnit { get; init; }
    public required string QuarterUnit { get; init; }
    public required string YearUnit { get; init; }
    public required string MonthEnd { get; init; }
    public required string PartOf { get; init; }
    public required string DayOfMonth { get; init; }
    public required string OfMonth { get; init; }
    public required string WeekNumber { get; init; }
    public required string Unclear { get; init; }
    public required string CountsFrom { get; init; }
    /// <summary>"Next Friday" has two readings in this language while this week's Friday is still to come.</summary>
    public bool NextIsAmbiguous { get; init; } = true;
    public bool MonthBeforeDay { get; init; }
    public DateOrder Order { get; init; } = DateOrder.DayFirst;

    public static DateWords? For(string language) => language switch
    {
        "en" => DateWordsGermanic.English,
        "de" => DateWordsGermanic.German,
        "nl" => DateWordsGermanic.Dutch,
        "fr" => DateWordsRomance.French,
        "es" => DateWordsRomance.Spanish,
        "it" => DateWordsRomance.Italian,
        _ => null,
    };
}
