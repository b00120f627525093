using System.Globalization;

namespace Dunning.Connectors.Files;

/// <summary>
/// Reads amounts strictly: separators must stand where they belong, so that <c>1.500</c> in a file with decimal
/// points is not quietly read as one thousand five hundred, nor the other way round.
/// </summary>
internal sealed class AmountText(FormatMapping format)
{
    private const decimal Largest = 99_999_999_999_999m;

    private readonly char point = format.Decimal[0];
    private readonly char? group = format.Thousands.Length == 1 ? format.Thousands[0] : null;

    /// <summary>The amount, or the reason why the text is none.</summary>
    public (decimal Amount, string? Problem) Read(string text)
    {
        var (digits, negative) = Sign(text.Trim());
        var parts = digits.Split(point);
        if (digits.Length == 0 || parts.Length > 2 || !Whole(parts[0], out var whole)) return (0, Expected);
        var fraction = parts.Length == 2 ? parts[1] : "";
        if (parts.Length == 2 && (fraction.Length == 0 || !fraction.All(char.IsAsciiDigit))) return (0, Expected);
        if (fraction.TrimEnd('0').Length > 4) return (0, "has more than four decimals");
        if (whole.Length > 15 || decimal.Parse(whole, CultureInfo.InvariantCulture) > Largest) return (0, "is too large");
        var amount = decimal.Parse($"{whole}.{fraction}0", CultureInfo.InvariantCulture);
        return (negative ? -amount : amount, null);
    }

    private string Expected => $"is not an amount with decimal '{point}'" + (group is { } g ? $" and thousands '{g}'" : " and no thousands separator");

    // Minus before or behind (as ERP exports have it), or accountants' parentheses.
    private static (string Digits, bool Negative) Sign(string text) => text switch
    {
        ['(', .. var inner, ')'] => (inner.Trim(), true),
        ['-', .. var rest] => (rest.Trim(), true),
        [.. var rest, '-'] => (rest.Trim(), true),
        ['+', .. var rest] => (rest.Trim(), false),
        _ => (text, false),
    };

    private bool Whole(string text, out string digits)
    {
        var normal = group == ' ' ? text.Replace('\u00a0', ' ').Replace('\u202f', ' ') : text;
        var groups = group is { } g ? normal.Split(g) : [normal];
        digits = string.Concat(groups);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            && (groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(part => part.Length == 3)));
    }
}
