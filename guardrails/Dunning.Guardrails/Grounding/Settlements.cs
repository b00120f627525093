namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Payments and promises with their days: "the 1,800 EUR of 7 May" must be one payment, not the amount of one thing and
/// the day of another.
/// </summary>
internal static class Settlements
{
    private const int Reach = 45;
    private const int Beside = 25;

    /// <summary>The first date beside an amount with which it does not belong, where one of the two is of a payment or promise.</summary>
    internal static Item? WrongDay(Reading reading, int segment, Ledger ledger, Func<Item, bool> saysDue)
    {
        var items = reading.Segments[segment].Items.Where(item => item.Kind is ItemKind.Money or ItemKind.Date || (item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name))).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Kind: ItemKind.Money } amount) continue;
            var days = ledger.SettlementDays(amount.Values);
            var (before, after) = (DateBefore(items, i), DateAfter(items, i));
            if (days.Count == 0)
            {
                if (!amount.Values.Any(ledger.IsOpenAmount)) continue;
                bool Foreign(Item date) => date.Dates.Any(ledger.IsSettlementOnly) && !date.Dates.Any(day => ledger.IsSettledOn(amount.Values, day));
                if (after is not null && after.Start - items[i].End <= Beside && Foreign(after)) return after;
                if (before is not null && Foreign(before) && Leads(reading.Part.Clean.Text[before.End..items[i].Start])) return before;
                continue;
            }

            bool Fits(Item date) => date.Dates.Any(day => days.Contains(day) || day == ledger.Today);
            // "On 7 May we received 1,800 EUR": one of its two neighbours is its day.
            if ((after is not null && Fits(after)) || (before is not null && Fits(before))) continue;
            if ((after ?? before) is { } wrong && !saysDue(wrong)) return wrong;
        }

        return null;
    }

    // "your payment of 7 May over 1,800 EUR", but not "after your payment of 7 May, 1,800 EUR remain".
    private static bool Leads(string between) =>
        between.Length <= Beside && !between.Contains(',', StringComparison.Ordinal) && between.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => Amounting.Contains(word) || Paying.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Paying = ["paid", "pay", "receiv", "zahl", "gezahl", "bezahl", "kam", "ging", "r\u00e9gl", "regl", "re\u00e7u", "vers", "pag", "entr", "recib", "abon", "arriv", "ricev", "betaal", "ontv", "kwam"];

    private static readonly HashSet<string> Amounting = new(StringComparer.OrdinalIgnoreCase) { "over", "of", "for", "\u00fcber", "von", "de", "d'un", "pour", "por", "di", "per", "van", "ad" };

    private static Item? DateAfter(List<Item> items, int at) => at + 1 < items.Count && items[at + 1] is { Kind: ItemKind.Date } date && date.Start - items[at].End <= Reach ? date : null;

    // A date behind an invoice number or another amount belongs to that.
    private static Item? DateBefore(List<Item> items, int at) =>
        at > 0 && items[at - 1] is { Kind: ItemKind.Date } date && items[at].Start - date.End <= Reach && (at < 2 || items[at - 2].Kind == ItemKind.Date || date.Start - items[at - 2].End > Reach) ? date : null;
}
