using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;
using Dunning.Core.Ledger;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>One date of a clause with the amount and the invoices that belong to it.</summary>
internal sealed record Segment(DateMention? Date, AmountMention? Amount, IReadOnlyList<string> Invoices, bool AmountUnsure);

/// <summary>Divides a clause among its dates: "500 on Friday and the rest on the 20th".</summary>
internal static class Segments
{
    public static IReadOnlyList<Segment> Of(string clause, IReadOnlyList<DateMention> dates, ReadingContext context)
    {
        var amounts = AmountReader.Find(clause, context.Language, context.OpenItems)
            .Where(a => !dates.Any(d => Overlap(a.Span, d.Span))).ToArray();
        var invoices = InvoiceReader.Find(clause, context.OpenItems)
            .Where(i => !amounts.Any(a => Overlap(a.Span, i.Span))
                && !dates.Any(d => Overlap(i.Span, d.Span))).ToArray();
        var open = Leaves(clause, amounts, invoices);
        if (dates.Count < 2) return [Build(dates.Count == 1 ? dates[0] : null, amounts, invoices, null, context) is var only && open ? only with { AmountUnsure = true } : only];
        var named = amounts.Select(a => a.Span.Start).Concat(invoices.Select(i => i.Span.Start)).Order().ToArray();
        // "The first instalment on the 3rd, the second on the 17th": parts of which no amount is told.
        var parts = named.Length < dates.Count ? Instalments.Find(Folding.Fold(clause)).Where(p => !dates.Any(d => Overlap(p, d.Span))).Select(p => p.Start).ToArray() : [];
        if (parts.Length > 0) named = [.. named.Concat(parts).Distinct().Order()];
        if (named.Length < dates.Count)
            // Two days and nothing to tell them apart by: no single reading.
            return [Build(DateMention.Unclear(dates[0].Rule, DateDoubt.SeveralDays, dates.SelectMany(d => d.Value is { } day ? [day] : d.Alternatives)) with { Span = dates[0].Span }, amounts, invoices, null, context)];
        var namedFirst = named[0] < dates[0].Span.Start;
        List<Segment> segments = [];
        decimal paidBefore = 0;
        for (var i = 0; i < dates.Count; i++)
        {
            var from = namedFirst ? i == 0 ? 0 : dates[i - 1].Span.Start : dates[i].Span.Start;
            var to = namedFirst ? dates[i].Span.Start : i + 1 == dates.Count ? clause.Length : dates[i + 1].Span.Start;
            var segment = Build(dates[i], [.. amounts.Where(a => a.Span.Start >= from && a.Span.Start < to)],
                [.. invoices.Where(v => v.Span.Start >= from && v.Span.Start < to)], paidBefore, context);
            paidBefore += segment.Amount?.Value ?? 0;
            segments.Add(parts.Length > 0 && segment.Amount is null && segment.Invoices.Count == 0 ? segment with { AmountUnsure = true } : segment);
        }
        return segments;
    }

    // "A part of it", "between 300 and 500": less than everything, and nobody can say how much.
    private static bool Leaves(string clause, AmountMention[] amounts, InvoiceMention[] invoices) =>
        Array.Exists(amounts, a => a.Word == AmountWord.None) ? Array.Exists(amounts, a => UnsureAmounts.Limit(clause, a.Span))
        : amounts.Length == 0 && (UnsureAmounts.Part(clause) || invoices.Length == 0 && UnsureAmounts.Bare(clause));

    private static bool Overlap(TextSpan l, TextSpan r) => l.Start < r.Start + r.Length && r.Start < l.Start + l.Length;

    private static Segment Build(DateMention? date, AmountMention[] amounts, InvoiceMention[] invoices, decimal? paidBefore, ReadingContext context)
    {
        var numbers = invoices.Select(i => i.Number).ToArray();
        // A figure says more than a word; without a date of its own "the rest later" says nothing about the first part.
        var amount = amounts.FirstOrDefault(a => a.Word == AmountWord.None) ?? amounts.FirstOrDefault(a => a.Word is not AmountWord.Rest) ?? amounts.FirstOrDefault();
        if (amount is null) return new Segment(date, null, numbers, false);
        if (amount is { Word: AmountWord.Rest, OrAll: true } && paidBefore is not > 0) amount = amount with { Word = AmountWord.All };
        if (amount.Word == AmountWord.Rest) amount = amount with { Value = Rest(paidBefore, context), Currency = context.OpenItems.FirstOrDefault()?.Currency };
        if (amount.Word is AmountWord.Half or AmountWord.Share && numbers.Length > 0 && context.OpenItems.Where(i => numbers.Contains(i.Number)).ToArray() is [_, ..] named)
            amount = amount with { Value = Math.Round(named.Sum(i => i.Open) * amount.Fraction!.Value, Money.MinorDigits(named[0].Currency), MidpointRounding.ToEven), Currency = named[0].Currency };
        var several = amounts.Count(a => a.Word == AmountWord.None) > 1 && numbers.Length < 2;
        return new Segment(date, amount, numbers, several || amount.Value is null && amount.Word != AmountWord.All);
    }

    private static decimal? Rest(decimal? paidBefore, ReadingContext context) =>
        paidBefore is > 0 && context.OpenItems.Select(i => i.Currency).Distinct().Count() == 1 && context.OpenItems.Sum(i => i.Open) - paidBefore is > 0 and var rest ? rest : null;
}
