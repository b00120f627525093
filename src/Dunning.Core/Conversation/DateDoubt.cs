using System.Globalization;

namespace Dunning.Core.Conversation;

/// <summary>Why a date phrase does not resolve to one day.</summary>
public enum DateDoubt
{
    /// <summary>No doubt, or nothing said about a day.</summary>
    None,
    /// <summary>"03/04": day and month may be meant the other way round.</summary>
    DayOrMonth,
    /// <summary>"Next Friday", or "on Friday" written on a Friday: this week or the week after.</summary>
    WhichWeek,
    /// <summary>"Monday, 18 March", and the 18th is no Monday.</summary>
    WeekdayDisagrees,
    /// <summary>"Between the 10th and the 12th", "Thursday or Friday".</summary>
    SeveralDays,
    /// <summary>"Around the 15th".</summary>
    Approximate,
    /// <summary>"After the 15th", "not before Friday": an earliest day, no latest one.</summary>
    NotBefore,
    /// <summary>"Mid April", "next week".</summary>
    Vague,
    /// <summary>"30 days after receipt": counted from a day the text does not name.</summary>
    CountsFromAnEvent,
    /// <summary>"31 June".</summary>
    NoSuchDay,
    /// <summary>The day had passed when the mail was written.</summary>
    GoneBy,
    /// <summary>The sentence does not say outright that the writer's side pays on the day.</summary>
    NotOutright,
}

/// <summary>Doubts about a date in words a person reads.</summary>
public static class DateDoubts
{
    /// <summary>The doubt in a clause, with the days that may be meant: "day and month may be swapped: 3 April or 4 March 2026".</summary>
    public static string InWords(this DateDoubt doubt, IReadOnlyList<DateOnly> alternatives)
    {
        var words = Words(doubt);
        return alternatives.Count == 0 ? words : $"{words}: {string.Join(" or ", alternatives.Select(d => d.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)))}";
    }

    private static string Words(DateDoubt doubt) => doubt switch
    {
        DateDoubt.None => "the date has more than one reading",
        DateDoubt.DayOrMonth => "day and month of the date may be swapped",
        DateDoubt.WhichWeek => "the weekday may be meant in one week or the next",
        DateDoubt.WeekdayDisagrees => "the weekday and the date contradict each other",
        DateDoubt.SeveralDays => "more than one day is named",
        DateDoubt.Approximate => "the day is named only roughly",
        DateDoubt.NotBefore => "the text names an earliest day and no latest one",
        DateDoubt.Vague => "the text names a stretch of time and no day",
        DateDoubt.CountsFromAnEvent => "the days are counted from an event whose day is not named",
        DateDoubt.NoSuchDay => "the calendar has no such day",
        DateDoubt.GoneBy => "the day named had passed when the mail was written",
        DateDoubt.NotOutright => "the text does not say outright that it is the day of their payment",
    };
}
