using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Tells the day of a payment from the other days a sentence names (of the invoice, of the reminder, its due date).</summary>
internal static partial class DueDates
{
    private const int LooksBack = 16;

    public static IReadOnlyList<DateMention> Future(string text, IReadOnlyList<DateMention> dates, DateOnly today)
    {
        var folded = Folding.Fold(text);
        var own = dates.Where(d => !Belongs().IsMatch(Before(folded, d)) && !(d.Value < today && OfSomething().IsMatch(Before(folded, d)))).ToArray();
        var later = own.Where(d => d.Ambiguous || d.Value >= today).ToArray();
        IEnumerable<DateMention> kept = later.Length > 0 ? later : own;
        // The same day said twice ("Friday, 12.06.") is one; a sure phrase beats an unclear one ("next week, on 12 June").
        if (later.Any(d => !d.Ambiguous)) kept = later.Where(d => !d.Ambiguous || d.Rule is not ("unclear" or "part"));
        return [.. kept.GroupBy(d => d.Value is { } v ? v.DayNumber : -d.Span.Start - 1).Select(g => g.First())];
    }

    private static string Before(string folded, DateMention date) => folded[Math.Max(0, date.Span.Start - LooksBack)..date.Span.Start];

    [GeneratedRegex(@"\b(?:dated|due|due on|issued|issued on|datiert|fallig am|fallig zum|falligkeit|datee du|echue le|con fecha|vencida el|datata|scaduta il|gedateerd|vervallen op)\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Belongs();

    [GeneratedRegex(@"\b(?:of|from|since|vom|seit|du|de|del|dal|van)\s*(?:the )?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfSomething();
}
