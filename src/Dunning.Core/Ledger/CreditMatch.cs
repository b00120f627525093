namespace Dunning.Core.Ledger;

/// <summary>
/// Credits that belong to open items by their amount alone: one credit against one or several items, or several
/// credits against one item. Applying it comes before any message.
/// </summary>
/// <param name="Credits">Positions in the list of credits.</param>
/// <param name="Items">The items the credits pay.</param>
public sealed record CreditMatch(IReadOnlyList<int> Credits, IReadOnlyList<OpenItem> Items)
{
    // Above these sizes equal sums are likely to be chance, and looking for them is not worth the time.
    private const int MaxCandidates = 40;

    /// <summary>
    /// The first unique match; null when there is none, when every candidate has two solutions, or when the
    /// bounded search ends undecided.
    /// </summary>
    public static CreditMatch? Find(AccountLedger ledger)
    {
        if (ledger.UnappliedCredits.Count == 0) return null;
        var items = ledger.Items.Where(item => item.Status == InvoiceStatus.Open && item.Residual > 0).OrderBy(item => item.InstalmentId).ToList();
        if (items.Count is 0 or > MaxCandidates || ledger.UnappliedCredits.Count > MaxCandidates) return null;

        var residuals = items.ConvertAll(item => Minor(item.Residual, ledger.Key.Currency));
        var credits = ledger.UnappliedCredits.Select(credit => Minor(credit, ledger.Key.Currency)).ToList();
        for (var credit = 0; credit < credits.Count; credit++)
            if (SubsetSum.FindUnique(residuals, credits[credit], 1) is { } found)
                return new([credit], found.ConvertAll(index => items[index]));

        for (var item = 0; item < items.Count; item++)
            if (SubsetSum.FindUnique(credits, residuals[item], 2) is { } found)
                return new(found, [items[item]]);

        return null;
    }

    private static long Minor(decimal amount, string currency)
    {
        for (var i = Money.MinorDigits(currency); i > 0; i--) amount *= 10;
        return decimal.ToInt64(Math.Round(amount));
    }
}

/// <summary>Which of several amounts, in minor units, add up to a target.</summary>
public static class SubsetSum
{
    private const int Budget = 20_000;
    private const int CompleteBudget = 200_000;

    /// <summary>
    /// The positions of the only subset of at least <paramref name="minimumSize"/> positive amounts with the target
    /// as sum; null when there is none, more than one, or the work budget is used up first.
    /// </summary>
    public static List<int>? FindUnique(IReadOnlyList<long> amounts, long target, int minimumSize) =>
        Search(amounts, target, minimumSize, amounts.Count, 2, Budget) is { Decided: true, Found: [var only] } ? only : null;

    /// <summary>
    /// Positions of subsets of a size with the target as sum, at most as many as asked for, each in rising order.
    /// Up to 14 amounts of any size, or 40 in threes, the search is complete.
    /// </summary>
    public static IReadOnlyList<List<int>> Find(IReadOnlyList<long> amounts, long target, int minimumSize, int maximumSize, int most) =>
        Search(amounts, target, minimumSize, maximumSize, most, CompleteBudget).Found;

    private static (List<List<int>> Found, bool Decided) Search(IReadOnlyList<long> amounts, long target, int minimumSize, int maximumSize, int most, int budget)
    {
        List<List<int>> found = [];
        if (target <= 0) return (found, true);
        var order = Enumerable.Range(0, amounts.Count).Where(index => amounts[index] > 0 && amounts[index] <= target)
            .OrderByDescending(index => amounts[index]).ToArray();
        var rest = new long[order.Length + 1];
        for (var i = order.Length - 1; i >= 0; i--) rest[i] = rest[i + 1] + amounts[order[i]];

        var steps = 0;
        var chosen = new List<int>();
        void Look(int position, long missing)
        {
            if (found.Count >= most || ++steps > budget) return;
            if (missing == 0)
            {
                if (chosen.Count >= minimumSize) found.Add([.. chosen.Order()]);
                return;
            }

            if (position == order.Length || rest[position] < missing || chosen.Count == maximumSize) return;
            if (amounts[order[position]] <= missing)
            {
                chosen.Add(order[position]);
                Look(position + 1, missing - amounts[order[position]]);
                chosen.RemoveAt(chosen.Count - 1);
            }

            Look(position + 1, missing);
        }

        Look(0, target);
        return (found, steps <= budget);
    }
}
