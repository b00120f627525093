using System.Globalization;

namespace Dunning.Evals.Payments;

/// <summary>Makes structured references the way a creditor prints them on the invoice; written apart from the reader that checks them.</summary>
internal static class References
{
    /// <summary>ISO 11649 over a number.</summary>
    public static string Creditor(string number)
    {
        var body = string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var expanded = string.Concat((body + "RF00").Select(sign => char.IsAsciiDigit(sign) ? sign.ToString() : (sign - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var check = 98 - (int)(System.Numerics.BigInteger.Parse(expanded, CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"RF{check:00}{body}");
    }

    /// <summary>Belgian: the last ten digits.</summary>
    public static string Belgian(string number)
    {
        var ten = Digits(number, 10);
        var check = long.Parse(ten, CultureInfo.InvariantCulture) % 97 is var rest && rest == 0 ? 97 : rest;
        return string.Create(CultureInfo.InvariantCulture, $"+++{ten[..3]}/{ten[3..7]}/{ten[7..]}{check:00}+++");
    }

    /// <summary>Finnish: digits and the 7-3-1 check digit.</summary>
    public static string Finnish(string number)
    {
        var digits = Digits(number, 10).TrimStart('0');
        var sum = digits.Reverse().Select((digit, at) => (digit - '0') * new[] { 7, 3, 1 }[at % 3]).Sum();
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Swiss QR: 26 digits and the recursive check digit.</summary>
    public static string Swiss(string number)
    {
        var digits = Digits(number, 26);
        var carry = digits.Aggregate(0, (held, digit) => new[] { 0, 9, 4, 6, 8, 2, 7, 1, 3, 5 }[(held + digit - '0') % 10]);
        return digits + ((10 - carry) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Digits(string number, int length)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length > length ? digits[^length..] : digits.PadLeft(length, '0');
    }
}
