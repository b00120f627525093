using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// What a sentence without an invoice number speaks of: the invoices the sentence before it names, the only one ("It
/// was due …"), or as many as it has values, in their order ("They are 12 and 34 days overdue").
/// </summary>
internal static class Topics
{
    /// <summary>The values of a segment together with the invoice numbers, its own or those of its topic, in order.</summary>
    internal static IReadOnlyList<Item> With(Reading reading, int segment, Ledger ledger, IReadOnlyList<Item> values)
    {
        if (values.Count == 0) return [];
        var (sentence, own) = reading.Segments[segment];
        if (own.Any(item => Names(item, ledger))) return [.. own.Where(item => Names(item, ledger) || values.Contains(item))];
        if (segment == 0) return [];
        var (before, items) = reading.Segments[segment - 1];
        var topic = items.Where(item => Names(item, ledger)).DistinctBy(static item => item.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (topic.Count != values.Count || !Adjoin(reading.Part.Clean.Text, before, sentence)) return [];
        // One invoice about which the sentence before has said something of the kind is not the topic any more.
        return topic.Count == 1 && items.Any(item => item.Kind == values[0].Kind) ? [] : [.. topic, .. values];
    }

    private static bool Names(Item item, Ledger ledger) => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name);

    private static bool Adjoin(string text, Sentence before, Sentence sentence)
    {
        var end = before.Tokens[^1].Start + before.Tokens[^1].Length;
        var start = sentence.Tokens[0].Start;
        return start >= end && text.AsSpan(end, start - end).Count('\n') < 2;
    }
}
