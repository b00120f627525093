using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Reads claims of payment, requests for documents and disputes out of scored sentences.</summary>
public static class ClaimReader
{
    private const double Likely = 0.5;
    private const double Sure = 0.75;

    /// <summary>Payments claimed. A message that claims one in several sentences gives one claim.</summary>
    public static IReadOnlyList<PaymentClaimReading> Payments(string text, IReadOnlyList<ScoredSentence> sentences, ReadingContext context)
    {
        List<PaymentClaimReading> claims = [];
        foreach (var sentence in sentences)
        {
            var part = text.Substring(sentence.Span.Start, sentence.Span.Length);
            var signs = SentenceGates.Read(part, part, context.Language);
            var says = sentence.Paid >= Likely || context.LikelyPaid && signs.Past;
            // "We paid on 29 May, could you check?" tells before it asks.
            var asks = signs.Question && !(sentence.Paid >= Sure && part.Contains(',', StringComparison.Ordinal));
            if (!says || asks || signs.Attributed || sentence.Promise > sentence.Paid) continue;
            var dates = DateReader.Find(part, context.Dates(backward: true));
            var day = dates.FirstOrDefault(d => d.Value is { } v && v <= context.Today)?.Value;
            var amount = AmountReader.Find(part, context.Language, context.OpenItems).FirstOrDefault(a => a.Word == AmountWord.None);
            claims.Add(new PaymentClaimReading(day, amount?.Value, amount?.Currency, PaymentWords.Reference(part), Numbers(part, context), sentence.Span));
        }
        return claims.Count > 1 && claims.TrueForAll(c => c.Invoices.Count == 0) ? [claims.Aggregate(Merge)] : claims;
    }

    /// <summary>Documents asked for.</summary>
    public static IReadOnlyList<DocumentReading> Documents(string text, IReadOnlyList<ScoredSentence> sentences, ReadingContext context)
    {
        List<DocumentReading> documents = [];
        foreach (var sentence in sentences.Where(s => s.Document >= Likely))
        {
            var part = text.Substring(sentence.Span.Start, sentence.Span.Length);
            var kinds = DocumentWords.Kinds(part);
            foreach (var kind in kinds.Count == 0 ? [DocumentKind.Other] : kinds)
                if (!documents.Exists(d => d.Kind == kind)) documents.Add(new DocumentReading(kind, Numbers(part, context), sentence.Span));
        }
        return documents.Count > 1 ? [.. documents.Where(d => d.Kind != DocumentKind.Other)] : documents;
    }

    /// <summary>Disputes raised, one per sentence; vaguer ones give way to those with a reason.</summary>
    public static IReadOnlyList<DisputeReading> Disputes(string text, IReadOnlyList<ScoredSentence> sentences, ReadingContext context, double threshold)
    {
        List<DisputeReading> disputes = [];
        foreach (var sentence in sentences.Where(s => s.Dispute >= threshold))
        {
            var part = text.Substring(sentence.Span.Start, sentence.Span.Length);
            var amount = AmountReader.Find(part, context.Language, context.OpenItems).FirstOrDefault(a => a.Word == AmountWord.None);
            disputes.Add(new DisputeReading(DisputeWords.Reason(part), amount?.Value, Numbers(part, context), sentence.Span) { Quantity = DisputedQuantity.Of(part, context.Language) });
        }
        return disputes.Exists(d => d.Reason != DisputeReason.Other) ? [.. disputes.Where(d => d.Reason != DisputeReason.Other || d.Invoices.Count > 0)] : [.. disputes.Take(1)];
    }

    private static IReadOnlyList<string> Numbers(string part, ReadingContext context) => [.. InvoiceReader.Find(part, context.OpenItems).Select(i => i.Number)];

    private static PaymentClaimReading Merge(PaymentClaimReading l, PaymentClaimReading r) =>
        new(l.Date ?? r.Date, l.Amount ?? r.Amount, l.Currency ?? r.Currency, l.Reference ?? r.Reference, l.Invoices, l.Span);
}
