using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Spanish "pagamos" is "we pay" and "we paid" alike: the day, or a word beside it, tells which.</summary>
internal static partial class PresentOrPast
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Whether a clause that looks past speaks of a payment to come.</summary>
    public static bool IsPresent(string clause, IReadOnlyList<DateMention> dates, ReadingContext context)
    {
        if (context.Language != "es" || dates.Count == 0) return false;
        var folded = Folding.Fold(clause);
        if (!BothTenses().IsMatch(folded) || Told().IsMatch(folded)) return false;
        return ToCome().IsMatch(folded) || dates.All(d => d.Rule != "weekday" && d.Value > context.Today);
    }

    [GeneratedRegex(@"\b(?:pagamos|abonamos|transferimos|liquidamos|ingresamos|quedara hecho|estara hecho|sera hecho)\b", Options)]
    private static partial Regex BothTenses();

    [GeneratedRegex(@"\b(?:ya|hemos|pasado|ayer|anteayer|hace|la semana pasada|anterior)\b", Options)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:sin falta|sin problemas?|que viene|proxim[oa]|este|a mas tardar|manana|hoy mismo|quedara|estara)\b", Options)]
    private static partial Regex ToCome();
}
