using System.Globalization;
using System.Numerics;

namespace Dunning.Simulator.Ledgers;

/// <summary>International bank account numbers (ISO 13616) of a bank that does not exist, with true check digits.</summary>
public static class Iban
{
    /// <summary>Puts the two check digits between country and account.</summary>
    public static string Of(string country, string account) =>
        string.Create(CultureInfo.InvariantCulture, $"{country}{98 - Remainder(account + country + "00"):00}{account}");

    /// <summary>Whether the check digits fit (ISO 7064, mod 97-10).</summary>
    public static bool IsValid(string iban) => iban.Length > 4 && iban.All(char.IsAsciiLetterOrDigit) && Remainder(iban[4..] + iban[..4]) == 1;

    private static int Remainder(string text)
    {
        var digits = string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? letter.ToString() : (char.ToUpperInvariant(letter) - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }
}
