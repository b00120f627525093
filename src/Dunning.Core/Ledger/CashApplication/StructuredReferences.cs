namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Payment references with check digits.</summary>
public static class StructuredReferences
{
    private static readonly int[] SwissTable = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

    /// <summary>ISO 11649: <c>RF</c>, two check digits, up to 21 letters and digits; the whole modulo 97 is 1 (ISO 7064).</summary>
    /// <returns>What follows the check digits, in lower case; null when it is no valid reference.</returns>
    public static string? CreditorReference(string text)
    {
        var compact = Compact(text);
        return compact.Length is >= 5 and <= 25 && compact.StartsWith("rf", StringComparison.Ordinal) && char.IsAsciiDigit(compact[2]) && char.IsAsciiDigit(compact[3])
            && Mod97(string.Concat(compact.AsSpan(4), compact.AsSpan(0, 4))) == 1
                ? compact[4..]
                : null;
    }

    /// <summary>An account number by ISO 13616 with valid check digits.</summary>
    public static bool IsIban(string text)
    {
        var compact = Compact(text);
        return compact.Length is >= 15 and <= 34 && Mod97(string.Concat(compact.AsSpan(4), compact.AsSpan(0, 4))) == 1;
    }

    /// <summary>Belgian structured communication: ten digits and their remainder by 97, where 0 is written 97 (Febelfin).</summary>
    /// <returns>The ten digits; null when it is none.</returns>
    public static string? Belgian(string digits) =>
        digits.Length == 12 && digits.All(char.IsAsciiDigit) && Mod97(digits[..10]) is var rest && (rest == 0 ? 97 : rest) == int.Parse(digits.AsSpan(10), null)
            ? digits[..10]
            : null;

    /// <summary>Swiss QR reference: 26 digits and a recursive modulo 10 check digit (SIX, Swiss QR-bill).</summary>
    /// <returns>The 26 digits; null when it is none.</returns>
    public static string? Swiss(string digits)
    {
        if (digits.Length != 27 || !digits.All(char.IsAsciiDigit)) return null;
        var carry = 0;
        foreach (var digit in digits.AsSpan(0, 26)) carry = SwissTable[(carry + digit - '0') % 10];
        return (10 - carry) % 10 == digits[26] - '0' ? digits[..26] : null;
    }

    /// <summary>Finnish reference: up to 19 digits weighted 7, 3, 1 from the right (Finance Finland).</summary>
    /// <returns>The digits before the check digit; null when it is none.</returns>
    public static string? Finnish(string digits)
    {
        if (digits.Length is < 4 or > 20 || !digits.All(char.IsAsciiDigit)) return null;
        var sum = 0;
        for (var i = 0; i < digits.Length - 1; i++) sum += (digits[digits.Length - 2 - i] - '0') * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        return (10 - (sum % 10)) % 10 == digits[^1] - '0' ? digits[..^1] : null;
    }

    /// <summary>Norwegian customer identification (KID) and Swedish OCR: a modulo 10 check digit (Luhn).</summary>
    /// <returns>The digits before the check digit; null when it is none.</returns>
    public static string? Luhn(string digits)
    {
        if (digits.Length is < 4 or > 25 || !digits.All(char.IsAsciiDigit)) return null;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1) value = value * 2 > 9 ? (value * 2) - 9 : value * 2;
            sum += value;
        }

        return sum % 10 == 0 ? digits[..^1] : null;
    }

    // Letters count as two digits: a is 10, z is 35. A sign that is neither letter nor digit makes the check fail.
    private static int Mod97(string text)
    {
        var rest = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign)) rest = ((rest * 10) + (sign - '0')) % 97;
            else if (char.IsAsciiLetterLower(sign)) rest = ((rest * 100) + (sign - 'a' + 10)) % 97;
            else return -1;
        }

        return rest;
    }

    private static string Compact(string text) => string.Concat(text.Where(sign => sign is not (' ' or '-' or '.' or '/'))).ToLowerInvariant();
}
