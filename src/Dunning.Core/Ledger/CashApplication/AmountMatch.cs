namespace Dunning.Core.Ledger.CashApplication;

/// <summary>What the amount alone says: one open item, a set of items, or the whole balance of a known payer.</summary>
internal static class AmountMatch
{
    /// <summary>Sets up to this size are what people pay without naming them; larger sums come about by chance.</summary>
    public const int SmallSet = 3;

    private const int FewItems = 14;
    private const int MostItems = 40;

    // One wrong sum in five hundred is the most that a sum found by search may risk.
    private const double ChanceAllowed = 0.002;

    public static CashMatch Decide(MatchView view)
    {
        var payable = view.Payable();
        var size = payable.Count <= FewItems ? payable.Count : SmallSet;
        var found = Explanations(payable, view.Amount, view.Currency, size);
        if (found.Count == 0) return new CashMatch.NothingFound("Neither a number in the text nor the amount points to an open item.");
        if (found.Count > 1) return MatchView.Doubt(MatchDoubt.SeveralSolutions, "The amount fits in more than one way.", found);
        if (view.Text.Unknown.Count > 0) return MatchView.Doubt(MatchDoubt.UnknownNumber, "The text names a number that is no open item; only the amount fits.", found);
        if (view.Customer is null) return MatchView.Doubt(MatchDoubt.PayerUnknown, "The amount fits, but nothing says from whom the money came.", found);
        if (found[0].Count == 1) return new CashMatch.Applied(MatchView.InFull(found[0], MatchMethod.UniqueAmount, "the amount equals this open item and no other"), "The amount equals one open item and no other.");
        if (found[0].Count < payable.Count && Chance(payable, size, view.Currency) > ChanceAllowed)
            return MatchView.Doubt(MatchDoubt.SeveralSolutions, "Some items add up to the amount, but with so many open items that may be chance.", found);
        return new CashMatch.Applied(
            MatchView.InFull(found[0], MatchMethod.UniqueSum, "the amount is the sum of these open items and of no others"), "The amount is the sum of some open items and of no others.");
    }

    /// <summary>Sets of items whose open amounts add up to an amount, at most two: one item, a set up to a size, or all.</summary>
    public static IReadOnlyList<IReadOnlyList<PayableItem>> Explanations(IReadOnlyList<PayableItem> payable, decimal amount, string currency, int size)
    {
        List<IReadOnlyList<PayableItem>> found = [];
        foreach (var items in payable.GroupBy(item => item.Customer).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            found.AddRange(items.Where(item => item.Open == amount).Take(2).Select(item => (IReadOnlyList<PayableItem>)[item]));
            if (items.Count > 1 && items.Sum(item => item.Open) == amount) found.Add(items);
            if (items.Count > MostItems) continue;
            var units = items.ConvertAll(item => MinorUnits.Exact(item.Open, currency)!.Value);
            var sums = SubsetSum.Find(units, MinorUnits.Exact(amount, currency)!.Value, 2, Math.Min(size, items.Count), 2);
            found.AddRange(sums.Where(sum => sum.Count < items.Count).Select(sum => (IReadOnlyList<PayableItem>)sum.ConvertAll(at => items[at])));
        }

        return found;
    }

    // How many sets there are for each value their sum can take. Round amounts share a coarse unit and meet more often.
    private static double Chance(IReadOnlyList<PayableItem> items, int size, string currency)
    {
        var units = items.Select(item => MinorUnits.Exact(item.Open, currency)!.Value).ToList();
        var unit = units.Aggregate(0L, Divisor);
        var (sets, choose) = (0.0, 1.0);
        for (var k = 1; k <= size; k++) sets += choose *= (items.Count - k + 1) / (double)k;
        return sets / (units.Sum() / (double)Math.Max(1, unit));
    }

    private static long Divisor(long left, long right) => right == 0 ? left : Divisor(right, left % right);
}
