namespace Dunning.Core.Conversation.Dates;

/// <summary>Turns of phrase for days beside the plain words of <see cref="DateWords"/>, as fragments over folded text.</summary>
internal sealed record DateIdioms
{
    /// <summary>The days of a month in words, first to thirty-first; ordinals and, where people say them, cardinals.</summary>
    public required string[] DayNames { get; init; }
    /// <summary>Counts in words beyond twelve.</summary>
    public required (int Count, string Words)[] LargeNumbers { get; init; }
    /// <summary>Stretches that are one word: "a fortnight".</summary>
    public required (int Days, string Words)[] Stretches { get; init; }
    /// <summary>After a weekday: a week later than the nearest one.</summary>
    public required string WeekLater { get; init; }
    public required string FortnightLater { get; init; }
    /// <summary>Before a weekday: "a week on Friday".</summary>
    public string WeekLaterBefore { get; init; } = "";
    /// <summary>Counted from a weekday: "two weeks from Friday".</summary>
    public required string ThisWeekBefore { get; init; }
    public required string ThisWeekAfter { get; init; }
    public required string WeekAfterNext { get; init; }
    /// <summary>A weekday this may mean two or three weeks away: "the Friday after next".</summary>
    public required string AfterNextWeekday { get; init; }
    public required string AfterNextBehind { get; init; }
    public required string LastWorkingDay { get; init; }
    public required string FirstWorkingDay { get; init; }
    /// <summary>First to fourth and last, before a weekday.</summary>
    public required string[] Nth { get; init; }
    public required string NextMonth { get; init; }
    /// <summary>What joins a part to its month: "of", "des", "du".</summary>
    public required string Joins { get; init; }
    public required string DayEnd { get; init; }
    /// <summary>What may stand between a unit word and a quarter's number.</summary>
    public required string Quarter { get; init; }
    public required string Roughly { get; init; }
    public required string NotBefore { get; init; }
    public required string NotBeforeBehind { get; init; }
    public required string WeekOf { get; init; }
    /// <summary>The week of writing, as a whole.</summary>
    public required string ThisWeek { get; init; }
    /// <summary>The week after it, as a whole or in part.</summary>
    public required string NextWeek { get; init; }
    /// <summary>"Before the year is out"; {0} stands for the unit.</summary>
    public required string RunsOut { get; init; }
    /// <summary>A weekday of two letters counts as one behind these words only; empty where the names are words of their own.</summary>
    public string BeforeShortWeekday { get; init; } = "";

    public static DateIdioms? For(string language) => language switch
    {
        "en" => DateIdiomsGermanic.English,
        "de" => DateIdiomsGermanic.German,
        "nl" => DateIdiomsGermanic.Dutch,
        "fr" => DateIdiomsRomance.French,
        "es" => DateIdiomsRomance.Spanish,
        "it" => DateIdiomsRomance.Italian,
        _ => null,
    };
}
