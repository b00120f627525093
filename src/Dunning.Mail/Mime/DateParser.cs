using System.Globalization;

namespace Dunning.Mail.Mime;

/// <summary>Dates of headers (RFC 5322 §3.3 and the obsolete forms of §4.3).</summary>
internal static class DateParser
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The instant with its offset, or null when the text is no date.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var parts = RemoveComments(text).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 0 && char.IsLetter(parts[0][0]))
            parts.RemoveAt(0);
        if (parts.Count is < 4 or > 7)
            return ParseInvariant(text);
        var month = Array.FindIndex(Months, m => parts[1].StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        if (month == 0 || !Number(parts[0], out var day) || !Number(parts[2], out var year))
            return ParseInvariant(text);
        if (parts[2].Length <= 3)
            year += year < 50 ? 2000 : 1900;
        var time = parts[3].Split(':', '.');
        var second = 0;
        if (time.Length is < 2 or > 4 || !Number(time[0], out var hour) || !Number(time[1], out var minute) || time.Length > 2 && !Number(time[2], out second))
            return null;
        var offset = parts.Count > 4 ? Offset(parts[4]) : TimeSpan.Zero;
        if (year is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), offset);
    }

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Some robots write ISO 8601 instead.</summary>
    private static DateTimeOffset? ParseInvariant(string text) =>
        text.Length is > 9 and < 64 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) && value.Year is >= 1900 and <= 9998
            ? value : null;

    private static TimeSpan Offset(string zone)
    {
        if (zone.Length == 5 && zone[0] is '+' or '-' && Number(zone[1..3], out var hours) && Number(zone[3..5], out var minutes) && hours <= 14 && minutes < 60)
        {
            var size = TimeSpan.FromMinutes(Math.Min(hours * 60 + minutes, 14 * 60));
            return zone[0] == '-' ? -size : size;
        }
        return zone.ToUpperInvariant() switch
        {
            "EST" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" => TimeSpan.FromHours(-6),
            "CDT" => TimeSpan.FromHours(-5),
            "MST" => TimeSpan.FromHours(-7),
            "MDT" => TimeSpan.FromHours(-6),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "CET" or "MEZ" => TimeSpan.FromHours(1),
            "CEST" or "MESZ" => TimeSpan.FromHours(2),
            _ => TimeSpan.Zero, // Military and unknown zones mean -0000 (§4.3).
        };
    }

    private static string RemoveComments(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
            return text;
        var depth = 0;
        var kept = text.Where(c =>
        {
            if (c == '(')
                depth++;
            var keep = depth == 0;
            if (c == ')' && depth > 0)
                depth--;
            return keep;
        });
        return string.Concat(kept);
    }
}
