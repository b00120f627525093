namespace Dunning.Core.Conversation.Amounts;

/// <summary>Currency signs and words as people write them.</summary>
internal static class Currencies
{
    /// <summary>Everything that may stand beside an amount, as alternatives over folded text.</summary>
    public const string Signs =
        "€|us ?\\$|usd\\$|ca\\$|c\\$|au?\\$|\\$|£|¥|euros?|eur\\b|eur|usd|gbp|chf|sfr\\.?|fr\\.|jpy|cny|sek|nok|dkk|pln|zł|zl|zlotys?|czk|kč|huf|ron|cad|aud|nzd|sgd|hkd|kwd|bhd|tnd|inr|"
        + "us dollars?|dollars?|dolares|dollari|dollaros?|pounds?(?: sterling)?|livres?(?: sterling)?|libras?|sterline|ponden|pfund|franken|francs?(?: suisses)?|francos|franchi|kronor|kroner|kronen|kr\\b\\.?|yens?|yenes";

    private static readonly string[] Dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"];
    private static readonly string[] Crowns = ["SEK", "NOK", "DKK"];

    /// <summary>
    /// ISO code of a sign. A sign of several currencies means the account's where that is one of them; without a sign, and
    /// with open items of one currency, it is theirs; null when nothing tells.
    /// </summary>
    public static string? Of(string sign, IReadOnlyList<OpenItemRef> openItems)
    {
        var own = openItems.Select(i => i.Currency).Distinct().Take(2).ToArray() is [var only] ? only : null;
        return sign.Trim('.', ' ', ':') switch
        {
            "" => own,
            "€" or "eur" or "euro" or "euros" => "EUR",
            "$" or "dollar" or "dollars" or "dolares" or "dollari" or "dollaro" or "dollaros" => own is not null && Dollars.Contains(own) ? own : "USD",
            "usd" or "us$" or "us $" or "usd$" or "us dollar" or "us dollars" => "USD",
            "ca$" or "c$" => "CAD",
            "a$" or "au$" => "AUD",
            "£" or "pound" or "pounds" or "pound sterling" or "pounds sterling" or "livre" or "livres" or "livre sterling" or "livres sterling" or "libra" or "libras" or "sterline" or "ponden" or "pfund" => "GBP",
            "sfr" or "fr" or "franken" or "franc" or "francs" or "franc suisse" or "francs suisses" or "francos" or "franchi" => "CHF",
            "¥" => own is "CNY" ? own : "JPY",
            "yen" or "yens" or "yenes" => "JPY",
            "kr" or "kroner" or "kronen" => own is not null && Crowns.Contains(own) ? own : null,
            "kronor" => "SEK",
            "zł" or "zl" or "zloty" or "zlotys" => "PLN",
            "kč" => "CZK",
            var code => code.ToUpperInvariant(),
        };
    }
}
