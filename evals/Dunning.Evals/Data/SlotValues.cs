using System.Globalization;

namespace Dunning.Evals.Data;

/// <summary>Values for the slots that are the same in every language.</summary>
internal static class SlotValues
{
    private static readonly CultureInfo[] Shapes =
        [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("de-DE"), CultureInfo.GetCultureInfo("fr-FR")];

    public static string? Fill(string slot, Random random) => slot switch
    {
        "d" => Number(random.Next(2, 29)),
        "mm" => random.Next(1, 13).ToString("00", CultureInfo.InvariantCulture),
        "y" => Number(random.Next(2025, 2028)),
        "n" => Number(random.Next(2, 15)),
        "inv" => PhraseBook.Pick(["INV-", "RE-", "", "F", "2026-", "R/"], random) + Number(random.Next(10_000, 99_999)),
        "ref" => PhraseBook.Pick(["K", "CUST-", "P", ""], random) + Number(random.Next(100_000, 999_999)),
        "amt" => Amount(random),
        "mail" => PhraseBook.Pick(["ap", "accounts", "billing", "invoices"], random) + "@" + PhraseBook.Pick(["fernhill", "nordtor", "quillon"], random) + ".example",
        "url" => "https://suppliers." + PhraseBook.Pick(["fernhill", "nordtor", "quillon"], random) + ".example",
        "iban" => PhraseBook.Pick(["DE", "GB", "LT", "NL"], random) + string.Join(' ', Enumerable.Range(0, 5).Select(i => random.Next(i == 0 ? 10 : 1000, i == 0 ? 99 : 9999))),
        _ => null,
    };

    private static string Amount(Random random)
    {
        var amount = Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(2, 6))) + 20, random.Next(3) == 0 ? 0 : 2);
        var digits = amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", PhraseBook.Pick(Shapes, random)).Replace('\u202f', ' ').Replace('\u00a0', ' ');
        return PhraseBook.Pick(["EUR {0}", "{0} EUR", "{0} €", "€{0}", "{0} euros", "${0}", "£{0}"], random).Replace("{0}", digits, StringComparison.Ordinal);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
