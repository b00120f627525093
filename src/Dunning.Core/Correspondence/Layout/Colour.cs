using System.Globalization;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>An opaque sRGB colour, components 0 to 255.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The least contrast ordinary text needs (WCAG 2.2, success criterion 1.4.3, level AA).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>White.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c> (CSS Color 4 §5.2); null for anything else.</summary>
    public static Colour? Read(string? text)
    {
        if (text is not ['#', .. var digits] || digits.Length is not (3 or 6) || !digits.All(char.IsAsciiHexDigit)) return null;
        var full = digits.Length == 6 ? digits : string.Concat(digits.Select(digit => new string(digit, 2)));
        byte Part(int at) => byte.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new(Part(0), Part(2), Part(4));
    }

    /// <summary>Contrast of two colours, 1 to 21, whichever is the lighter (WCAG 2.2, "contrast ratio").</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>Relative luminance, 0 for black to 1 for white (WCAG 2.2, "relative luminance").</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte component)
    {
        var share = component / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}
