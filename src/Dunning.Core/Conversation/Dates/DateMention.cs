namespace Dunning.Core.Conversation.Dates;

/// <summary>Which number of 05/06 is the day.</summary>
public enum DateOrder { Unknown, DayFirst, MonthFirst }

/// <summary>What a date phrase is resolved against.</summary>
/// <param name="Today">The day of writing in the sender's zone.</param>
/// <param name="Language">ISO 639-1 code; a language without a lexicon gets only numeric forms.</param>
/// <param name="Order">Order of numeric dates where the locale is known; else the language decides or the phrase stays ambiguous.</param>
/// <param name="Backward">The sentence tells of the past: "Friday" is the last one.</param>
/// <param name="IsBusinessDay">Working days of the sender's country; null means Monday to Friday.</param>
public sealed record DateContext(DateOnly Today, string Language, DateOrder Order = DateOrder.Unknown, bool Backward = false, Func<DateOnly, bool>? IsBusinessDay = null);

/// <summary>A date phrase found in a text.</summary>
/// <param name="Value">The one day it means; null when ambiguous or vague.</param>
/// <param name="Ambiguous">More than one reading, or a weekday that contradicts its date.</param>
/// <param name="Rule">Name of the rule that found it, for explanations.</param>
public sealed record DateMention(TextSpan Span, DateOnly? Value, bool Ambiguous, string Rule);
