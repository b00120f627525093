using System.Globalization;
using System.Text.RegularExpressions;

namespace Dunning.Guardrails.Grounding;

/// <summary>"Today is the 17th", "Heute ist der 17.", "nous sommes le 17": a day without its month, named as the present one.</summary>
internal static class DayOfToday
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The article or the ending is what tells the seventeenth from seventeen of something.
    private static readonly Regex Said = new(
        @"\b(today|heute|aujourd['\u2019]hui|hoy|oggi|vandaag|nous sommes|estamos|siamo|wir haben)\b[^\d\n.!?;:]{0,20}?[ ,(](" +
        @"the (?<day>\d{1,2})(st|nd|rd|th)\b|(der|den|dem|am) (?<day>\d{1,2})\.|(le|il|el|al|a|all['\u2019]|l['\u2019]|d[i\u00ed]a) ?(?<day>\d{1,2})(er|o|\u00ba|\u00b0)?\b|de (?<day>\d{1,2})(e|de|ste)\b)", Options);

    /// <summary>Adds a candidate for the day when it is today's; any other day stays a number without a fact, and a span of days a span.</summary>
    internal static void Find(string text, DateOnly today, List<Item> found)
    {
        for (var match = Said.Match(text); match.Success; match = match.NextMatch())
        {
            var written = match.Groups["day"];
            if (int.Parse(written.Value, CultureInfo.InvariantCulture) != today.Day || found.Exists(item => item.Start <= written.Index && written.Index < item.End)) continue;
            found.Add(new(ItemKind.Date, written.Index, written.Length, [], [today], written.Value));
        }
    }
}
