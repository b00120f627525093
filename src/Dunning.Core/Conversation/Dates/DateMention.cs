namespace Dunning.Core.Conversation.Dates;

/// <summary>Which number of 05/06 is the day; Unknown leaves it to the language, Either says that even the language does not tell.</summary>
public enum DateOrder { Unknown, DayFirst, MonthFirst, Either }

/// <summary>What a date phrase is resolved against.</summary>
/// <param name="Today">The day of writing in the sender's zone.</param>
/// <param name="Language">ISO 639-1 code; a language without a lexicon gets only numeric forms.</param>
/// <param name="Order">Order of numeric dates where the locale is known; else the language decides or the phrase stays ambiguous.</param>
/// <param name="Backward">The sentence tells of the past: "Friday" is the last one.</param>
/// <param name="IsBusinessDay">Working days of the sender's country; null means Monday to Friday.</param>
public sealed record DateContext(DateOnly Today, string Language, DateOrder Order = DateOrder.Unknown, bool Backward = false, Func<DateOnly, bool>? IsBusinessDay = null)
{
    /// <summary>Whether the sender's offices work on a day.</summary>
    public bool Works(DateOnly day) => IsBusinessDay is { } works ? works(day) : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}

/// <summary>A date phrase found in a text.</summary>
/// <param name="Value">The one day it means; null when ambiguous or vague.</param>
/// <param name="Ambiguous">More than one reading, or a weekday that contradicts its date.</param>
/// <param name="Rule">Name of the rule that found it, for explanations.</param>
public sealed record DateMention(TextSpan Span, DateOnly? Value, bool Ambiguous, string Rule)
{
    /// <summary>Why there is no one day.</summary>
    public DateDoubt Doubt { get; init; }

    /// <summary>Days it may mean, in their order; the two ends of a stretch; empty when the phrase names none.</summary>
    public IReadOnlyList<DateOnly> Alternatives { get; init; } = [];

    /// <summary>First day of a stretch that ends on <see cref="Value"/>; null where the phrase names one day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>A stretch of days is promised by its last one.</summary>
    internal static DateMention Until(string rule, DateOnly first, DateOnly last) => Sure(rule, last) with { Since = first };

    internal static DateMention Sure(string rule, DateOnly value) => new(default, value, false, rule);

    internal static DateMention Of(string rule, DateOnly? value) => value is { } day ? Sure(rule, day) : Unclear(rule, DateDoubt.NoSuchDay);

    /// <summary>No one day; alternatives may repeat and stand in any order.</summary>
    internal static DateMention Unclear(string rule, DateDoubt doubt, params IEnumerable<DateOnly> alternatives) =>
        new(default, null, true, rule) { Doubt = doubt, Alternatives = [.. alternatives.Distinct().Order()] };
}
