namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Cash discounts taken: the same rate off every item, each rounded to the minor unit.</summary>
internal static class Discounts
{
    /// <summary>What is paid on each item; null when no single rate explains the amount.</summary>
    public static IReadOnlyList<(PayableItem Item, decimal Paid)>? Split(IReadOnlyList<PayableItem> items, decimal amount, string currency, CashTolerance tolerance)
    {
        foreach (var rate in tolerance.DiscountRates)
        {
            var parts = items.Select(item => (item, Paid: MinorUnits.Round(item.Open * (1 - rate), currency))).ToList();
            if (parts.Sum(part => part.Paid) == amount && parts.TrueForAll(part => part.Paid > 0)) return parts;
        }

        return null;
    }
}
