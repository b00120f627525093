using Dunning.Core.Ledger;

namespace Dunning.Flows.Policies;

/// <summary>Reads an amount with its currency, and mappings from currency to amount.</summary>
internal static class AmountReading
{
    /// <summary>The one amount under a key, like <c>{ EUR: 25 }</c>; null when it is absent or wrong.</summary>
    public static Money? One(PolicyNode node, string key)
    {
        if (Read(node, key) is not { } amounts) return null;
        if (amounts.Count == 1) return new(amounts.First().Value, amounts.First().Key);
        node.Wrong(key, "is not one currency with one amount, like { EUR: 25 }");
        return null;
    }

    /// <summary>The amounts under a key; null when it is absent.</summary>
    public static IReadOnlyDictionary<string, decimal>? Read(PolicyNode node, string key)
    {
        if (node.Child(key) is not { } amounts) return null;
        Dictionary<string, decimal> read = [];
        foreach (var currency in amounts.Keys)
        {
            if (KnownCodes.Currency(currency) is null) amounts.Wrong(currency, "is not an ISO 4217 currency");
            else if (amounts.Amount(currency) is { } amount && amount < 0) amounts.Wrong(currency, "must not be below 0");
            else if (amounts.Amount(currency) is { } known) read[currency] = known;
        }

        return read;
    }
}
