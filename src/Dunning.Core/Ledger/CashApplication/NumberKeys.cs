namespace Dunning.Core.Ledger.CashApplication;

/// <summary>By which digits the invoices and customers of a remittance text can be looked up in a large ledger.</summary>
public static class NumberKeys
{
    private const int LongestNumber = 6;
    private const int MostKeys = 400;

    /// <summary>
    /// Digits without leading zeros of every number the text can mean, glued over separators, check digits left out.
    /// More are given than are meant; the matcher decides.
    /// </summary>
    public static IReadOnlySet<string> Of(string? text, string? reference)
    {
        HashSet<string> keys = [];
        foreach (var source in new[] { text, reference })
        {
            if (source is not null) Add(RemittanceTokens.Cut(source), keys);
        }

        return keys;
    }

    private static void Add(IReadOnlyList<Token> tokens, HashSet<string> keys)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            var digits = "";
            for (var to = from; to < tokens.Count && to - from < LongestNumber && keys.Count < MostKeys; to++)
            {
                if (to > from && !tokens[to].Joins) break;
                if (!tokens[to].IsDigits) continue;
                digits += tokens[to].Text;
                Put(digits, keys);
                // A national reference ends with one or two check digits; RF begins with two.
                if (digits.Length > 4) Put(digits[..^1], keys);
                if (digits.Length > 5) Put(digits[..^2], keys);
                if (digits.Length > 4 && from > 0 && tokens[from - 1].Text == "rf") Put(digits[2..], keys);
            }
        }
    }

    private static void Put(string digits, HashSet<string> keys)
    {
        if (digits.TrimStart('0') is { Length: >= 1 and <= 30 } key) keys.Add(key);
    }
}
