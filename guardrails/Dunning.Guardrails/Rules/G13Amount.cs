using Dunning.Core.Ledger;
using Dunning.Guardrails.Grounding;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G13: every amount and percentage is one of the facts, in the account's currency, to the cent. A percentage is
/// grounded only by a granted discount.
/// </summary>
public static class G13Amount
{
    private static readonly Dictionary<string, string[]> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["\u20ac"] = ["EUR"], ["euro"] = ["EUR"], ["euros"] = ["EUR"], ["\u00a3"] = ["GBP"], ["pound"] = ["GBP"], ["pounds"] = ["GBP"], ["sterline"] = ["GBP"],
        ["livres"] = ["GBP"], ["libras"] = ["GBP"], ["pfund"] = ["GBP"], ["\u00a5"] = ["JPY", "CNY"], ["yen"] = ["JPY"], ["us$"] = ["USD"],
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"], ["dollar"] = ["USD", "CAD", "AUD", "NZD"], ["dollars"] = ["USD", "CAD", "AUD", "NZD"],
        ["d\u00f3lares"] = ["USD"], ["dolares"] = ["USD"], ["dollari"] = ["USD"], ["kr"] = ["SEK", "NOK", "DKK", "ISK"], ["fr"] = ["CHF"], ["sfr"] = ["CHF"], ["franken"] = ["CHF"],
        ["franc"] = ["CHF", "XAF", "XOF", "XPF"], ["francs"] = ["CHF", "XAF", "XOF", "XPF"], ["franchi"] = ["CHF"], ["francos"] = ["CHF"], ["zloty"] = ["PLN"],
        ["cent"] = [], ["cents"] = [],
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G13", "amount or percentage that is not in the ledger", "A wrong amount is a false claim.", Verdict.Block, Judge);

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var amounts = draft.Ledger.Amounts().ToHashSet();
        foreach (var reading in draft.Readings)
        {
            var sums = new Sums(draft.Ledger, facts.Facts, reading);
            foreach (var item in reading.Items)
            {
                var objection = item.Kind switch
                {
                    ItemKind.Money when !InCurrency(item.Name, facts.Facts.Currency) => "amount in another currency",
                    ItemKind.Money when !item.Values.Any(amounts.Contains) && !item.Values.Any(sums.Derived().Contains) && !sums.Justifies(item) => "amount without a fact",
                    ItemKind.Percent when !item.Values.Any(value => value == facts.Facts.Granted.DiscountPercent) => "percentage without a fact",
                    _ => null,
                };
                if (objection is not null) return reading.Part.Found("G13", Verdict.Block, item.Start, item.Length, objection);
            }
        }

        return MinorUnitsLost(facts.Facts.Currency, facts.Facts.TotalOverdue)
            ? new("G13", Verdict.Hold, "the total has more decimals than its currency", null)
            : null;
    }

    private static bool InCurrency(string written, string currency)
    {
        var sign = new string([.. written.Where(static character => char.IsLetter(character) || character is '$' or '\u20ac' or '\u00a3' or '\u00a5')]);
        if (sign.Length == 0) return true;
        return Signs.TryGetValue(sign, out var codes) ? codes.Contains(currency, StringComparer.Ordinal) : string.Equals(sign, currency, StringComparison.OrdinalIgnoreCase);
    }

    private static bool MinorUnitsLost(string currency, decimal amount) => decimal.Round(amount, Money.MinorDigits(currency)) != amount;
}
