using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>How many pieces are in dispute: "only 8 of 10 arrived", "3 boxes are missing".</summary>
internal static partial class DisputedQuantity
{
    private const int Most = 1_000_000;

    /// <summary>Null when the sentence names no such number.</summary>
    public static int? Of(string text, string language)
    {
        var folded = Folding.Fold(text);
        if (OutOf().Match(folded) is { Success: true } part && Value(part.Groups["of"].Value, language) is { } ordered && Value(part.Groups["got"].Value, language) is { } got && ordered > got) return ordered - got;
        var m = Missing().Match(folded);
        return m.Success ? Value(m.Groups["n"].Value, language) : null;
    }

    private static int? Value(string written, string language) => written.All(char.IsAsciiDigit)
        ? int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Most ? n : null
        : DateNumbers.For(language)?.Count(written) is > 0 and var count ? count : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:only|just|nur|lediglich|seulement|que|solo|solamente|soltanto|slechts|maar)\s+(?:\w+\s+){0,2}(?<got>\d{1,6}|[a-z]{3,12})\s+(?:\w+\s+){0,2}(?:of|out of|instead of|statt|von|anstatt|sur|au lieu de|de|en lugar de|en vez de|su|invece di|anziche|van|in plaats van)\s+(?:the |den |der |les |las |los |delle |dei |de )?(?<of>\d{1,6}|[a-z]{3,12})\b", Options, PatternTime.Milliseconds)]
    private static partial Regex OutOf();

    [GeneratedRegex(@"\b(?<n>\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|cinque|twee|vijf)\s+(?:\w+\s+){0,2}(?:(?:are|were|is|was|sind|waren|fehlen|sont|etaient|estan|estaban|sono|erano|zijn|waren)\s+)?(?:missing|short|damaged|defective|broken|faulty|fehlen|fehlten|beschadigt|defekt|kaputt|manquants?|manquantes?|endommag\w+|defectueu\w+|cass\w+|faltan|dana\w+|defectuos\w+|mancan\w+|danneggiat\w+|difettos\w+|ontbreken|beschadigd|kapot)\b|\b(?:missing|short (?:by|of)|lacking|fehlen(?: uns)?|il manque|manquent|faltan|mancano|ontbreken(?: er)?|er ontbreken)\s+(?<n>\d{1,6})\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Missing();
}
