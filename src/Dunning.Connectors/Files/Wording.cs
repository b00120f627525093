using System.Net.Mail;

namespace Dunning.Connectors.Files;

/// <summary>The small vocabularies of a ledger row: codes of languages, countries and currencies, zones, addresses.</summary>
internal static class Wording
{
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>ISO 639-1 code of <c>de</c>, <c>DE</c> or <c>de-AT</c>.</summary>
    public static string? Language(string text)
    {
        var code = text.Split('-', '_')[0].ToLowerInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    public static string? Country(string text)
    {
        var code = text.ToUpperInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? code : null;
    }

    public static string? Zone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId ? text : null;

    /// <summary>The first address of a list separated by semicolons or commas, in lower case.</summary>
    public static string? Email(string text) =>
        text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..]
        && MailAddress.TryCreate(first, out var address) && address.Address == first && first.All(char.IsAscii)
            ? first.ToLowerInvariant()
            : null;
}
