using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Lines of a list that says when how much is paid: "- € 1.500 op 15 juli".</summary>
internal static partial class PromiseLists
{
    private const int Longest = 60;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Whether a line begins like an item and holds a figure and a day.</summary>
    public static bool IsItem(string line) => line.Length <= Longest && Item().IsMatch(Folding.Fold(line));

    [GeneratedRegex(@"^\s*(?:[-*\u2022\u2013]|\d{1,2}[.)]\s)?\s*(?:(?:eur|usd|gbp|chf|€|\$|£)\s?)?\d[\d., ]*-?\s?(?:eur|euros?|€|\$|£|usd|gbp|chf)?\s*(?:,|:|on|am|zum|by|le|el|il|op|per|entro il|-)?\s", Options, PatternTime.Milliseconds)]
    private static partial Regex Item();
}
