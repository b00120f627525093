using System.Globalization;

namespace Dunning.Mail.Zoning;

/// <summary>What of an element's style decides whether a reader sees its text.</summary>
/// <param name="Gone">display:none, zero size, far off the page: nothing inside can be seen.</param>
/// <param name="Invisible">visibility:hidden, which an inner element can undo.</param>
/// <param name="Tiny">A font size nobody can read, which an inner element can undo.</param>
/// <param name="Color">Text colour as RGB, -1 when transparent, null when not known.</param>
/// <param name="Background">Background as RGB, null when not known (an image).</param>
internal readonly record struct HtmlStyle(bool Gone, bool Invisible, bool Tiny, int? Color, int? Background)
{
    /// <summary>Black on white, as mail programs show it.</summary>
    public static HtmlStyle Page { get; } = new(false, false, false, 0x000000, 0xFFFFFF);

    /// <summary>The properties that are looked at.</summary>
    public static readonly HashSet<string> Properties =
    [
        "display", "mso-hide", "opacity", "max-height", "height", "width", "max-width", "overflow", "overflow-x", "overflow-y", "text-indent", "left", "top", "right", "margin-left",
        "clip", "clip-path", "transform", "line-height", "content-visibility", "filter", "visibility", "font-size", "font", "color", "-webkit-text-fill-color", "background-color", "background-image", "background",
    ];

    /// <summary>Whether text of this style is hidden from the reader.</summary>
    public bool Hides => Gone || Invisible || Tiny || Color == -1 || Color is { } c && Background is { } b && Near(c, b);

    /// <summary>This style with an element's declarations applied.</summary>
    public HtmlStyle With(string declarations)
    {
        if (declarations.Length == 0)
            return this;
        var style = this;
        var sizes = (Zero: false, Clips: false);
        foreach (var range in declarations.AsSpan().Split(';'))
        {
            var declaration = declarations[range];
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            style = style.Apply(name, value);
            sizes.Zero |= name is "height" or "width" or "max-width" && IsAtMost(value, 1);
            sizes.Clips |= name.StartsWith("overflow", StringComparison.Ordinal) && value is "hidden" or "clip";
        }
        return sizes is { Zero: true, Clips: true } ? style with { Gone = true } : style;
    }

    /// <summary>A colour of CSS or of old attributes; null when it is none, -1 when fully transparent.</summary>
    public static int? ParseColor(string text)
    {
        var value = text.Trim().ToLowerInvariant();
        if (value.StartsWith('#'))
            value = value[1..];
        if (value.Length is 6 or 8 && int.TryParse(value.AsSpan(0, 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return value.Length == 8 && value.EndsWith("00", StringComparison.Ordinal) ? -1 : rgb;
        if (value.Length is 3 or 4 && int.TryParse(value.AsSpan(0, 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var brief))
            return (brief >> 8) * 0x110000 + (brief >> 4 & 15) * 0x1100 + (brief & 15) * 0x11;
        if (value.StartsWith("rgb", StringComparison.Ordinal))
            return Rgb(value);
        return value switch
        {
            "white" => 0xFFFFFF,
            "black" or "windowtext" => 0x000000,
            "transparent" => -1,
            "red" => 0xFF0000,
            "green" => 0x008000,
            "blue" => 0x0000FF,
            "gray" or "grey" => 0x808080,
            "snow" => 0xFFFAFA,
            "ivory" => 0xFFFFF0,
            "whitesmoke" => 0xF5F5F5,
            "ghostwhite" => 0xF8F8FF,
            "yellow" => 0xFFFF00,
            "navy" => 0x000080,
            _ => null,
        };
    }

    private HtmlStyle Apply(string name, string value) => name switch
    {
        "display" when value == "none" => this with { Gone = true },
        "mso-hide" when value == "all" => this with { Gone = true },
        "opacity" when IsAtMost(value, 0.05) => this with { Gone = true },
        "max-height" when IsAtMost(value, 1) => this with { Gone = true },
        "text-indent" or "left" or "top" or "margin-left" or "right" when Number(value) is <= -900 => this with { Gone = true },
        "clip-path" when value.Replace(" ", "", StringComparison.Ordinal) is "inset(100%)" or "inset(50%)" or "circle(0)" or "circle(0px)" or "polygon(00)" => this with { Gone = true },
        "content-visibility" when value == "hidden" => this with { Gone = true },
        "filter" when value.Replace(" ", "", StringComparison.Ordinal).Contains("opacity(0", StringComparison.Ordinal) && !value.Contains("opacity(0.", StringComparison.Ordinal) => this with { Gone = true },
        "clip" when value.Replace(" ", "", StringComparison.Ordinal).StartsWith("rect(0", StringComparison.Ordinal) => this with { Gone = true },
        "transform" when value.Replace(" ", "", StringComparison.Ordinal)is var moved && (moved.Contains("scale(0)", StringComparison.Ordinal) || moved.Contains("translate", StringComparison.Ordinal) && Number(moved[(moved.IndexOf('(', StringComparison.Ordinal) + 1)..]) is <= -900) => this with { Gone = true },
        "visibility" => this with { Invisible = value is "hidden" or "collapse" },
        "font-size" => this with { Tiny = IsTiny(value) },
        "font" when value.Split(' ').FirstOrDefault(w => w.Length > 0 && char.IsAsciiDigit(w[0]) && !w.All(char.IsAsciiDigit)) is { } size => this with { Tiny = IsTiny(size.Split('/')[0]) },
        "color" or "-webkit-text-fill-color" => this with { Color = ParseColor(value) ?? Color },
        "background-color" => this with { Background = ParseColor(value) is >= 0 and var color ? color : Background },
        "background-image" when value != "none" => this with { Background = null },
        "background" => this with { Background = value.Contains("url", StringComparison.Ordinal) || value.Contains("gradient", StringComparison.Ordinal) ? null : value.Split(' ').Select(ParseColor).FirstOrDefault(c => c is >= 0) ?? Background },
        _ => this,
    };

    private static bool IsTiny(string value) => Number(value) is { } size
        && (value.EndsWith("em", StringComparison.Ordinal) ? size < 0.12 : value.EndsWith('%') ? size < 12 : size <= 1.5);

    private static bool IsAtMost(string value, double most) => Number(value) is { } number && number >= 0 && number <= most && !value.EndsWith("em", StringComparison.Ordinal) && (!value.EndsWith('%') || number == 0);

    private static double? Number(string value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiDigit(value[length]) || value[length] is '.' or '-' or '+'))
            length++;
        return double.TryParse(value.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int? Rgb(string value)
    {
        var parts = value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || Number(parts[0]) is not { } r || Number(parts[1]) is not { } g || Number(parts[2]) is not { } b)
            return null;
        if (parts.Length > 3 && Number(parts[3]) is <= 0.02)
            return -1;
        return (int)Math.Clamp(r, 0, 255) << 16 | (int)Math.Clamp(g, 0, 255) << 8 | (int)Math.Clamp(b, 0, 255);
    }

    /// <summary>Colours so close that nobody reads the text.</summary>
    private static bool Near(int one, int other)
    {
        var most = Math.Max(Math.Abs((one >> 16 & 255) - (other >> 16 & 255)), Math.Max(Math.Abs((one >> 8 & 255) - (other >> 8 & 255)), Math.Abs((one & 255) - (other & 255))));
        return most <= 12;
    }
}
