using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Words around a date that make it rough ("around the 15th") or an earliest day ("not before the 15th").</summary>
internal sealed partial class DateBounds
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int LooksAround = 36;
    private const string Articles = @"(?:the\s+|den\s+|dem\s+|der\s+|le\s+|la\s+|el\s+|il\s+|de\s+|het\s+|l')?";
    private static readonly ConcurrentDictionary<string, DateBounds> Known = new(StringComparer.Ordinal);

    private readonly Regex roughly;
    private readonly Regex notBefore;
    private readonly Regex notBeforeBehind;
    private readonly Regex weekOf;

    private DateBounds(DateIdioms idioms)
    {
        roughly = new Regex($@"(?:{idioms.Roughly}){Articles}$", Options, PatternTime.Limit);
        notBefore = new Regex($@"(?:{idioms.NotBefore}){Articles}$", Options, PatternTime.Limit);
        notBeforeBehind = new Regex($@"^[\s,(-]*(?:{idioms.NotBeforeBehind})(?:\b|$|\W)", Options, PatternTime.Limit);
        weekOf = new Regex($@"(?<!\b(?:a|one|eine[rmn]?|einen?|une|una|een) )\b(?:{idioms.WeekOf}){Articles}$", Options, PatternTime.Limit);
    }

    /// <summary>The mention as it is, or without its day where the words around it take the day away.</summary>
    public static DateMention Apply(DateMention mention, string folded, DateLexicon lexicon, DateContext context)
    {
        if (mention.Value is not { } day || mention.Rule is "ago" or "yesterday") return mention;
        var bounds = Known.GetOrAdd(lexicon.Language, static l => new DateBounds(DateIdioms.For(l)!));
        var end = mention.Span.Start + mention.Span.Length;
        // A phrase may have claimed its own preposition ("vom 20.", "le 15"): the words before the number count as well.
        var number = mention.Span.Start;
        while (number < end && !char.IsAsciiDigit(folded[number])) number++;
        string Before(int at) => folded[Math.Max(0, at - LooksAround)..at];
        bool Stands(Regex words) => words.IsMatch(Before(mention.Span.Start)) || number < end && words.IsMatch(Before(number));
        var behind = folded[end..Math.Min(folded.Length, end + LooksAround)];
        DateMention Taken(DateDoubt doubt, params IEnumerable<DateOnly> days) => DateMention.Unclear(mention.Rule, doubt, days) with { Span = mention.Span };
        if (mention.Since is null && Of(bounds.weekOf, Before, mention.Span.Start, number < end ? number : mention.Span.Start) is { } start) return WeekOf(mention, day, start, context);
        // "From the 10th to the 12th" opens a stretch; before a stretch is before any of its days.
        if (mention.Since is { } first && Stands(Earlier())) return Taken(DateDoubt.SeveralDays, first, day);
        if (Stands(bounds.notBefore) && !(mention.Rule == "range" && Stands(Opening())) || bounds.notBeforeBehind.IsMatch(behind)) return Taken(DateDoubt.NotBefore);
        return Stands(bounds.roughly) ? Taken(DateDoubt.Approximate, day) : mention;
    }

    // Where "the week of" before a day begins.
    private static int? Of(Regex words, Func<int, string> before, params ReadOnlySpan<int> ends)
    {
        foreach (var at in ends)
            if (words.Match(before(at)) is { Success: true } of) return at - of.Length;
        return null;
    }

    // A week that begins on a Sunday is counted in two ways.
    private static DateMention WeekOf(DateMention mention, DateOnly day, int start, DateContext context)
    {
        var week = Weeks.Stretch("week_of", DateMath.Monday(day), context);
        // "The week of the 20th" written on the 22nd may be the one that is running.
        if (mention.Rule is "day_of_month" or "day_word" && DateMath.Monday(day.AddMonths(-1)) == DateMath.Monday(context.Today))
            week = DateMention.Unclear("week_of", DateDoubt.WhichWeek, Weeks.Stretch("week_of", DateMath.Monday(context.Today), context).Value!.Value, week.Value!.Value);
        else if (day.DayOfWeek == DayOfWeek.Sunday) week = DateMention.Unclear("week_of", DateDoubt.WhichWeek, week.Value!.Value, DateMath.Monday(day).AddDays(11));
        return week with { Span = new TextSpan(start, mention.Span.Start + mention.Span.Length - start) };
    }

    [GeneratedRegex(@"\b(?:before|ahead of|prior to|vor|avant|antes del?|prima del?(?:la)?|prima di|(?<!gepland )voor)\s+(?:the |der |dem |den |la |le |el |il |de |zur |kw )*$", Options, PatternTime.Milliseconds)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:from|starting|von|vom|ab|du|de|des|desde|del?|dal|dalla|van|vanaf|na)\s+(?:the |dem |den |le |la |el |il |de |het |l')*(?:dia )?$", Options, PatternTime.Milliseconds)]
    private static partial Regex Opening();
}
