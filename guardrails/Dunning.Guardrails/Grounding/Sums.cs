using Dunning.Core.Correspondence;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Which amounts of a reading are spoken of as sums, and which sums the text around them justifies.</summary>
public sealed class Sums(Ledger ledger, FactSet facts, Reading reading)
{
    // A sum is rarely on the far side of a comma from its word, and hardly ever on another line.
    private const int CommaCosts = 12;
    private const int LineCosts = 60;
    private const int StopCosts = 40;
    private const int VerbReach = 14;

    /// <summary>
    /// The amounts each word such as "total" speaks of: the nearest one of its segment. A word over a list of amounts
    /// that is summed up by a later word speaks of none.
    /// </summary>
    public IReadOnlyList<Item> Bound(int segment)
    {
        var (sentence, items) = reading.Segments[segment];
        var amounts = items.Where(static item => item.Kind == ItemKind.Money).ToList();
        if (amounts.Count == 0) return [];
        var words = TotalWords.All(sentence);
        var bound = new List<Item>();
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Start : int.MaxValue;
            var heads = next != int.MaxValue && amounts.Count(amount => amount.Start > words[i].End && amount.Start < next) > 1;
            if (!heads) bound.Add(amounts.MinBy(amount => Distance(words[i], amount))!);
        }

        if (bound.Count == 0 && SpeaksOfAccount(segment, sentence, items, amounts)) bound.AddRange(amounts);
        foreach (var (_, end) in TotalWords.Verbs(sentence))
        {
            var several = amounts.Count(amount => amount.Start < end) > 1 || (segment > 0 && reading.Segments[segment - 1].Items.Count(static item => item.Kind == ItemKind.Money) > 1);
            if (several && amounts.Find(amount => amount.Start >= end && amount.Start - end <= VerbReach) is { } sum) bound.Add(sum);
        }

        return bound;
    }

    // "We show 1,200 EUR overdue on account C-4711", "the balance is …": the account's, unless the sentence before speaks of one invoice.
    private bool SpeaksOfAccount(int segment, Sentence sentence, IReadOnlyList<Item> items, List<Item> amounts)
    {
        if (Names(items) > 0) return false;
        if (amounts.Count == 1 && facts.CustomerNumber.Length > 0 && items.Any(item => item.Kind == ItemKind.Known && item.Name == facts.CustomerNumber)) return true;
        return TotalWords.SpeaksOfBalance(sentence) && (segment == 0 || Names(reading.Segments[segment - 1].Items) != 1);
    }

    private int Names(IReadOnlyList<Item> items) => items.Where(item => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name)).Select(static item => item.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>
    /// The sums that may stand here: those of the account, of the invoices named or the amounts stated before in the
    /// segment, and of those in the sentence before.
    /// </summary>
    public HashSet<decimal> Allowed(int segment, Item item)
    {
        var sums = ledger.Totals().ToHashSet();
        AddAround(segment, item, sums);
        return sums;
    }

    /// <summary>Whether an amount is the sum of what its segment or the one before says, and no invoice's own.</summary>
    public bool IsStatedSum(int segment, Item item)
    {
        var sums = new HashSet<decimal>();
        AddAround(segment, item, sums);
        return item.Values.Any(value => sums.Contains(value) && !facts.Invoices.Any(invoice => invoice.Open == value));
    }

    /// <summary>Whether the text around an amount makes it a justified sum of several.</summary>
    public bool Justifies(Item item)
    {
        for (var i = 0; i < reading.Segments.Count; i++)
        {
            if (reading.Segments[i].Items.Contains(item)) return item.Values.Any(Allowed(i, item).Contains);
        }

        return false;
    }

    /// <summary>
    /// Amounts that follow from two that the text states: an invoice before the payment booked on it, and what is
    /// missing from a promise.
    /// </summary>
    public IEnumerable<decimal> Derived()
    {
        var stated = reading.Items.Where(static item => item.Kind == ItemKind.Money).SelectMany(static item => item.Values).ToHashSet();
        foreach (var payment in facts.PaymentsReceived.Where(payment => stated.Contains(payment.Amount)))
        {
            foreach (var invoice in facts.Invoices)
            {
                if (stated.Contains(invoice.Open) && Ledger.IsOnly(payment, invoice)) yield return invoice.Open + payment.Amount;
            }

            foreach (var promise in facts.Promises)
            {
                if (promise.Amount > payment.Amount && stated.Contains(promise.Amount)) yield return promise.Amount - payment.Amount;
            }
        }
    }

    private void AddAround(int segment, Item item, HashSet<decimal> sums)
    {
        var items = reading.Segments[segment].Items;
        AddSums([.. items.Where(other => other.Start < item.Start)], sums);
        AddSums(items, sums);
        if (segment == 0) return;
        AddSums(reading.Segments[segment - 1].Items, sums);
        if (!TotalWords.SpeaksOfOthers(reading.Segments[segment].Sentence)) return;
        var apart = items.Concat(reading.Segments[segment - 1].Items).Select(static other => other.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        sums.Add(facts.Invoices.Where(invoice => !apart.Contains(invoice.Number)).Sum(static invoice => invoice.Open));
    }

    private void AddSums(IReadOnlyList<Item> items, HashSet<decimal> sums)
    {
        var named = items.Where(item => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name)).Select(static item => item.Name).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(ledger.Lines).ToList();
        if (named.Count > 1) sums.Add(named.Sum(static invoice => invoice.Open));
        var opens = facts.Invoices.Select(static invoice => invoice.Open).ToHashSet();
        var stated = items.Where(static item => item.Kind == ItemKind.Money).Select(item => item.Values.FirstOrDefault(opens.Contains)).Where(static amount => amount != 0).ToList();
        if (stated.Count > 1) sums.Add(stated.Sum());
    }

    private int Distance((int Start, int End) word, Item amount)
    {
        var (from, to) = word.Start < amount.Start ? (word.End, amount.Start) : (amount.End, word.Start);
        if (to <= from) return 0;
        var between = reading.Part.Clean.Text.AsSpan(from, to - from);
        return between.Length + (CommaCosts * between.CountAny([',', '(', ')', '\u2013', '|'])) + (LineCosts * between.Count('\n')) + (between.Contains(". ", StringComparison.Ordinal) ? StopCosts : 0);
    }
}
