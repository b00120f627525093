namespace Dunning.Connectors.Files;

/// <summary>Time zones of countries that have one; elsewhere the zone must be in the file, or the entity's is taken.</summary>
internal static class CountryZones
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["AT"] = "Europe/Vienna", ["BE"] = "Europe/Brussels", ["BG"] = "Europe/Sofia", ["CH"] = "Europe/Zurich", ["CZ"] = "Europe/Prague",
        ["DE"] = "Europe/Berlin", ["DK"] = "Europe/Copenhagen", ["EE"] = "Europe/Tallinn", ["FI"] = "Europe/Helsinki", ["FR"] = "Europe/Paris",
        ["GB"] = "Europe/London", ["GR"] = "Europe/Athens", ["HR"] = "Europe/Zagreb", ["HU"] = "Europe/Budapest", ["IE"] = "Europe/Dublin",
        ["IL"] = "Asia/Jerusalem", ["IN"] = "Asia/Kolkata", ["IT"] = "Europe/Rome", ["JP"] = "Asia/Tokyo", ["KR"] = "Asia/Seoul",
        ["LT"] = "Europe/Vilnius", ["LU"] = "Europe/Luxembourg", ["LV"] = "Europe/Riga", ["NL"] = "Europe/Amsterdam", ["NO"] = "Europe/Oslo",
        ["PL"] = "Europe/Warsaw", ["RO"] = "Europe/Bucharest", ["SE"] = "Europe/Stockholm", ["SG"] = "Asia/Singapore", ["SI"] = "Europe/Ljubljana",
        ["SK"] = "Europe/Bratislava", ["TR"] = "Europe/Istanbul", ["ZA"] = "Africa/Johannesburg",
    };

    public static string? Of(string? country) => country is not null && Zones.TryGetValue(country, out var zone) ? zone : null;
}
