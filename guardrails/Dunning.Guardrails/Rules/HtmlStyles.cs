using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dunning.Core.Correspondence.Layout;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// The inline styles a mail may have. Only listed properties with harmless values: nothing can be moved off the page, made
/// too small to read, or coloured like its background.
/// </summary>
internal static class HtmlStyles
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Space = @"^((0|[0-9]{1,2}px|auto)( |$)){1,4}$";
    private const string Line = @"^(0|none|[0-9]px solid #[0-9a-f]{6})$";
    private const string Hex = @"^#[0-9a-f]{3}([0-9a-f]{3})?$";

    private static readonly Dictionary<string, Regex> Properties = new Dictionary<string, string>
    {
        ["margin"] = Space, ["padding"] = Space,
        ["width"] = @"^(100%|[1-9][0-9]{2,3}px)$", ["max-width"] = @"^(100%|[1-9][0-9]{2,3}px)$",
        ["font-family"] = "^[a-z ,'-]{1,120}$", ["font-size"] = "^(1[1-9]|2[0-9]|3[0-2])px$", ["font-weight"] = "^(normal|bold|[4-9]00)$", ["font-style"] = "^(normal|italic)$",
        ["line-height"] = @"^(1(\.[0-9])?|2)$", ["text-align"] = "^(left|right|center)$", ["vertical-align"] = "^(top|middle|bottom|baseline)$",
        ["border"] = Line, ["border-top"] = Line, ["border-bottom"] = Line, ["border-left"] = Line, ["border-right"] = Line,
        ["border-radius"] = "^[0-9]{1,2}px$", ["border-collapse"] = "^(collapse|separate)$",
        ["text-decoration"] = "^(none|underline)$", ["word-break"] = "^(normal|break-word)$", ["color"] = Hex, ["background-color"] = Hex,
    }.ToDictionary(pair => pair.Key, pair => new Regex(pair.Value, Options), StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Style = new(@"\bstyle\s*=\s*(""[^""]*""|'[^']*'|[^\s>]+)", Options);

    /// <summary>The words of the rule, for the version of the catalogue.</summary>
    public static string Vocabulary { get; } = string.Join('|', Properties.Select(pair => pair.Key + pair.Value));

    /// <summary>What is wrong with the styles of a tag; null when nothing is.</summary>
    public static string? Fault(string tag)
    {
        foreach (var match in Style.EnumerateMatches(tag))
        {
            var written = tag.Substring(match.Index, match.Length);
            var value = WebUtility.HtmlDecode(written[(written.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"', '\''));
            if (OfStyle(value) is { } fault) return fault;
        }

        return null;
    }

    private static string? OfStyle(string style)
    {
        Dictionary<string, string> set = new(StringComparer.OrdinalIgnoreCase);
        foreach (var declaration in style.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !Properties.TryGetValue(parts[0], out var allowed) || !allowed.IsMatch(parts[1])) return declaration[..Math.Min(60, declaration.Length)];
            set[parts[0]] = parts[1];
        }

        return Contrast(Colour.Read(set.GetValueOrDefault("color")), Colour.Read(set.GetValueOrDefault("background-color")));
    }

    // Alone, either could meet a background or a colour it cannot be told from.
    private static string? Contrast(Colour? text, Colour? background) => (text, background) switch
    {
        (null, null) => null,
        ({ } one, { } other) when one.ContrastWith(other) >= Colour.LeastContrast => null,
        ({ } one, { } other) => string.Create(CultureInfo.InvariantCulture, $"contrast {one.ContrastWith(other):0.0}"),
        _ => "a colour without its background, or the other way round",
    };
}
