namespace Dunning.Guardrails.Grounding;

/// <summary>Telephone numbers, compared by their digits, so that the international and the national form are the same.</summary>
internal static class Phones
{
    private const int ShortestNational = 7;
    private const int LongestCountryCode = 3;

    /// <summary>Whether the written number is the given one, in full or without its country code.</summary>
    internal static bool AreSame(string written, string? own)
    {
        if (own is null) return false;
        var (digits, whole) = (Digits(written), Digits(own));
        if (digits == whole) return true;
        if (written.Contains('+', StringComparison.Ordinal)) return false;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return digits[2..] == whole;
        var local = digits.TrimStart('0');
        return local.Length >= ShortestNational && whole.EndsWith(local, StringComparison.Ordinal) && whole.TrimStart('0').Length - local.Length <= LongestCountryCode;
    }

    private static string Digits(string phone) => new([.. phone.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit)]);
}
