using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>
/// Built-in amounts per currency. They are round figures near 25 euros (minimum) and 10,000 euros (cap), chosen
/// per currency so that no exchange rate is needed.
/// </summary>
internal static class PolicyDefaults
{
    public static Money MinimumAmount { get; } = new(25, "EUR");

    public static IReadOnlyDictionary<string, decimal> MinimumAmounts { get; } = new Dictionary<string, decimal>
    {
        ["EUR"] = 25, ["USD"] = 25, ["GBP"] = 20, ["CHF"] = 25, ["CAD"] = 35, ["AUD"] = 40, ["NZD"] = 40, ["SGD"] = 35,
        ["SEK"] = 250, ["NOK"] = 250, ["DKK"] = 200, ["PLN"] = 100, ["CZK"] = 600, ["HUF"] = 10_000, ["RON"] = 125,
        ["BGN"] = 50, ["JPY"] = 4_000, ["CNY"] = 200, ["INR"] = 2_000, ["HKD"] = 200, ["ZAR"] = 500, ["MXN"] = 500,
        ["BRL"] = 150, ["AED"] = 100, ["TRY"] = 1_000, ["KWD"] = 8,
    };

    public static IReadOnlyDictionary<string, decimal> AutomaticAmountCaps { get; } = new Dictionary<string, decimal>
    {
        ["EUR"] = 10_000, ["USD"] = 10_000, ["GBP"] = 8_000, ["CHF"] = 10_000, ["CAD"] = 14_000, ["AUD"] = 15_000,
        ["SEK"] = 100_000, ["NOK"] = 100_000, ["DKK"] = 75_000, ["PLN"] = 40_000, ["CZK"] = 250_000, ["JPY"] = 1_500_000,
    };
}
