using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Commitments;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>
/// Reads promises to pay out of scored sentences. Negated, asked, reported and past sentences promise nothing; a
/// condition is kept as such; a date with two readings, or one that has gone by, comes without a day.
/// </summary>
public static class PromiseReader
{
    private const double Likely = 0.5;
    private const double Possible = 0.2;
    private const int MostDays = 12;

    /// <summary>Promises in their order. A vague one ("soon") has neither a date nor the mark of ambiguity.</summary>
    public static IReadOnlyList<PromiseReading> Read(string text, IReadOnlyList<ScoredSentence> sentences, ReadingContext context)
    {
        List<PromiseReading> promises = [];
        var listed = 0.0;
        foreach (var scored in sentences)
        {
            var whole = text.Substring(scored.Span.Start, scored.Span.Length);
            // "We will pay as follows:" promises what each line of the list below it says.
            var item = listed > scored.Promise && PromiseLists.IsItem(whole);
            var sentence = item ? scored with { Promise = listed } : scored;
            listed = item ? listed : whole.EndsWith(':') ? scored.Promise : 0;
            if (sentence.Promise < Possible && !context.LikelyPromise) continue;
            foreach (var clause in SentenceGates.Clauses(whole))
                promises.AddRange(FromClause(whole, clause, sentence, context));
        }
        // Beside a plain promise, a day with no word of payment near it is a day of something else.
        if (promises.Exists(p => p.Date is not null && !p.Conditional))
            promises.RemoveAll(p => p.Doubt == DateDoubt.NotOutright && p.Span is { } at && !PlainPromise.Pays(text.Substring(at.Start, at.Length), context.Language));
        return Settled(promises);
    }

    // "We will pay. It goes out on Friday." is one promise, and so is a day said twice; a day that has gone by takes
    // nothing away from one that is still to come.
    private static IReadOnlyList<PromiseReading> Settled(List<PromiseReading> promises)
    {
        if (promises.Exists(p => p.Date is not null)) promises.RemoveAll(p => p.Doubt == DateDoubt.GoneBy);
        if (!promises.Exists(p => p.Date is not null || p.Ambiguous)) return [.. promises.Take(1)];
        List<PromiseReading> kept = [];
        foreach (var promise in promises.Where(p => p.Date is not null || p.Ambiguous))
            if (!kept.Exists(k => k.Date is not null && k.Date == promise.Date && k.Conditional == promise.Conditional && Covers(k, promise))) kept.Add(promise);
        return kept;
    }

    private static bool Covers(PromiseReading kept, PromiseReading again) =>
        (again.Amount is null || again.Amount == kept.Amount && again.Currency == kept.Currency) && again.Invoices.All(kept.Invoices.Contains);

    private static IEnumerable<PromiseReading> FromClause(string whole, TextSpan clause, ScoredSentence sentence, ReadingContext context)
    {
        var part = whole.Substring(clause.Start, clause.Length);
        var signs = SentenceGates.Read(part, whole, context.Language);
        if (signs.Question || signs.Attributed) return [];
        var commitment = CommitmentGates.Of(part, context.Language);
        var found = DateReader.Find(part, context.Dates(backward: false));
        var ties = Ties(part, found, signs.Negated, context);
        var plain = ties.ContainsValue(DayOfPayment.Plain);
        // "I am away until the 16th, my colleague pays on the 18th": only what is promised outright.
        if (sentence.Absence && !plain) return [];
        // A denial, or somebody else's payment, elsewhere in the clause takes nothing away from an outright promise.
        if ((signs.Negated || commitment == Commitment.NotOurs) && !plain) return [];
        var dates = DueDates.Future(part, found, context.Today, context.Language, ties);
        if (signs.Past && !PresentOrPast.IsPresent(part, dates, context) || PresentOrPast.Reports(part, found, context.Language)) return [];
        if (!signs.Commits && !plain && OtherEvents.Tells(Folding.Fold(part), context.Language)) return [];
        if (dates.Count == 0 && (sentence.Promise < Likely || !signs.Commits)) return [];
        if (sentence.Promise < Likely && !signs.Commits && !plain && !IsBareDate(part, dates)) return [];
        if (sentence.Paid > sentence.Promise && sentence.Paid >= Likely && dates.Count == 0) return [];
        var at = new TextSpan(sentence.Span.Start + clause.Start, clause.Length);
        return Segments.Of(part, dates, context).Select(s => Outright(s, ties, context)).Select(s => Promise(s, signs.Conditional || commitment == Commitment.Weak, PaymentWords.Method(part), s.AmountUnsure ? 0 : Math.Max(sentence.Promise, context.LikelyPromise ? Likely : 0), at, context));
    }

    private static Dictionary<TextSpan, DayOfPayment> Ties(string part, IReadOnlyList<DateMention> dates, bool negated, ReadingContext context)
    {
        if (dates.Count == 0) return [];
        // Nobody promises outright on so many days, and the work must not grow with their square.
        if (dates.Count > MostDays) return dates.ToDictionary(d => d.Span, _ => DayOfPayment.Unclear);
        var amounts = AmountReader.Find(part, context.Language, context.OpenItems).Select(a => a.Span).ToArray();
        var numbers = InvoiceReader.Find(part, context.OpenItems).Select(i => i.Span).ToArray();
        return dates.ToDictionary(d => d.Span, d => PlainPromise.Of(part, d, dates, amounts, numbers, negated, context.Language));
    }

    // A day that the clause does not outright promise payment on is for a person to judge.
    private static Segment Outright(Segment segment, Dictionary<TextSpan, DayOfPayment> ties, ReadingContext context) =>
        segment.Date is { Value: { } day } date && day >= context.Today && ties.GetValueOrDefault(date.Span, DayOfPayment.Plain) != DayOfPayment.Plain
            ? segment with { Date = DateMention.Unclear(date.Rule, DateDoubt.NotOutright, day) with { Span = date.Span } } : segment;

    private static PromiseReading Promise(Segment segment, bool conditional, string? method, double confidence, TextSpan at, ReadingContext context)
    {
        var gone = segment.Date?.Value < context.Today || segment.Date is { Value: null, Alternatives: [_, ..] ends } && ends.All(day => day < context.Today);
        var all = segment.Amount?.Word == AmountWord.All;
        return new PromiseReading(
            gone ? null : segment.Date?.Value, all ? null : segment.Amount?.Value, all ? null : segment.Amount?.Currency, conditional,
            Ambiguous: gone || segment.Date is { Ambiguous: true }, segment.Invoices, method, confidence, at)
        {
            Since = gone ? null : segment.Date?.Since,
            Doubt = gone ? DateDoubt.GoneBy : segment.Date?.Doubt ?? DateDoubt.None,
            Alternatives = gone ? [] : [.. (segment.Date?.Alternatives ?? []).Where(day => day >= context.Today)],
        };
    }

    // "Friday." as the whole answer to a reminder.
    private static bool IsBareDate(string part, IReadOnlyList<DateMention> dates) => dates.Count == 1 && part.Trim().Length <= dates[0].Span.Length + 12;
}
