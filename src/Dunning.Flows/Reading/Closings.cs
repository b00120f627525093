using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>Finds where a mail says good-bye, so that "Thanks and regards" is not read as its message.</summary>
public static partial class Closings
{
    private const int LinesAfter = 5;
    private const int LeastBefore = 12;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Length of the text without closing and name; the whole length when the closing is all there is.</summary>
    public static int Start(string text)
    {
        var end = text.Length;
        for (var line = 0; line <= LinesAfter && end > 0; line++)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var words = Folding.Fold(text[start..end].Trim());
            if (words.Length > 0 && Line().IsMatch(words)) return Body(text[..start]) >= LeastBefore ? start : text.Length;
            end = Math.Max(0, start - 1);
        }
        return text.Length;
    }

    // What stands before the closing, without the salutation.
    private static int Body(string before)
    {
        var said = before.Trim();
        var first = said.IndexOf('\n', StringComparison.Ordinal);
        var greets = Salutation().IsMatch(Folding.Fold(first < 0 ? said : said[..first]));
        return greets ? first < 0 ? 0 : said[first..].Trim().Length : said.Length;
    }

    [GeneratedRegex(@"^(?:(?:(?:many |with )?thanks|thank you|cheers|vielen dank|besten dank|herzlichen dank|danke|dank|merci|muchas gracias|gracias|grazie|bedankt|alvast bedankt)(?: (?:in advance|im voraus|vorab|d'avance|de antemano|in anticipo))?,? (?:and|und|et|y|e|en|&) )?(?:(?:(?:with )?(?:kind|best|warm|friendly|many)(?:est)? (?:regards|wishes|greetings)|regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|best|all the best|(?:mit )?(?:freundliche[nm]?|beste[nm]?|viele[n]?|liebe[n]?|schone[n]?|herzliche[n]?)? ?gr(?:us|uss|uese|uesse|use|usse|usen|ussen)(?:se|sen|s)?|mfg|lg|vg|hochachtungsvoll|cordialement|bien cordialement|salutations|(?:sinceres|meilleures) salutations|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|(?:cordiali|distinti) saluti|saluti|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg)|cheers|thanks|many thanks|danke|vielen dank|besten dank|merci|gracias|grazie|bedankt)(?: aus [a-z]+)?[,.! ]*$", Options, PatternTime.Milliseconds)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:dear|hi|hello|hey|good (?:day|morning|afternoon)|to whom|morning|sehr geehrte|guten|hallo|moin|servus|liebe|bonjour|madame|cher|hola|estimad|buenos|buongiorno|gentil|salve|ciao|spett|beste|geachte|goede)[^\n]{0,60}[,!]?$", Options, PatternTime.Milliseconds)]
    private static partial Regex Salutation();
}
