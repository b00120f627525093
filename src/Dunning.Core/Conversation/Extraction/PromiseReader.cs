using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>
/// Reads promises to pay out of scored sentences. Negated, asked, reported and past sentences promise nothing; a
/// condition is kept as such; a date with two readings, or one that has gone by, comes without a day.
/// </summary>
public static class PromiseReader
{
    private const double Likely = 0.5;
    private const double Possible = 0.2;

    /// <summary>Promises in their order. A vague one ("soon") has neither a date nor the mark of ambiguity.</summary>
    public static IReadOnlyList<PromiseReading> Read(string text, IReadOnlyList<ScoredSentence> sentences, ReadingContext context)
    {
        List<PromiseReading> promises = [];
        foreach (var sentence in sentences)
        {
            if (sentence.Absence || sentence.Promise < Possible && !context.LikelyPromise) continue;
            var whole = text.Substring(sentence.Span.Start, sentence.Span.Length);
            foreach (var clause in SentenceGates.Clauses(whole))
                promises.AddRange(FromClause(whole, clause, sentence, context));
        }
        // "We will pay. It goes out on Friday." is one promise.
        return promises.Exists(p => p.Date is not null || p.Ambiguous) ? [.. promises.Where(p => p.Date is not null || p.Ambiguous)] : [.. promises.Take(1)];
    }

    private static IEnumerable<PromiseReading> FromClause(string whole, TextSpan clause, ScoredSentence sentence, ReadingContext context)
    {
        var part = whole.Substring(clause.Start, clause.Length);
        var signs = SentenceGates.Read(part, whole, context.Language);
        if (signs.Negated || signs.Question || signs.Attributed || signs.Past) return [];
        var dates = DueDates.Future(part, DateReader.Find(part, context.Dates(backward: false)), context.Today);
        if (dates.Count == 0 && (sentence.Promise < Likely || !signs.Commits)) return [];
        if (sentence.Promise < Likely && !signs.Commits && !IsBareDate(part, dates)) return [];
        if (sentence.Paid > sentence.Promise && sentence.Paid >= Likely && dates.Count == 0) return [];
        var at = new TextSpan(sentence.Span.Start + clause.Start, clause.Length);
        var segments = Segments.Of(part, dates, context);
        return segments.Select(s => new PromiseReading(
            s.Date?.Value is { } day && day >= context.Today ? day : null, s.Amount?.Word == AmountWord.All ? null : s.Amount?.Value,
            s.Amount?.Word == AmountWord.All ? null : s.Amount?.Currency, signs.Conditional,
            Ambiguous: s.Date is { } d && (d.Ambiguous || d.Value < context.Today), s.Invoices, PaymentWords.Method(part),
            s.AmountUnsure ? 0 : Math.Max(sentence.Promise, context.LikelyPromise ? Likely : 0), at));
    }

    // "Friday." as the whole answer to a reminder.
    private static bool IsBareDate(string part, IReadOnlyList<DateMention> dates) => dates.Count == 1 && part.Trim().Length <= dates[0].Span.Length + 12;
}
