namespace Dunning.Core.Ledger;

/// <summary>Amounts in minor units, in which sums are exact whole numbers.</summary>
public static class MinorUnits
{
    /// <summary>The amount in minor units; null when the currency has no unit that small.</summary>
    public static long? Exact(decimal amount, string currency)
    {
        for (var i = Money.MinorDigits(currency); i > 0; i--) amount *= 10;
        return decimal.Truncate(amount) == amount && Math.Abs(amount) <= long.MaxValue / 2 ? decimal.ToInt64(amount) : null;
    }

    /// <summary>An amount rounded to the minor unit, halves away from zero.</summary>
    public static decimal Round(decimal amount, string currency) => Math.Round(amount, Money.MinorDigits(currency), MidpointRounding.AwayFromZero);
}
