using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Words around a date that make it rough ("around the 15th") or an earliest day ("not before the 15th").</summary>
internal sealed class DateBounds
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
        weekOf = new Regex($@"\b(?:{idioms.WeekOf}){Articles}$", Options, PatternTime.Limit);
    }

    /// <summary>The mention as it is, or without its day where the words around it take the day away.</summary>
    public static DateMention Apply(DateMention mention, string folded, DateLexicon lexicon)
    {
        if (mention.Value is not { } day || mention.Rule is "ago" or "yesterday" or "range") return mention;
        var bounds = Known.GetOrAdd(lexicon.Language, static l => new DateBounds(DateIdioms.For(l)!));
        var end = mention.Span.Start + mention.Span.Length;
        // A phrase may have claimed its own preposition ("vom 20.", "le 15"): the words before the number count as well.
        var number = mention.Span.Start;
        while (number < end && !char.IsAsciiDigit(folded[number])) number++;
        string Before(int at) => folded[Math.Max(0, at - LooksAround)..at];
        bool Stands(Regex words) => words.IsMatch(Before(mention.Span.Start)) || number < end && words.IsMatch(Before(number));
        var behind = folded[end..Math.Min(folded.Length, end + LooksAround)];
        DateMention Taken(DateDoubt doubt, params IEnumerable<DateOnly> days) => DateMention.Unclear(mention.Rule, doubt, days) with { Span = mention.Span };
        if (Stands(bounds.weekOf)) return Taken(DateDoubt.SeveralDays, DateMath.Monday(day), DateMath.Monday(day).AddDays(4));
        if (Stands(bounds.notBefore) || bounds.notBeforeBehind.IsMatch(behind)) return Taken(DateDoubt.NotBefore);
        return Stands(bounds.roughly) ? Taken(DateDoubt.Approximate, day) : mention;
    }
}
